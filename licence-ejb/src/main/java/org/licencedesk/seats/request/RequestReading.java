package org.licencedesk.seats.request;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.WithoutPermission;

/** Shows reduction requests: a tenant's to its System Admins, a portfolio's to its account manager. */
@Stateless
public class RequestReading {

    @Inject
    private StoredRequests requests;

    /**
     * @return the request
     * @throws NotFound if the tenant has none of that identity
     */
    public ReductionRequest get(TenantId tenant, RequestId id, Actor actor) {
        Permission.REQUEST_REDUCTIONS.require(actor, tenant);
        return requests.view(requests.get(tenant, id));
    }

    /** @return whether the tenant has a request of that identity */
    @WithoutPermission("asked before any permission: whether there is what a path names")
    public boolean has(TenantId tenant, RequestId id) {
        return requests.find(tenant, id).isPresent();
    }

    /**
     * @param page which page of the list
     * @return the tenant's requests, the latest first
     * @throws InvalidValue if the cursor is none
     */
    public Page<ReductionRequest> list(TenantId tenant, PageRequest page, Actor actor) {
        Permission.REQUEST_REDUCTIONS.require(actor, tenant);
        return view(page, requests.ofTenant(tenant, page.identity().orElse(Identifiers.LAST), page.rows()));
    }

    /**
     * @param state the state wanted, or any
     * @param page which page of the list
     * @return the requests of all tenants of the account manager's portfolio, the latest first
     * @throws InvalidValue if the cursor is none
     */
    public Page<ReductionRequest> listPortfolio(Optional<RequestState> state, PageRequest page, Actor actor) {
        Permission.DECIDE_REDUCTIONS.require(actor);
        ManagerId manager = actor.manager().orElseThrow(NotFound::new);
        Set<RequestState> states = state.map(Set::of).orElseGet(() -> EnumSet.allOf(RequestState.class));
        return view(
                page,
                requests.ofPortfolio(manager.value(), states, page.identity().orElse(Identifiers.LAST), page.rows()));
    }

    /** @return the latest requests of a tenant that the vendor's staff look at, so many at most, the latest first */
    public List<ReductionRequest> latest(TenantId tenant, int most, Actor actor) {
        Permission.SEE_TENANTS.require(actor, tenant);
        return requests.view(requests.ofTenant(tenant, Identifiers.LAST, most));
    }

    /** @return the tenant's requests that the user made, answered or was chosen in, oldest first */
    public List<ReductionRequest> involving(TenantId tenant, UserId user, Actor actor) {
        Permission.EXPORT_USERS.require(actor, tenant);
        return requests.view(requests.involving(tenant, user));
    }

    /** @return the request that has not ended of each of the tenants that have one; the actor was found to see them */
    public Map<TenantId, ReductionRequest> open(Collection<TenantId> tenants, Actor actor) {
        Permission.SEE_TENANTS.require(actor);
        return requests.view(requests.open(tenants)).stream()
                .collect(Collectors.toMap(ReductionRequest::tenant, Function.identity()));
    }

    private Page<ReductionRequest> view(PageRequest wanted, List<StoredRequest> found) {
        Page<StoredRequest> page = wanted.of(found, request -> request.id().toString());
        return new Page<>(requests.view(page.items()), page.next());
    }
}
