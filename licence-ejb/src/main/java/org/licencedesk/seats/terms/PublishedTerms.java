package org.licencedesk.seats.terms;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A published version of the terms, with its text to read.
 *
 * @param text the binding text, to which the digest belongs
 * @param translations what may be read beside it, by the code of its language
 */
public record PublishedTerms(
        TermsReference reference, String text, Instant publishedAt, Map<String, String> translations) {

    /** @return the text in the language, if the binding one was translated into it */
    public Optional<String> in(String language) {
        return Optional.ofNullable(translations.get(language));
    }
}
