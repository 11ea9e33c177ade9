package org.licencedesk.seats.terms;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.NotFound;
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
        return newest().map(Terms::published).map(PublishedTerms::reference);
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
        Terms terms = new Terms(command.version(), command.text(), behindTheNewest);
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
