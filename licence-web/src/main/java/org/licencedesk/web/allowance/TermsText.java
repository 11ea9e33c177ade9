package org.licencedesk.web.allowance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.licencedesk.terms.PublishedTerms;
import org.licencedesk.terms.TermsLibrary;
import org.licencedesk.terms.TermsReference;

/** The text of terms, to be read where they are accepted. */
@Named
@RequestScoped
public class TermsText {

    @Inject
    private TermsLibrary library;

    /** @return the terms with their text */
    public PublishedTerms of(TermsReference reference) {
        return library.version(reference.version());
    }
}
