package org.licencedesk.terms;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.licencedesk.kernel.Sha256;

/** One published version of the terms, as stored; it never changes (R29). */
@Entity
@Immutable
class Terms {

    @Id
    private String version;

    private String text;

    private byte[] digest;

    private Instant publishedAt;

    @SuppressWarnings("NullAway.Init")
    protected Terms() {}

    Terms(String version, String text, Instant publishedAt) {
        this.version = version;
        this.text = text;
        this.digest = Sha256.of(text);
        this.publishedAt = publishedAt;
    }

    TermsReference reference() {
        return new TermsReference(version, new Digest(digest));
    }

    PublishedTerms published() {
        return new PublishedTerms(reference(), text, publishedAt);
    }
}
