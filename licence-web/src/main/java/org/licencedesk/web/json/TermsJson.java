package org.licencedesk.web.json;

import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.seats.terms.Digest;
import org.licencedesk.seats.terms.PublishTerms;
import org.licencedesk.seats.terms.TermsReference;

/** Which terms are meant, in the contract, and where they can be read. */
public record TermsJson(String version, String digest, String href) {

    private static final String PATH = Href.of("/api/v1/terms/");

    /** @return the terms in this form */
    public static TermsJson of(TermsReference terms) {
        return new TermsJson(terms.version(), terms.digest().toString(), PATH + terms.version());
    }

    TermsReference reference() {
        if (!PublishTerms.isVersion(version)) {
            throw new InvalidValue("version", Problem.NOT_IN_FORM);
        }
        if (!href.startsWith(PATH) || !href.substring(PATH.length()).matches("[A-Za-z0-9._-]+")) {
            throw new InvalidValue("href", Problem.NOT_IN_FORM);
        }
        return new TermsReference(
                version, Digest.parse(digest).orElseThrow(() -> new InvalidValue("digest", Problem.NOT_IN_FORM)));
    }
}
