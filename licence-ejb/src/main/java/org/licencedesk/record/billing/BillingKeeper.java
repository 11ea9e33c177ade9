package org.licencedesk.record.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.LedgerEvent;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.seats.allowance.AfterChange;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.allowance.Quotes;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.pricing.PriceList;
import org.licencedesk.seats.pricing.PriceSet;
import org.licencedesk.seats.pricing.Prices;
import org.licencedesk.seats.request.RequestChanged;
import org.licencedesk.seats.request.RequestState;
import org.licencedesk.seats.tenant.Tenant;
import org.licencedesk.seats.tenant.Tenants;

/** Notes whatever changes what a tenant is charged, in the transaction that changes it. */
@ApplicationScoped
class BillingKeeper implements AfterChange {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private Tenants tenants;

    @Inject
    private Allowances allowances;

    @Inject
    private BilledMaxima maxima;

    @Inject
    private Quotes quotes;

    @Inject
    private Prices prices;

    @Inject
    private Charging charging;

    @Inject
    private Documents documents;

    @Override
    public Step step() {
        return Step.BILLING;
    }

    @Override
    public void on(LedgerEvent event) {
        if (event.kind().changesMaximum()) {
            keepMaximum(event);
        } else if (event.kind().seatsTaken() != 0
                && allowances.get(event.tenant()).agreedReduction().isPresent()) {
            look(event.tenant(), event.act().at());
        }
    }

    private void keepMaximum(LedgerEvent event) {
        Tenant tenant = tenants.get(event.tenant());
        Allowance allowance = allowances.get(event.tenant());
        LocalDate day = allowance.billingDay(tenant.dayOf(event.act().at()));
        allowance.billedOn(day);
        if (event.kind() == EntryKind.TENANT_CREATED) {
            BillingAccount account = new BillingAccount(event.tenant(), day, tenant.calendar());
            entities.persist(account);
            allowance.waitUntil(account.dueOn());
        }
        // A reduction counts from the date that was agreed on, however late it is applied.
        if (event.kind() != EntryKind.ALLOWANCE_REDUCED) {
            maxima.note(event.tenant(), day.plusDays(1), allowance.figures().maximum());
        }
        tell(
                tenant,
                allowance,
                BillingEvent.Kind.MAXIMUM_CHANGED,
                Optional.empty(),
                event.act().at());
    }

    void keep(@Observes RequestChanged told) {
        if (told.request().state() == RequestState.APPLIED) {
            Reduction applied = told.request().standing();
            maxima.note(told.request().tenant(), applied.effectiveOn(), applied.maximum());
        }
        look(told.request().tenant(), told.at());
    }

    void keep(@Observes PriceSet told) {
        Allowance allowance = allowances.get(told.tenant());
        Tenant tenant = tenants.get(told.tenant());
        PriceList list = prices.of(tenant);
        LocalDate day = allowance.billingDay(tenant.dayOf(told.at()));
        charging.price(tenant, list, tenant.calendar().around(day));
        tell(tenant, allowance, BillingEvent.Kind.PRICE_CHANGED, Optional.empty(), told.at());
        documents
                .correctUnpriced(tenant, list, day, told.at())
                .forEach(correction -> tell(
                        tenant, allowance, BillingEvent.Kind.INVOICE_CORRECTED, Optional.of(correction), told.at()));
    }

    /** Tells of the next invoice if it will be for other seats than was told; the tenant's allowance is locked. */
    private void look(TenantId id, Instant at) {
        Tenant tenant = tenants.get(id);
        Allowance allowance = allowances.get(id);
        LocalDate next =
                tenant.calendar().around(allowance.billingDay(tenant.dayOf(at))).next();
        if (!account(id).hasTold(allowance.maximumOn(next))) {
            compare(tenant, allowance, at);
        }
    }

    private void compare(Tenant tenant, Allowance allowance, Instant at) {
        StoredBillingEvent last = entities.find(
                StoredBillingEvent.class,
                new StoredBillingEvent.Key(
                        tenant.id().value(), account(tenant.id()).lastEvent()));
        Quote.NextInvoice next = quotes.nextInvoice(allowance, at);
        if (last == null || !last.says(allowance.figures().maximum(), next)) {
            tell(tenant, allowance, BillingEvent.Kind.FORECAST_CHANGED, Optional.empty(), at);
        }
    }

    /** Tells the billing system how things stand; the tenant's allowance is locked. */
    void tell(Tenant tenant, Allowance allowance, BillingEvent.Kind kind, Optional<ClosedInvoice> closed, Instant at) {
        Quote.NextInvoice next = quotes.nextInvoice(allowance, at);
        BillingEvent event = new BillingEvent(
                account(tenant.id()).nextEvent(allowance.maximumOn(next.date())),
                at,
                kind,
                allowance.figures().maximum(),
                next,
                closed.map(BillingEvent.Closed::of));
        entities.persist(new StoredBillingEvent(tenant.id(), tenant.currency(), event));
    }

    private BillingAccount account(TenantId tenant) {
        return Objects.requireNonNull(entities.find(BillingAccount.class, tenant.value()));
    }
}
