package org.licencedesk.vendor.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.seats.pricing.PriceList;
import org.licencedesk.seats.pricing.Prices;
import org.licencedesk.seats.tenant.Tenant;

/** Puts tenants together with their figures and prices. */
@ApplicationScoped
class TenantStates {

    @Inject
    private Allowances allowances;

    @Inject
    private Prices prices;

    @Inject
    private TimeSource time;

    /** The tenant, after what is due to it. */
    TenantState of(Tenant tenant) {
        allowances.current(tenant.id());
        return of(List.of(tenant)).get(0);
    }

    /** The tenants in their order, in two statements however many there are. */
    List<TenantState> of(List<Tenant> tenants) {
        Instant now = time.now();
        Map<TenantId, Allowance> held = allowances
                .of(tenants.stream().map(Tenant::id).toList())
                .stream()
                .collect(Collectors.toMap(Allowance::tenant, Function.identity()));
        Map<TenantId, PriceList> lists = prices.of(tenants);
        return tenants.stream()
                .map(tenant -> state(
                        tenant,
                        Objects.requireNonNull(held.get(tenant.id())),
                        Objects.requireNonNull(lists.get(tenant.id())),
                        tenant.dayOf(now)))
                .toList();
    }

    private static TenantState state(Tenant tenant, Allowance allowance, PriceList list, LocalDate today) {
        return new TenantState(
                tenant.profile(),
                tenant.calendar().around(today).next(),
                list.perSeatOn(today),
                allowance.figures(),
                tenant.revision());
    }
}
