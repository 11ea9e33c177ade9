package org.licencedesk.seats.terms;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
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

    protected Terms() {}

    Terms(String version, String text, Instant publishedAt) {
        this.version = version;
        this.text = text;
        this.digest = Sha256.of(text);
        this.publishedAt = publishedAt;
    }

    /** @return which text was published, whether or not it is still the one that is stored */
    TermsReference reference() {
        return new TermsReference(version, new Digest(digest));
    }

    Instant publishedAt() {
        return publishedAt;
    }

    /** @return the text as it is stored, which may have been altered */
    String storedText() {
        return text;
    }

    /** @throws TermsAltered if the text is not the one that was published */
    PublishedTerms published() {
        if (!Arrays.equals(Sha256.of(text), digest)) {
            throw new TermsAltered(version);
        }
        return new PublishedTerms(reference(), text, publishedAt);
    }
}
