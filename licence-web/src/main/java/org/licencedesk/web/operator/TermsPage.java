package org.licencedesk.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.licencedesk.kernel.Page;
import org.licencedesk.seats.terms.TermsLibrary;
import org.licencedesk.seats.terms.TermsReference;
import org.licencedesk.seats.terms.TermsVersion;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.ListAddress;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.page.Paging;

/** {@code /operator/terms}: the versions of the terms, the one in force first (R29). */
@Named
@RequestScoped
public class TermsPage {

    private static final int ROWS = 50;

    @Inject
    private TermsLibrary library;

    @Inject
    private PageContext page;

    private final Lazy<Page<TermsVersion>> list = new Lazy<>(this::read);

    private Page<TermsVersion> read() {
        return Paging.read(ListAddress.asked(page.request().getParameterMap()).text("before"), ROWS, library::versions);
    }

    /** @return the versions of the page, the latest first */
    public Page<TermsVersion> list() {
        return list.get();
    }

    /** @return whether the version is the one in force */
    public boolean isInForce(TermsVersion version) {
        Optional<TermsReference> inForce = library.inForce();
        return inForce.filter(version.reference()::equals).isPresent();
    }

    /** @return the address of the older versions, or blank */
    public String older() {
        return list().next()
                .map(before ->
                        ListAddress.of("/operator/terms").with("before", before).toString())
                .orElse("");
    }
}
