package org.licencedesk.vendor.portfolio;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.record.ledger.Ledger;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.record.ledger.LedgerFilter;
import org.licencedesk.record.ledger.LedgerSearch;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.seats.allowance.NotAReduction;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.pricing.PriceList;
import org.licencedesk.seats.pricing.Prices;
import org.licencedesk.seats.request.ReductionRequest;
import org.licencedesk.seats.request.RequestReading;
import org.licencedesk.seats.tenant.NotARenewalDate;
import org.licencedesk.seats.tenant.Tenant;
import org.licencedesk.seats.tenant.Tenants;
import org.licencedesk.vendor.portfolio.SystemDetail.PriceFrom;

/** Shows an account manager what goes on in the systems of the portfolio, and an Operator in all systems (R2). */
@Stateless
public class PortfolioOverview {

    private static final int REQUESTS = 6;

    private static final int CHANGES = 10;

    private static final int RENEWALS = 12;

    @Inject
    private Tenants tenants;

    @Inject
    private PortfolioSystems systems;

    @Inject
    private TenantStates states;

    @Inject
    private Allowances allowances;

    @Inject
    private Prices prices;

    @Inject
    private RequestReading requests;

    @Inject
    private Ledger ledger;

    @Inject
    private LedgerSearch search;

    @Inject
    private TimeSource time;

    /** @return the systems that the query asks for, in as many statements however many there are */
    public SystemList list(SystemQuery query, Actor actor) {
        Permission.SEE_TENANTS.require(actor);
        Optional<ManagerId> manager = actor.manager();
        PortfolioSystems.Count count = systems.count(manager, query);
        int pages = Math.toIntExact(Math.max(1, (count.all() + query.size() - 1) / query.size()));
        int page = Math.min(query.page(), pages);
        List<TenantId> ids = systems.page(manager, query, page);
        return new SystemList(overviews(ids, actor), count.all(), count.waiting(), page, pages);
    }

    private List<SystemOverview> overviews(List<TenantId> ids, Actor actor) {
        List<Tenant> found = tenants.of(ids).stream()
                .sorted((one, other) -> Integer.compare(ids.indexOf(one.id()), ids.indexOf(other.id())))
                .toList();
        Map<TenantId, ReductionRequest> open = requests.open(ids, actor);
        Map<TenantId, LedgerEntry> last = ledger.lastOf(ids, actor);
        return states.of(found).stream()
                .map(state -> {
                    TenantId id = state.profile().id();
                    return new SystemOverview(
                            state, Optional.ofNullable(open.get(id)), Objects.requireNonNull(last.get(id)));
                })
                .toList();
    }

    /**
     * @param slug the system's address, as a client sent it
     * @throws NotFound if the portfolio has no such system (R3)
     */
    public SystemDetail show(String slug, Actor actor) {
        Permission.SEE_TENANTS.require(actor);
        Tenant tenant = tenants.get(tenants.visible(actor, slug));
        TenantId id = tenant.id();
        Allowance allowance = allowances.current(id);
        LocalDate day = allowance.billingDay(tenant.dayOf(time.now()));
        PriceList list = prices.of(tenant);
        LocalDate began = tenant.calendar().around(day).start();
        return new SystemDetail(
                states.of(tenant),
                prices(list),
                list.perSeatOn(began).isEmpty() ? Optional.of(began) : Optional.empty(),
                requests.latest(id, REQUESTS, actor),
                search.find(id, LedgerFilter.everything(), PageRequest.first(CHANGES), actor)
                        .items(),
                tenant.calendar().coming(day, RENEWALS));
    }

    /**
     * @param slug the system's address, as a client sent it
     * @return what the reduction would come to; nothing is agreed on
     * @throws NotFound if the portfolio has no such system (R3)
     * @throws NotAReduction if the number is not below the maximum
     * @throws NotARenewalDate if the date is none that is still to come
     */
    public ReductionEffect effect(String slug, Reduction reduction, Actor actor) {
        Permission.DECIDE_REDUCTIONS.require(actor);
        Tenant tenant = tenants.get(tenants.visible(actor, slug));
        Allowance allowance = allowances.current(tenant.id());
        allowance.requireLower(reduction.maximum());
        tenant.calendar().requireComing(reduction.effectiveOn(), allowance.billingDay(tenant.dayOf(time.now())));
        int seats = allowance.figures().maximum() - reduction.maximum();
        return new ReductionEffect(
                reduction, allowance.figures(), prices.of(tenant).forPeriod(seats, reduction.effectiveOn()));
    }

    private static List<PriceFrom> prices(PriceList list) {
        return list.perSeat().descendingMap().entrySet().stream()
                .map(price -> new PriceFrom(price.getKey(), price.getValue()))
                .toList();
    }
}
