package org.licencedesk.seats.terms;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
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

    @ElementCollection
    @CollectionTable(name = "terms_translation", joinColumns = @JoinColumn(name = "version"))
    @MapKeyColumn(name = "language")
    @Column(name = "text")
    private Map<String, String> translations;

    protected Terms() {}

    Terms(PublishTerms command, Instant publishedAt) {
        this.version = command.version();
        this.text = command.text();
        this.digest = Sha256.of(text);
        this.translations = new HashMap<>(command.translations());
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
    TermsReference unaltered() {
        if (!Arrays.equals(Sha256.of(text), digest)) {
            throw new TermsAltered(version);
        }
        return reference();
    }

    /** @throws TermsAltered if the text is not the one that was published */
    PublishedTerms published() {
        return new PublishedTerms(unaltered(), text, publishedAt, Map.copyOf(translations));
    }
}
