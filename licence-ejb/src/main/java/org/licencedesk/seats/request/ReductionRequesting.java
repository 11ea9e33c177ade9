package org.licencedesk.seats.request;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.seats.allowance.NotAReduction;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.change.ChosenUsers;
import org.licencedesk.seats.change.HoldsNoSeat;
import org.licencedesk.seats.directory.UserAccount;
import org.licencedesk.seats.directory.UserAccounts;
import org.licencedesk.seats.tenant.NotARenewalDate;

/** The System Admin's side of a reduction: looks ahead, asks, answers a counter, withdraws (R30). */
@Stateless
public class ReductionRequesting {

    @Inject
    private Allowances allowances;

    @Inject
    private PossibleReductions possible;

    @Inject
    private UserAccounts accounts;

    @Inject
    private ChosenUsers chosenUsers;

    @Inject
    private StoredRequests requests;

    @Inject
    private RequestKeeper keeper;

    @Inject
    private TimeSource time;

    /**
     * Shows what a request would be, and makes none.
     *
     * @param effectiveOn a coming renewal date; the next one if none is given
     * @throws InvalidValue if the number is below 1
     * @throws NotAReduction if the number is not below the maximum
     * @throws NotARenewalDate if the date is none that is still to come
     */
    public ReductionPreview preview(TenantId tenantId, int maximum, Optional<LocalDate> effectiveOn, Actor actor) {
        Permission.REQUEST_REDUCTIONS.require(actor, tenantId);
        Allowance allowance = allowances.current(tenantId);
        Instant now = time.now();
        Reduction reduction = possible.of(allowance, maximum, effectiveOn, now);
        return new ReductionPreview(
                reduction,
                Preflight.of(allowance.figures(), maximum, 0),
                allowance.figures(),
                possible.renewals(allowance, now));
    }

    /**
     * Asks for a lower maximum.
     *
     * @return the request
     * @throws RequestOpen if the tenant has a request that has not ended
     * @throws NotAReduction if the number is not below the maximum
     * @throws NotARenewalDate if the date is none that is still to come
     * @throws InvalidValue if one of the chosen users is none of the tenant's
     * @throws HoldsNoSeat if one of the chosen users holds no seat
     * @throws RuleViolation {@link Refusal#LAST_SYSTEM_ADMIN} if without the chosen users the tenant would have no active System Admin
     * @throws RuleViolation {@link Refusal#NOT_ON_YOURSELF} if the actor is one of the chosen users
     */
    public ReductionRequest request(RequestReduction command) {
        Permission.REQUEST_REDUCTIONS.require(command.actor(), command.tenant());
        Allowance allowance = allowances.lock(command.tenant());
        Instant now = time.now();
        requireKnown(command.tenant(), command.deactivate());
        requests.open(command.tenant()).ifPresent(open -> {
            throw new RequestOpen(open.id());
        });
        Reduction asked = possible.of(allowance, command.maximum(), command.effectiveOn(), now);
        Set<UserId> chosen = Set.copyOf(command.deactivate());
        chosenUsers.requireMayLeave(command.tenant(), chosen, command.actor());
        StoredRequest request =
                new StoredRequest(command.tenant(), asked, command.reason(), chosen, command.actor(), now);
        requests.add(request);
        return keeper.tell(request, command.actor(), now);
    }

    /**
     * Accepts or declines what the account manager offered instead.
     *
     * @return the request afterwards
     * @throws NotFound if the tenant has no such request
     * @throws WrongRequestState if the request is not countered
     * @throws NotAReduction if the number is not below the maximum any more
     * @throws NotARenewalDate if the date has begun meanwhile
     */
    public ReductionRequest answer(TenantId tenantId, RequestId id, boolean accepts, Actor actor) {
        Permission.REQUEST_REDUCTIONS.require(actor, tenantId);
        Allowance allowance = allowances.lock(tenantId);
        Instant now = time.now();
        StoredRequest request = requests.get(tenantId, id);
        if (accepts) {
            request.acceptCounter();
            possible.require(allowance, request.standing(), now);
            allowance.agreeOn(request.standing());
        } else {
            request.declineCounter(now);
        }
        return keeper.tell(request, actor, now);
    }

    /**
     * Takes a request back, also one that was accepted and waits for its date: the maximum then stays.
     *
     * @throws NotFound if the tenant has no such request
     * @throws WrongRequestState if the request has ended
     */
    public ReductionRequest withdraw(TenantId tenantId, RequestId id, Actor actor) {
        Permission.REQUEST_REDUCTIONS.require(actor, tenantId);
        Allowance allowance = allowances.lock(tenantId);
        Instant now = time.now();
        StoredRequest request = requests.get(tenantId, id);
        request.withdraw(now);
        allowance.endReduction();
        return keeper.tell(request, actor, now);
    }

    private void requireKnown(TenantId tenant, List<UserId> users) {
        Set<UserId> known =
                accounts.living(tenant, users).stream().map(UserAccount::id).collect(Collectors.toSet());
        IntStream.range(0, users.size())
                .filter(i -> !known.contains(users.get(i)))
                .findFirst()
                .ifPresent(i -> {
                    throw new InvalidValue("deactivate/" + i, InvalidValue.Problem.UNKNOWN);
                });
    }
}
