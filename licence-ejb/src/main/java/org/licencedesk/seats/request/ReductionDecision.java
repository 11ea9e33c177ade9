package org.licencedesk.seats.request;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.seats.allowance.NotAReduction;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.tenant.NotARenewalDate;

/** The account manager's side of a reduction: proposes, accepts, declines or counters (R2, R30). */
@Stateless
public class ReductionDecision {

    @Inject
    private Allowances allowances;

    @Inject
    private PossibleReductions possible;

    @Inject
    private StoredRequests requests;

    @Inject
    private RequestKeeper keeper;

    @Inject
    private TimeSource time;

    /**
     * Proposes a lower maximum, which the System Admins of the tenant accept or decline.
     *
     * @return the request that it is
     * @throws RequestOpen if the tenant has a request that has not ended
     * @throws NotAReduction if the number is not below the maximum
     * @throws NotARenewalDate if the date is none that is still to come
     */
    public ReductionRequest propose(ProposeReduction command) {
        Permission.DECIDE_REDUCTIONS.require(command.actor(), command.tenant());
        Allowance allowance = allowances.lock(command.tenant());
        Instant now = time.now();
        requests.open(command.tenant()).ifPresent(open -> {
            throw new RequestOpen(open.id());
        });
        Reduction proposed = possible.of(allowance, command.maximum(), command.effectiveOn(), now);
        StoredRequest request =
                StoredRequest.proposed(command.tenant(), proposed, command.reason(), command.actor(), now);
        requests.add(request);
        return keeper.tell(request, command.actor(), now);
    }

    /**
     * @return the request afterwards
     * @throws NotFound if the tenant has no such request
     * @throws WrongRequestState if the request does not wait for the account manager
     * @throws NotAReduction if the number is not below the maximum, or not any more
     * @throws NotARenewalDate if the date is none that is still to come
     */
    public ReductionRequest decide(DecideRequest command) {
        Permission.DECIDE_REDUCTIONS.require(command.actor(), command.tenant());
        Allowance allowance = allowances.lock(command.tenant());
        Instant now = time.now();
        StoredRequest request = requests.get(command.tenant(), command.request());
        switch (command.decision()) {
            case ACCEPT -> {
                request.accept(command.message(), command.actor(), now);
                possible.require(allowance, request.standing(), now);
                allowance.agreeOn(request.standing());
            }
            case DECLINE -> request.decline(command.message(), command.actor(), now);
            case COUNTER -> {
                Reduction offered = new Reduction(
                        command.maximum().orElse(request.asked().maximum()),
                        command.effectiveOn().orElse(request.asked().effectiveOn()));
                request.counter(offered, command.message(), command.actor(), now);
                possible.require(allowance, offered, now);
            }
        }
        return keeper.tell(request, command.actor(), now);
    }
}
