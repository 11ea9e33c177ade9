package org.licencedesk.terms;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.kernel.UniqueValue;

/** Publishes terms and shows each version that ever was in force (R29). The newest is in force. */
@Stateless
public class TermsLibrary {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private TimeSource time;

    /** @return the terms in force, if any were published yet */
    public Optional<TermsReference> inForce() {
        return newest().map(Terms::reference);
    }

    /**
     * @return the terms in force with their text
     * @throws NotFound if none were published yet
     */
    public PublishedTerms current() {
        return newest().map(Terms::published).orElseThrow(NotFound::new);
    }

    /**
     * @return the version with its text
     * @throws NotFound if it was never published
     */
    public PublishedTerms version(String version) {
        return Optional.of(version)
                .filter(PublishTerms::isVersion)
                .map(text -> entities.find(Terms.class, text))
                .map(Terms::published)
                .orElseThrow(NotFound::new);
    }

    /**
     * Puts a new text in force; every quote that is open becomes stale with it (R32).
     *
     * @throws TermsVersionTaken if the version is published already
     */
    public PublishedTerms publish(PublishTerms command) {
        Permission.PUBLISH_TERMS.require(command.actor());
        if (entities.find(Terms.class, command.version()) != null) {
            throw new TermsVersionTaken();
        }
        Instant now = time.now();
        Instant behindTheNewest = newest().map(
                        newest -> newest.published().publishedAt().plusNanos(1_000))
                .filter(now::isBefore)
                .orElse(now);
        Terms terms = new Terms(command.version(), command.text(), behindTheNewest);
        UniqueValue.store(entities, terms, TermsVersionTaken::new);
        return terms.published();
    }

    private Optional<Terms> newest() {
        return entities.createQuery("from Terms order by publishedAt desc", Terms.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
