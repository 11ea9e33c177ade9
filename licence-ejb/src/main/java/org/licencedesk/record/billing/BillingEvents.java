package org.licencedesk.record.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;

/** The feed for the vendor's billing system. */
@Stateless
public class BillingEvents {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private Documents documents;

    /**
     * @param after the sequence number after which to begin; 0 for the first
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
        Map<Integer, ClosedInvoice> closed = documents.headsOf(
                tenant,
                found.stream().flatMap(event -> event.invoiceNumber().stream()).toList());
        List<BillingEvent> events = found.stream()
                .map(event -> event.event(number -> BillingEvent.Closed.of(Objects.requireNonNull(closed.get(number)))))
                .toList();
        return Page.of(events, size, event -> Long.toString(event.sequence()));
    }
}
