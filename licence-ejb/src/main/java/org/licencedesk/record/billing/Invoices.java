package org.licencedesk.record.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.seats.tenant.RenewalCalendar.Period;
import org.licencedesk.seats.tenant.Tenant;
import org.licencedesk.seats.tenant.Tenants;

/** Shows the next invoice and the closed ones (R10, R33). */
@Stateless
public class Invoices {

    @Inject
    private Tenants tenants;

    @Inject
    private Allowances allowances;

    @Inject
    private InvoiceDrafts drafts;

    @Inject
    private Documents documents;

    @Inject
    private TimeSource time;

    /** @return the next invoice as it will be, if nothing else changes */
    public Invoice next(TenantId id, Actor actor) {
        Permission.SEE_INVOICES.require(actor, id);
        Tenant tenant = tenants.get(id);
        Allowance allowance = allowances.current(id);
        Period period = tenant.calendar().around(allowance.billingDay(tenant.dayOf(time.now())));
        return drafts.of(tenant, period, allowance.maximumOn(period.next()));
    }

    /**
     * @param page which page of the list
     * @return the closed invoices and the documents that correct them, newest first
     * @throws InvalidValue if the cursor is none
     */
    public Page<ClosedInvoice> closed(TenantId tenant, PageRequest page, Actor actor) {
        Permission.SEE_INVOICES.require(actor, tenant);
        return page.of(
                documents.before(tenant, page.number().orElse(Long.MAX_VALUE), page.rows()),
                document -> Integer.toString(document.number()));
    }

    /**
     * @param date its date
     * @return the closed invoice
     * @throws NotFound if the tenant has none of that date
     */
    public ClosedInvoice closed(TenantId tenant, LocalDate date, Actor actor) {
        Permission.SEE_INVOICES.require(actor, tenant);
        return documents.find(tenant, date, StoredInvoice.Kind.INVOICE).orElseThrow(NotFound::new);
    }

    /**
     * @param date the date of an invoice
     * @return the document that corrects it (R58)
     * @throws NotFound if there is none
     */
    public ClosedInvoice correction(TenantId tenant, LocalDate date, Actor actor) {
        Permission.SEE_INVOICES.require(actor, tenant);
        return documents.find(tenant, date, StoredInvoice.Kind.CORRECTION).orElseThrow(NotFound::new);
    }
}
