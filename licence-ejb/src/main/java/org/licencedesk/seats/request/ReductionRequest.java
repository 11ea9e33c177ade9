package org.licencedesk.seats.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.tenant.Slug;

/**
 * A reduction request as it is shown.
 *
 * @param tenantName the name of the tenant that asks
 * @param asked what the System Admin asked for, or the account manager proposed
 * @param deactivate the users who are to become Inactive on the date, by identity
 * @param requestedBy who asked, as {@link org.licencedesk.kernel.Actor#label()}
 * @param counter what the account manager offered instead, if they did; of a proposal the proposal itself
 * @param message what the account manager had to say, if anything
 * @param decidedAt when the account manager decided, if they did
 * @param decidedBy who decided, as {@link org.licencedesk.kernel.Actor#label()}
 * @param endedAt when it ended, if it did
 * @param preflight what stands in the way of what is on the table; empty once the request has ended
 * @param outcome the figures after the date had come, whether or not the maximum was lowered
 * @param kept the chosen user who stayed as they were, because nobody else could manage the tenant (R4)
 */
public record ReductionRequest(
        RequestId id,
        TenantId tenant,
        Slug slug,
        String tenantName,
        RequestState state,
        Reduction asked,
        Reason reason,
        List<UserId> deactivate,
        Instant requestedAt,
        String requestedBy,
        Optional<Reduction> counter,
        Optional<String> message,
        Optional<Instant> decidedAt,
        Optional<String> decidedBy,
        Optional<Instant> endedAt,
        Optional<Preflight> preflight,
        Optional<Figures> outcome,
        Optional<UserId> kept) {

    /** @return whether the account manager proposed it: it answers nothing that was asked for */
    public boolean isProposal() {
        return counter.isPresent() && decidedAt.isEmpty();
    }

    /** @return what is on the table, or was agreed: the counter where there is one, else what was asked for */
    public Reduction standing() {
        return counter.orElse(asked);
    }
}
