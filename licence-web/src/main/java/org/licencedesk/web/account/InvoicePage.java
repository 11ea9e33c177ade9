package org.licencedesk.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Optional;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.record.billing.ClosedInvoice;
import org.licencedesk.record.billing.Invoices;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** {@code /account/invoices/DATE}: one closed invoice; {@code /account/invoices/DATE/correction}: what corrects it. */
@Named
@RequestScoped
public class InvoicePage {

    @Inject
    private Invoices invoices;

    @Inject
    private AccountAddress address;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageContext page;

    private final Lazy<Optional<ClosedInvoice>> invoice =
            new Lazy<>(() -> address.invoice().flatMap(this::find));

    private Optional<ClosedInvoice> find(LocalDate date) {
        try {
            TenantId tenant = actor.tenant();
            return Optional.of(
                    address.isCorrection()
                            ? invoices.correction(tenant, date, actor.get())
                            : invoices.closed(tenant, date, actor.get()));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    /** Shows the error page where there is no such invoice. */
    public void require() {
        if (invoice.get().isEmpty()) {
            page.fail(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** @return the invoice */
    public ClosedInvoice invoice() {
        return invoice.get().orElseThrow(NotFound::new);
    }
}
