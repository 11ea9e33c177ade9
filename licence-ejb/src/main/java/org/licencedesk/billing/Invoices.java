package org.licencedesk.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.licencedesk.allowance.Acceptances;
import org.licencedesk.allowance.Allowance;
import org.licencedesk.allowance.Allowances;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.pricing.Prices;
import org.licencedesk.tenant.RenewalCalendar.Period;
import org.licencedesk.tenant.Tenant;
import org.licencedesk.tenant.Tenants;

/** Shows the next invoice and the closed ones (R10, R33). */
@Stateless
public class Invoices {

    /** Behind every date that has an invoice. */
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

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
    private TimeSource time;

    /** @return the next invoice as it will be, if nothing else changes */
    public Invoice next(TenantId id, Actor actor) {
        Permission.SEE_INVOICES.require(actor, id);
        Tenant tenant = tenants.get(id);
        Allowance allowance = allowances.current(id);
        Period period = tenant.calendar().around(allowance.billingDay(tenant.dayOf(time.now())));
        return Invoice.of(
                prices.of(tenant),
                period.next(),
                allowance.maximumOn(period.next()),
                acceptances.increases(id, period.start(), period.next()));
    }

    /**
     * @param cursor where the page begins, or at the newest
     * @param size how many at most
     * @return the closed invoices, newest first
     * @throws InvalidValue if the cursor is none
     */
    public Page<ClosedInvoice> closed(TenantId tenant, Optional<String> cursor, int size, Actor actor) {
        Permission.SEE_INVOICES.require(actor, tenant);
        List<StoredInvoice> found = entities.createQuery(
                        "from StoredInvoice where key.tenantId = :tenant and key.invoiceOn < :behind"
                                + " order by key.invoiceOn desc",
                        StoredInvoice.class)
                .setParameter("tenant", tenant.value())
                .setParameter("behind", cursor.map(Invoices::date).orElse(LAST))
                .setMaxResults(size + 1)
                .getResultList();
        Map<LocalDate, List<StoredInvoiceLine>> lines = lines(tenant, found);
        return Page.of(found, size, invoice -> invoice.date().toString()).map(invoice -> withLines(invoice, lines));
    }

    /**
     * @param date its date, by which a tenant knows an invoice
     * @return the closed invoice
     * @throws NotFound if the tenant has none of that date
     */
    public ClosedInvoice closed(TenantId tenant, LocalDate date, Actor actor) {
        Permission.SEE_INVOICES.require(actor, tenant);
        StoredInvoice found = Optional.ofNullable(
                        entities.find(StoredInvoice.class, new StoredInvoice.Key(tenant.value(), date)))
                .orElseThrow(NotFound::new);
        return withLines(found, lines(tenant, List.of(found)));
    }

    private static ClosedInvoice withLines(StoredInvoice invoice, Map<LocalDate, List<StoredInvoiceLine>> lines) {
        return invoice.with(lines.getOrDefault(invoice.date(), List.of()).stream()
                .map(line -> line.line(invoice.currency()))
                .toList());
    }

    private Map<LocalDate, List<StoredInvoiceLine>> lines(TenantId tenant, List<StoredInvoice> invoices) {
        return entities.createQuery(
                        "from StoredInvoiceLine where key.tenantId = :tenant and key.invoiceOn in :dates"
                                + " order by key.invoiceOn, key.line",
                        StoredInvoiceLine.class)
                .setParameter("tenant", tenant.value())
                .setParameter(
                        "dates", invoices.stream().map(StoredInvoice::date).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(StoredInvoiceLine::date));
    }

    private static LocalDate date(String cursor) {
        try {
            if (cursor.length() == LAST.toString().length()) {
                return LocalDate.parse(cursor);
            }
        } catch (DateTimeException e) {
            throw new InvalidValue("cursor", Problem.NOT_IN_FORM);
        }
        throw new InvalidValue("cursor", Problem.NOT_IN_FORM);
    }
}
