package org.licencedesk.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.seats.terms.PublishedTerms;
import org.licencedesk.seats.terms.TermsAltered;
import org.licencedesk.seats.terms.TermsLibrary;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.page.Preferences;

/** {@code /operator/terms/VERSION}: one version of the terms, and what it changed (R29). */
@Named
@RequestScoped
public class TermsVersionPage {

    @Inject
    private TermsLibrary library;

    @Inject
    private OperatorAddress address;

    @Inject
    private Refusals refusals;

    @Inject
    private PageContext page;

    private String refusal = "";

    private final Lazy<Optional<PublishedTerms>> terms = new Lazy<>(this::read);

    private final Lazy<Optional<PublishedTerms>> before = new Lazy<>(this::readBefore);

    private Optional<PublishedTerms> read() {
        try {
            return Optional.of(library.version(address.rest()));
        } catch (TermsAltered e) {
            refusal = refusals.text(e.code());
            return Optional.empty();
        }
    }

    private Optional<PublishedTerms> readBefore() {
        try {
            return library.before(address.rest());
        } catch (TermsAltered e) {
            return Optional.empty();
        }
    }

    /** Shows the error page where no such version was published. */
    public void require() {
        try {
            terms.get();
        } catch (NotFound e) {
            page.fail(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** @return the version that the address names */
    public String getVersion() {
        return address.rest();
    }

    /** @return the version with its text; empty where it was altered */
    public Optional<PublishedTerms> terms() {
        return terms.get();
    }

    /** @return why there is no text to read, or blank */
    public String getRefusal() {
        terms.get();
        return refusal;
    }

    /** @return the codes of the languages that it was translated into */
    public List<String> languages() {
        return Preferences.LANGUAGES.stream()
                .map(language -> language.getLanguage())
                .filter(code -> terms().flatMap(found -> found.in(code)).isPresent())
                .toList();
    }

    /** @return the version that was in force before, if there was one */
    public Optional<PublishedTerms> before() {
        return before.get();
    }

    /** @return what changed since the version before */
    public List<TermsDiff.Line> changes() {
        return terms().flatMap(now -> before().map(then -> TermsDiff.between(then.text(), now.text())))
                .orElse(List.of());
    }
}
