package org.licencedesk.seats.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.licencedesk.kernel.ActorKind;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.seats.directory.UserAccounts;
import org.licencedesk.seats.tenant.Tenant;
import org.licencedesk.seats.tenant.Tenants;

/** The requests that are stored, and how they look. */
@ApplicationScoped
class StoredRequests {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private Tenants tenants;

    @Inject
    private Allowances allowances;

    @Inject
    private UserAccounts accounts;

    /** @throws NotFound if the tenant has none of that identity (R3) */
    StoredRequest get(TenantId tenant, RequestId id) {
        return find(tenant, id).orElseThrow(NotFound::new);
    }

    Optional<StoredRequest> find(TenantId tenant, RequestId id) {
        return Optional.ofNullable(entities.find(StoredRequest.class, id.value()))
                .filter(found -> found.tenant().equals(tenant));
    }

    /** The requests of the tenants that have not ended: one of each at most. */
    List<StoredRequest> open(Collection<TenantId> of) {
        if (of.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "from StoredRequest where tenantId in :tenants and state in :open", StoredRequest.class)
                .setParameter("tenants", of.stream().map(TenantId::value).toList())
                .setParameter("open", RequestState.OF_OPEN_ONES)
                .getResultList();
    }

    Optional<StoredRequest> open(TenantId tenant) {
        return open(List.of(tenant)).stream().findFirst();
    }

    void add(StoredRequest request) {
        entities.persist(request);
    }

    /** The requests of the tenant after the identity, the latest first. */
    List<StoredRequest> ofTenant(TenantId tenant, UUID after, int most) {
        return entities.createQuery(
                        "from StoredRequest where tenantId = :tenant and id < :after order by id desc",
                        StoredRequest.class)
                .setParameter("tenant", tenant.value())
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    /** The requests of the tenant that the user made, answered or was chosen in, oldest first. */
    List<StoredRequest> involving(TenantId tenant, UserId user) {
        return entities.createQuery(
                        "select r from StoredRequest r where r.tenantId = :tenant and (r.requestedBy = :label"
                                + " or r.decidedBy = :label or r.keptUserId = :user or :user member of r.chosen)"
                                + " order by r.id",
                        StoredRequest.class)
                .setParameter("tenant", tenant.value())
                .setParameter("user", user.value())
                .setParameter("label", ActorKind.USER.label(user.value()))
                .getResultList();
    }

    /** The requests of the manager's portfolio after the identity, the latest first. */
    List<StoredRequest> ofPortfolio(UUID manager, Set<RequestState> states, UUID after, int most) {
        return entities.createQuery(
                        "select r from StoredRequest r join Tenant t on t.id = r.tenantId"
                                + " where t.accountManager.id = :manager and r.state in :states and r.id < :after"
                                + " order by r.id desc",
                        StoredRequest.class)
                .setParameter("manager", manager)
                .setParameter("states", states)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    ReductionRequest view(StoredRequest request) {
        return view(List.of(request)).get(0);
    }

    /** The requests as they are shown, in three statements however many there are. */
    List<ReductionRequest> view(List<StoredRequest> requests) {
        List<TenantId> asking =
                requests.stream().map(StoredRequest::tenant).distinct().toList();
        Map<TenantId, Tenant> known =
                tenants.of(asking).stream().collect(Collectors.toMap(Tenant::id, Function.identity()));
        Map<TenantId, Allowance> held =
                allowances.of(asking).stream().collect(Collectors.toMap(Allowance::tenant, Function.identity()));
        Set<UserId> holders = accounts.holdingSeats(requests.stream()
                .filter(request -> request.state().isOpen())
                .flatMap(request -> request.chosen().stream())
                .collect(Collectors.toSet()));
        return requests.stream()
                .map(request -> request.view(
                        Objects.requireNonNull(known.get(request.tenant())),
                        preflight(request, Objects.requireNonNull(held.get(request.tenant())), holders)))
                .toList();
    }

    private static Optional<Preflight> preflight(StoredRequest request, Allowance allowance, Set<UserId> holders) {
        if (!request.state().isOpen()) {
            return Optional.empty();
        }
        long freed = request.chosen().stream().filter(holders::contains).count();
        return Optional.of(Preflight.of(allowance.figures(), request.standing().maximum(), Math.toIntExact(freed)));
    }
}
