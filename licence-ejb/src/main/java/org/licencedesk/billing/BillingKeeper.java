package org.licencedesk.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.licencedesk.allowance.Allowance;
import org.licencedesk.allowance.Allowances;
import org.licencedesk.allowance.Quotes;
import org.licencedesk.allowance.Reduction;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.Happening;
import org.licencedesk.pricing.PriceSet;
import org.licencedesk.request.RequestChanged;
import org.licencedesk.request.RequestState;
import org.licencedesk.tenant.Tenant;
import org.licencedesk.tenant.Tenants;

/** Notes whatever changes what a tenant is charged, in the transaction that changes it. */
@ApplicationScoped
class BillingKeeper {

    private static final Set<EntryKind> OF_THE_MAXIMUM = EnumSet.of(
            EntryKind.TENANT_CREATED,
            EntryKind.ALLOWANCE_RAISED,
            EntryKind.ALLOWANCE_REDUCED,
            EntryKind.ALLOWANCE_CORRECTED);

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

    void keep(@Observes Happening told) {
        if (!OF_THE_MAXIMUM.contains(told.kind())) {
            return;
        }
        Tenant tenant = tenants.get(told.tenant());
        Allowance allowance = allowances.get(told.tenant());
        LocalDate day = allowance.billingDay(tenant.dayOf(told.at()));
        allowance.billedOn(day);
        if (told.kind() == EntryKind.TENANT_CREATED) {
            BillingAccount account = new BillingAccount(told.tenant(), day, tenant.calendar());
            entities.persist(account);
            allowance.waitUntil(account.dueOn());
        }
        // A reduction counts from the date that was agreed on, however late it is applied.
        if (told.kind() != EntryKind.ALLOWANCE_REDUCED) {
            maxima.note(told.tenant(), day.plusDays(1), allowance.figures().maximum());
        }
        tell(tenant, allowance, BillingEvent.Kind.MAXIMUM_CHANGED, Optional.empty(), told.at());
    }

    void keep(@Observes RequestChanged told) {
        if (told.request().state() == RequestState.APPLIED) {
            Reduction applied = told.request().standing();
            maxima.note(told.request().tenant(), applied.effectiveOn(), applied.maximum());
        }
    }

    void keep(@Observes PriceSet told) {
        Allowance allowance = allowances.lock(told.tenant());
        tell(tenants.get(told.tenant()), allowance, BillingEvent.Kind.PRICE_CHANGED, Optional.empty(), told.at());
    }

    /** Tells the billing system how things stand; the tenant's allowance is locked. */
    void tell(
            Tenant tenant,
            Allowance allowance,
            BillingEvent.Kind kind,
            Optional<BillingEvent.Closed> closed,
            Instant at) {
        BillingAccount account = entities.find(BillingAccount.class, tenant.id().value());
        BillingEvent event = new BillingEvent(
                account.nextEvent(),
                at,
                kind,
                allowance.figures().maximum(),
                quotes.nextInvoice(allowance, at),
                closed);
        entities.persist(new StoredBillingEvent(tenant.id(), tenant.currency(), event));
    }
}
