package org.licencedesk.record.billing;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.WithoutPermission;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.seats.request.ReductionRenewal;
import org.licencedesk.seats.tenant.RenewalCalendar.Period;
import org.licencedesk.seats.tenant.Tenant;
import org.licencedesk.seats.tenant.Tenants;

/** Closes invoices on their renewal dates, each once, on however many nodes (R33). */
@Stateless
@WithoutPermission("a step of a job, which nobody calls")
public class Renewal {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private Tenants tenants;

    @Inject
    private Allowances allowances;

    @Inject
    private InvoiceDrafts drafts;

    @Inject
    private Documents documents;

    @Inject
    private BilledMaxima maxima;

    @Inject
    private BillingKeeper keeper;

    @Inject
    private ReductionRenewal reductions;

    /**
     * Closes the earliest invoice of the tenant that is due, if one is, as of its date: what was changed since then does
     * not change it. A reduction that was agreed for its date is settled before, whoever comes first; and where no invoice is
     * due, one whose date has come all the same (R30).
     *
     * @return whether one was closed, so that another may be due
     */
    public boolean closeNext(TenantId id, Instant now) {
        Allowance allowance = allowances.lockAsItStands(id);
        Tenant tenant = tenants.get(id);
        BillingAccount account = entities.find(BillingAccount.class, id.value());
        Period open = account.open(tenant.calendar());
        if (open.next().isAfter(tenant.dayOf(now))) {
            account.waitForRenewal(tenant.calendar());
            allowance.waitUntil(account.dueOn());
            reductions.applyDue(id, tenant.dayOf(now), now);
            return false;
        }
        reductions.applyDue(id, open.next(), now);
        Invoice invoice = drafts.of(tenant, open, maxima.on(id, open.next()));
        ClosedInvoice closed = documents.close(tenant, invoice, now);
        account.close(tenant.calendar());
        allowance.billedOn(invoice.date());
        allowance.waitUntil(account.dueOn());
        keeper.tell(tenant, allowance, BillingEvent.Kind.INVOICE_CLOSED, Optional.of(closed), now);
        return true;
    }

    /** As {@link #closeNext}, beside a transaction that runs and has locked nothing. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean closeNextApart(TenantId id, Instant now) {
        return closeNext(id, now);
    }
}
