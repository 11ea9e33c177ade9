package org.licencedesk.billing;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;

/** The feed for the vendor's billing system. */
@Stateless
public class BillingEvents {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /**
     * @param after the sequence number behind which to begin; 0 for the first
     * @param size how many at most
     * @return the events, oldest first
     */
    public Page<BillingEvent> after(TenantId tenant, long after, int size, Actor actor) {
        Permission.SEE_INVOICES.require(actor, tenant);
        List<StoredBillingEvent> found = entities.createQuery(
                        "from StoredBillingEvent where key.tenantId = :tenant and key.sequence > :after"
                                + " order by key.sequence",
                        StoredBillingEvent.class)
                .setParameter("tenant", tenant.value())
                .setParameter("after", after)
                .setMaxResults(size + 1)
                .getResultList();
        Map<LocalDate, StoredInvoice> invoices = invoices(tenant, found);
        List<BillingEvent> events = found.stream()
                .map(event -> event.event(
                        date -> Optional.ofNullable(invoices.get(date)).flatMap(StoredInvoice::total)))
                .toList();
        return Page.of(events, size, event -> Long.toString(event.sequence()));
    }

    private Map<LocalDate, StoredInvoice> invoices(TenantId tenant, List<StoredBillingEvent> events) {
        List<LocalDate> dates = events.stream()
                .flatMap(event -> event.closedInvoiceOn().stream())
                .toList();
        return entities.createQuery(
                        "from StoredInvoice where key.tenantId = :tenant and key.invoiceOn in :dates",
                        StoredInvoice.class)
                .setParameter("tenant", tenant.value())
                .setParameter("dates", dates)
                .getResultStream()
                .collect(Collectors.toMap(StoredInvoice::date, Function.identity()));
    }
}
