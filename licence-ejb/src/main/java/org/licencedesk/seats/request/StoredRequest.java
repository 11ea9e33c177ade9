package org.licencedesk.seats.request;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.tenant.Tenant;

/** A reduction request, as stored, and the steps from state to state. The tenant's allowance row is its lock. */
@Entity
@Table(name = "reduction_request")
class StoredRequest {

    @Id
    private UUID id;

    private UUID tenantId;

    @Enumerated(EnumType.STRING)
    private RequestState state;

    private int maximum;

    private LocalDate effectiveOn;

    private String reason;

    private Instant requestedAt;

    private String requestedBy;

    private @Nullable Integer counterMaximum;

    private @Nullable LocalDate counterEffectiveOn;

    private @Nullable String message;

    private @Nullable Instant decidedAt;

    private @Nullable String decidedBy;

    private @Nullable Instant endedAt;

    private @Nullable Integer outcomeMaximum;

    private @Nullable Integer outcomeOccupied;

    private @Nullable UUID keptUserId;

    @ElementCollection
    @CollectionTable(name = "reduction_request_user", joinColumns = @JoinColumn(name = "request_id"))
    @Column(name = "user_id")
    @BatchSize(size = 200)
    private Set<UUID> chosen;

    protected StoredRequest() {}

    StoredRequest(TenantId tenant, Reduction asked, Reason reason, Set<UserId> chosen, Actor actor, Instant now) {
        this.id = Identifiers.next();
        this.tenantId = tenant.value();
        this.state = RequestState.OPEN;
        this.maximum = asked.maximum();
        this.effectiveOn = asked.effectiveOn();
        this.reason = reason.text();
        this.chosen = chosen.stream().map(UserId::value).collect(Collectors.toSet());
        this.requestedAt = now;
        this.requestedBy = actor.label();
    }

    /** What the account manager proposes, which waits for the System Admin as an offer does. */
    static StoredRequest proposed(TenantId tenant, Reduction proposed, Reason reason, Actor manager, Instant now) {
        StoredRequest request = new StoredRequest(tenant, proposed, reason, Set.of(), manager, now);
        request.state = RequestState.COUNTERED;
        request.counterMaximum = proposed.maximum();
        request.counterEffectiveOn = proposed.effectiveOn();
        return request;
    }

    RequestId id() {
        return new RequestId(id);
    }

    TenantId tenant() {
        return new TenantId(tenantId);
    }

    RequestState state() {
        return state;
    }

    Reason reason() {
        return new Reason(reason);
    }

    Set<UserId> chosen() {
        return chosen.stream().map(UserId::new).collect(Collectors.toSet());
    }

    Reduction asked() {
        return new Reduction(maximum, effectiveOn);
    }

    Optional<Reduction> counter() {
        return Optional.ofNullable(counterMaximum)
                .flatMap(number -> Optional.ofNullable(counterEffectiveOn).map(date -> new Reduction(number, date)));
    }

    /** What is on the table, or was agreed. */
    Reduction standing() {
        return counter().orElseGet(this::asked);
    }

    /** The account manager accepts what was asked for. */
    void accept(Optional<String> said, Actor manager, Instant now) {
        decide(RequestState.ACCEPTED, said, manager, now);
    }

    /** The account manager declines. */
    void decline(Optional<String> said, Actor manager, Instant now) {
        decide(RequestState.DECLINED, said, manager, now);
        endedAt = now;
    }

    /** The account manager offers something else. */
    void counter(Reduction offered, Optional<String> said, Actor manager, Instant now) {
        decide(RequestState.COUNTERED, said, manager, now);
        counterMaximum = offered.maximum();
        counterEffectiveOn = offered.effectiveOn();
    }

    /** The System Admin accepts what the account manager offered. */
    void acceptCounter() {
        move(RequestState.ACCEPTED, RequestState.COUNTERED);
    }

    /** The System Admin declines what the account manager offered. */
    void declineCounter(Instant now) {
        end(RequestState.DECLINED, now, RequestState.COUNTERED);
    }

    /** The System Admin takes it back. */
    void withdraw(Instant now) {
        end(RequestState.WITHDRAWN, now, RequestState.OF_OPEN_ONES.toArray(RequestState[]::new));
    }

    /** Something else came before the date. */
    void supersede(Instant now) {
        end(RequestState.SUPERSEDED, now, RequestState.ACCEPTED);
    }

    /** The date came, and the maximum was lowered. */
    void apply(Figures after, Optional<UserId> kept, Instant now) {
        end(RequestState.APPLIED, now, RequestState.ACCEPTED);
        settle(after, kept);
    }

    /** The date came, and more seats were occupied than it would have left. */
    void markNotApplied(Figures after, Optional<UserId> kept, Instant now) {
        end(RequestState.NOT_APPLIED, now, RequestState.ACCEPTED);
        settle(after, kept);
    }

    private void decide(RequestState next, Optional<String> said, Actor manager, Instant now) {
        move(next, RequestState.OPEN);
        message = said.orElse(null);
        decidedAt = now;
        decidedBy = manager.label();
    }

    private void settle(Figures after, Optional<UserId> kept) {
        outcomeMaximum = after.maximum();
        outcomeOccupied = after.occupied();
        keptUserId = kept.map(UserId::value).orElse(null);
    }

    private void end(RequestState next, Instant now, RequestState... from) {
        move(next, from);
        endedAt = now;
    }

    private void move(RequestState next, RequestState... from) {
        if (!Arrays.asList(from).contains(state)) {
            throw new WrongRequestState(state);
        }
        state = next;
    }

    ReductionRequest view(Tenant tenant, Optional<Preflight> preflight) {
        return new ReductionRequest(
                id(),
                tenant.id(),
                tenant.slug(),
                tenant.profile().name(),
                state,
                asked(),
                reason(),
                users(),
                requestedAt,
                requestedBy,
                counter(),
                Optional.ofNullable(message),
                Optional.ofNullable(decidedAt),
                Optional.ofNullable(decidedBy),
                Optional.ofNullable(endedAt),
                preflight,
                Optional.ofNullable(outcomeMaximum)
                        .flatMap(most -> Optional.ofNullable(outcomeOccupied).map(held -> new Figures(most, held))),
                Optional.ofNullable(keptUserId).map(UserId::new));
    }

    private List<UserId> users() {
        return chosen.stream().sorted().map(UserId::new).toList();
    }
}
