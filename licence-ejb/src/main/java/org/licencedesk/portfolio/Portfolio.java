package org.licencedesk.portfolio;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.licencedesk.allowance.Allowance;
import org.licencedesk.allowance.Allowances;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.pricing.PriceList;
import org.licencedesk.pricing.Prices;
import org.licencedesk.tenant.Slug;
import org.licencedesk.tenant.Tenant;
import org.licencedesk.tenant.Tenants;

/** Shows and edits tenants: all of them for an Operator, their portfolio for an Account Manager (R2). */
@Stateless
public class Portfolio {

    @Inject
    private Tenants tenants;

    @Inject
    private Allowances allowances;

    @Inject
    private Prices prices;

    @Inject
    private TimeSource time;

    /**
     * @param cursor where the page begins, or at the first tenant
     * @param size how many at most
     * @return the tenants that the actor sees, by slug
     * @throws InvalidValue if the cursor is none
     */
    public Page<TenantState> list(Optional<String> cursor, int size, Actor actor) {
        Permission.SEE_TENANTS.require(actor);
        if (!cursor.map(Slug::isSlug).orElse(true)) {
            throw new InvalidValue("cursor", InvalidValue.Problem.NOT_IN_FORM);
        }
        Instant now = time.now();
        List<Tenant> found = tenants.seenBy(actor, cursor, size + 1);
        List<TenantId> ids = found.stream().map(Tenant::id).toList();
        Map<TenantId, Allowance> held =
                allowances.of(ids).stream().collect(Collectors.toMap(Allowance::tenant, Function.identity()));
        Map<TenantId, PriceList> lists = prices.of(found);
        return Page.of(found, size, tenant -> tenant.slug().text())
                .map(tenant -> state(
                        tenant,
                        Objects.requireNonNull(held.get(tenant.id())),
                        Objects.requireNonNull(lists.get(tenant.id())),
                        now));
    }

    /** @return the tenant, which the actor was found to see */
    public TenantState get(TenantId tenant, Actor actor) {
        Permission.SEE_TENANTS.require(actor, tenant);
        return state(tenant);
    }

    /**
     * @return the tenant afterwards
     * @throws Forbidden if anybody but an Operator would change who answers for it
     * @throws InvalidValue if there is no such account manager
     */
    public TenantState edit(EditTenant command) {
        Permission.CHANGE_TENANTS.require(command.actor(), command.tenant());
        if (command.contact().isPresent() || command.manager().isPresent()) {
            Permission.MANAGE_ACCOUNT_MANAGERS.require(command.actor());
        }
        tenants.edit(command.tenant(), command.name(), command.timeZone(), command.contact(), command.manager());
        return state(command.tenant());
    }

    private TenantState state(TenantId id) {
        Tenant tenant = tenants.get(id);
        return state(tenant, allowances.get(id), prices.of(tenant), time.now());
    }

    private static TenantState state(Tenant tenant, Allowance allowance, PriceList list, Instant now) {
        var today = tenant.dayOf(now);
        return new TenantState(
                tenant.profile(), tenant.calendar().around(today).next(), list.perSeatOn(today), allowance.figures());
    }
}
