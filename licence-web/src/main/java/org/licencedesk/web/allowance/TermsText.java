package org.licencedesk.web.allowance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.licencedesk.seats.terms.PublishedTerms;
import org.licencedesk.seats.terms.TermsAltered;
import org.licencedesk.seats.terms.TermsLibrary;
import org.licencedesk.seats.terms.TermsReference;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.page.PageContext;

/** The text of terms, to be read where they are accepted. */
@Named
@RequestScoped
public class TermsText {

    @Inject
    private TermsLibrary library;

    @Inject
    private Refusals refusals;

    @Inject
    private PageContext page;

    /** @return the text in the reader's language, where the binding one was translated into it and can be relied on; or blank */
    public String translation(TermsReference reference) {
        try {
            PublishedTerms found = library.version(reference.version());
            return found.reference().equals(reference)
                    ? found.in(page.locale().getLanguage()).orElse("")
                    : "";
        } catch (TermsAltered e) {
            return "";
        }
    }

    /**
     * @return the text that was published under the digest, or where it was altered meanwhile, why there is none to read:
     *     whoever accepts it all the same is refused
     */
    public String of(TermsReference reference) {
        try {
            PublishedTerms found = library.version(reference.version());
            return found.reference().equals(reference)
                    ? found.text()
                    : refusals.text(new TermsAltered(reference.version()).code());
        } catch (TermsAltered e) {
            return refusals.text(e.code());
        }
    }
}
