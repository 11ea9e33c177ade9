package org.licencedesk.billing;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.licencedesk.allowance.Acceptances;
import org.licencedesk.allowance.Allowance;
import org.licencedesk.allowance.Allowances;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.pricing.Prices;
import org.licencedesk.request.ReductionRenewal;
import org.licencedesk.tenant.RenewalCalendar.Period;
import org.licencedesk.tenant.Tenant;
import org.licencedesk.tenant.Tenants;

/** Closes invoices on their renewal dates, each once, on however many nodes (R33). */
@Stateless
public class Renewal {

    /** Where a day begins first. */
    private static final ZoneOffset FIRST_TO_SEE_THE_DAY = ZoneOffset.ofHours(14);

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private Tenants tenants;

    @Inject
    private Allowances allowances;

    @Inject
    private Acceptances acceptances;

    @Inject
    private Prices prices;

    @Inject
    private BilledMaxima maxima;

    @Inject
    private BillingKeeper keeper;

    @Inject
    private ReductionRenewal reductions;

    /** @return the tenants with an invoice to close, the longest due first */
    public List<TenantId> due(Instant now) {
        return entities.createQuery(
                        "select t, a.dueOn from BillingAccount a join Tenant t on t.id = a.tenantId"
                                + " where a.dueOn <= :latest order by a.dueOn, a.tenantId",
                        Object[].class)
                .setParameter("latest", now.atOffset(FIRST_TO_SEE_THE_DAY).toLocalDate())
                .getResultStream()
                .filter(row -> !((LocalDate) row[1]).isAfter(((Tenant) row[0]).dayOf(now)))
                .map(row -> ((Tenant) row[0]).id())
                .toList();
    }

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
        Invoice invoice = Invoice.of(
                prices.of(tenant),
                open.next(),
                maxima.on(id, open.next()),
                acceptances.increases(id, open.start(), open.next()));
        store(tenant, invoice, now);
        account.close(tenant.calendar());
        allowance.billedOn(invoice.date());
        allowance.waitUntil(account.dueOn());
        keeper.tell(
                tenant,
                allowance,
                BillingEvent.Kind.INVOICE_CLOSED,
                Optional.of(new BillingEvent.Closed(invoice.date(), invoice.total())),
                now);
        return true;
    }

    /** As {@link #closeNext}, beside a transaction that runs and has locked nothing. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean closeNextApart(TenantId id, Instant now) {
        return closeNext(id, now);
    }

    private void store(Tenant tenant, Invoice invoice, Instant now) {
        entities.persist(new StoredInvoice(tenant.id(), invoice, tenant.currency(), now));
        for (int i = 0; i < invoice.lines().size(); i++) {
            entities.persist(new StoredInvoiceLine(
                    tenant.id(), invoice.date(), i + 1, invoice.lines().get(i)));
        }
    }
}
