package org.licencedesk.seats.terms;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.kernel.WithoutPermission;
import org.licencedesk.platform.UniqueValue;

/** Publishes terms and shows each version that ever was in force (R29). The newest is in force. */
@Stateless
public class TermsLibrary {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private TimeSource time;

    /** @return which terms are in force, if any were published yet; to be named, not to be accepted */
    @WithoutPermission("the terms are for everybody to read")
    public Optional<TermsReference> inForce() {
        return newest().map(Terms::reference);
    }

    /**
     * @return the terms in force, if any were published yet, to be accepted
     * @throws TermsAltered if their text is not the one that was published
     */
    @WithoutPermission("the terms are for everybody to read")
    public Optional<TermsReference> toAccept() {
        return newest().map(Terms::unaltered);
    }

    /**
     * @return the terms in force with their text
     * @throws NotFound if none were published yet
     * @throws TermsAltered if the text is not the one that was published
     */
    @WithoutPermission("the terms are for everybody to read")
    public PublishedTerms current() {
        return newest().map(Terms::published).orElseThrow(NotFound::new);
    }

    /**
     * @return the version with its text
     * @throws NotFound if it was never published
     * @throws TermsAltered if the text is not the one that was published
     */
    @WithoutPermission("the terms are for everybody to read")
    public PublishedTerms version(String version) {
        return find(version).published();
    }

    /**
     * @return the text of the version as it is stored, for who compares it with a digest
     * @throws NotFound if it was never published
     */
    @WithoutPermission("the terms are for everybody to read")
    public String storedText(String version) {
        return find(version).storedText();
    }

    /**
     * @param page which page of the list; its cursor is a version
     * @return the versions, the latest first: the first one of all is in force
     * @throws InvalidValue if the cursor is none
     */
    @WithoutPermission("the terms are for everybody to read")
    public Page<TermsVersion> versions(PageRequest page) {
        Optional<Instant> before = page.cursor().map(cursor -> {
            if (!PublishTerms.isVersion(cursor)) {
                throw PageRequest.invalidCursor();
            }
            return Optional.ofNullable(entities.find(Terms.class, cursor))
                    .map(Terms::publishedAt)
                    .orElseThrow(PageRequest::invalidCursor);
        });
        var query = entities.createQuery(
                "select t.version, t.digest, t.publishedAt from Terms t"
                        + (before.isPresent() ? " where t.publishedAt < :before" : "") + " order by t.publishedAt desc",
                Object[].class);
        before.ifPresent(instant -> query.setParameter("before", instant));
        List<TermsVersion> found = query.setMaxResults(page.rows()).getResultList().stream()
                .map(row -> new TermsVersion(
                        new TermsReference((String) row[0], new Digest((byte[]) row[1])), (Instant) row[2]))
                .toList();
        return page.of(found, version -> version.reference().version());
    }

    /**
     * @return the version that was in force before this one, if there was one
     * @throws NotFound if this one was never published
     * @throws TermsAltered if the text of the one before is not the one that was published
     */
    @WithoutPermission("the terms are for everybody to read")
    public Optional<PublishedTerms> before(String version) {
        return entities
                .createQuery("from Terms where publishedAt < :published order by publishedAt desc", Terms.class)
                .setParameter("published", find(version).publishedAt())
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(Terms::published);
    }

    /** @return the versions whose text is not the one that was published, oldest first; at most {@code most} */
    @WithoutPermission("the terms are for everybody to read")
    @SuppressWarnings("unchecked")
    public List<String> altered(int most) {
        return entities.createNativeQuery(
                        "select version from terms where digest <> unhex(sha2(text, 256)) order by published_at")
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * Puts a new text in force; every quote that is open becomes stale with it (R32).
     *
     * @throws RuleViolation {@link Refusal#TERMS_VERSION_TAKEN} if the version is published already
     */
    public PublishedTerms publish(PublishTerms command) {
        Permission.PUBLISH_TERMS.require(command.actor());
        if (entities.find(Terms.class, command.version()) != null) {
            throw new RuleViolation(Refusal.TERMS_VERSION_TAKEN);
        }
        Instant now = time.now();
        Instant behindTheNewest = newest().map(newest -> newest.publishedAt().plusNanos(1_000))
                .filter(now::isBefore)
                .orElse(now);
        Terms terms = new Terms(command, behindTheNewest);
        UniqueValue.store(entities, terms, Refusal.TERMS_VERSION_TAKEN);
        return terms.published();
    }

    private Terms find(String version) {
        return Optional.of(version)
                .filter(PublishTerms::isVersion)
                .map(text -> entities.find(Terms.class, text))
                .orElseThrow(NotFound::new);
    }

    private Optional<Terms> newest() {
        return entities
                .createQuery("from Terms order by publishedAt desc", Terms.class)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }
}
