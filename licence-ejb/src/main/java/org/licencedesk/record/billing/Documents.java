package org.licencedesk.record.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.record.billing.StoredInvoice.Kind;
import org.licencedesk.seats.pricing.PriceList;
import org.licencedesk.seats.tenant.Tenant;

/** The closed invoices of the tenants, and the documents that correct them; whoever adds one has locked the tenant's allowance. */
@ApplicationScoped
class Documents {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /** Stores the invoice, which does not change from now on. */
    ClosedInvoice close(Tenant tenant, Invoice invoice, Instant now) {
        return store(tenant, Optional.empty(), invoice, now);
    }

    /**
     * Corrects each invoice whose period had no price when it was closed and has one now: what so many seats cost for the
     * period follows in a document of its own (R58). Increases on the invoice are of the period before it, and stay as they are.
     *
     * @param day the date of the documents
     * @return the documents, oldest first
     */
    List<ClosedInvoice> correctUnpriced(Tenant tenant, PriceList list, LocalDate day, Instant now) {
        return entities
                .createQuery(
                        "select l.seats, i.renewalOn from StoredInvoice i join StoredInvoiceLine l"
                                + " on l.key.tenantId = i.key.tenantId and l.key.number = i.key.number"
                                + " where i.key.tenantId = :tenant and i.kind = :invoice and l.kind = :period"
                                + " and l.amount is null and not exists (select 1 from StoredInvoice c"
                                + " where c.key.tenantId = i.key.tenantId and c.renewalOn = i.renewalOn"
                                + " and c.kind = :correction) order by i.renewalOn",
                        Object[].class)
                .setParameter("tenant", tenant.id().value())
                .setParameter("invoice", Kind.INVOICE)
                .setParameter("correction", Kind.CORRECTION)
                .setParameter("period", InvoiceLine.Kind.PERIOD)
                .getResultList()
                .stream()
                .map(row -> Invoice.period(list, (LocalDate) row[1], (int) row[0]))
                .filter(line -> line.amount().isPresent())
                .map(line -> store(tenant, Optional.of(line.from()), Invoice.of(day, List.of(line)), now))
                .toList();
    }

    /** @return the documents with a lower number, the highest first; at most {@code most} */
    List<ClosedInvoice> before(TenantId tenant, long number, int most) {
        return withLines(
                tenant,
                entities.createQuery(
                                "from StoredInvoice where key.tenantId = :tenant and key.number < :number"
                                        + " order by key.number desc",
                                StoredInvoice.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("number", Math.toIntExact(Math.min(number, Integer.MAX_VALUE)))
                        .setMaxResults(most)
                        .getResultList());
    }

    /** @return the invoice of the renewal date, or the document that corrects it, if there is one */
    Optional<ClosedInvoice> find(TenantId tenant, LocalDate renewal, Kind kind) {
        return withLines(
                        tenant,
                        entities.createQuery(
                                        "from StoredInvoice where key.tenantId = :tenant and renewalOn = :renewal"
                                                + " and kind = :kind",
                                        StoredInvoice.class)
                                .setParameter("tenant", tenant.value())
                                .setParameter("renewal", renewal)
                                .setParameter("kind", kind)
                                .getResultList())
                .stream()
                .findFirst();
    }

    /** @return the documents of those numbers, less their lines */
    Map<Integer, ClosedInvoice> headsOf(TenantId tenant, List<Integer> numbers) {
        return entities
                .createQuery(
                        "from StoredInvoice where key.tenantId = :tenant and key.number in :numbers",
                        StoredInvoice.class)
                .setParameter("tenant", tenant.value())
                .setParameter("numbers", numbers)
                .getResultList()
                .stream()
                .map(document -> document.with(List.of()))
                .collect(Collectors.toMap(ClosedInvoice::number, document -> document));
    }

    private ClosedInvoice store(Tenant tenant, Optional<LocalDate> corrects, Invoice invoice, Instant now) {
        BillingAccount account = Objects.requireNonNull(
                entities.find(BillingAccount.class, tenant.id().value()));
        ClosedInvoice closed = new ClosedInvoice(account.nextInvoice(), corrects, invoice, now);
        entities.persist(new StoredInvoice(tenant.id(), closed, tenant.currency()));
        for (int i = 0; i < invoice.lines().size(); i++) {
            entities.persist(new StoredInvoiceLine(
                    tenant.id(), closed.number(), i + 1, invoice.lines().get(i)));
        }
        return closed;
    }

    private List<ClosedInvoice> withLines(TenantId tenant, List<StoredInvoice> documents) {
        Map<Integer, List<StoredInvoiceLine>> lines = entities
                .createQuery(
                        "from StoredInvoiceLine where key.tenantId = :tenant and key.number in :numbers"
                                + " order by key.number, key.line",
                        StoredInvoiceLine.class)
                .setParameter("tenant", tenant.value())
                .setParameter(
                        "numbers", documents.stream().map(StoredInvoice::number).toList())
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(StoredInvoiceLine::number));
        return documents.stream()
                .map(document -> document.with(lines.getOrDefault(document.number(), List.of()).stream()
                        .map(line -> line.line(document.currency()))
                        .toList()))
                .toList();
    }
}
