package org.licencedesk.seats.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.change.BulkOutcome.Result;
import org.licencedesk.seats.directory.UserAccount;

/** What becomes of each of many users: decided for one after the other, before any of them is changed. */
final class BulkPlan {

    private record Decision(UserAccount user, Result result, Optional<RuleViolation> refusal) {

        BulkOutcome outcome() {
            return new BulkOutcome(user.id(), Optional.of(user.view()), result, refusal);
        }
    }

    private final UserStatus status;

    private final List<Decision> decisions = new ArrayList<>();

    private final Collection<UserId> strangers;

    /**
     * @param users the users, in the order in which the change meets them
     * @param strangers the identities that are no user's
     * @param activeAdmins how many active System Admins the tenant has; more than there are users will do
     */
    BulkPlan(
            ChangeStatuses command,
            List<UserAccount> users,
            Collection<UserId> strangers,
            int activeAdmins,
            StatusPolicy policy) {
        this.status = command.status();
        this.strangers = strangers;
        int admins = activeAdmins;
        for (UserAccount user : users) {
            boolean isNotTheOnlyAdmin = admins > 1;
            Optional<RuleViolation> refusal = user.status() == status
                    ? Optional.empty()
                    : policy.whyNotBecome(user, status, command.actor(), admin -> isNotTheOnlyAdmin);
            Decision decision = new Decision(user, result(user, refusal), refusal);
            decisions.add(decision);
            if (decision.result() == Result.CHANGED && user.isActiveSystemAdmin()) {
                admins--;
            }
        }
    }

    private Result result(UserAccount user, Optional<RuleViolation> refusal) {
        if (user.status() == status) {
            return Result.UNCHANGED;
        }
        return refusal.isPresent() ? Result.REFUSED : Result.CHANGED;
    }

    /** @return who is to be changed */
    List<UserAccount> changing() {
        return decisions.stream()
                .filter(decision -> decision.result() == Result.CHANGED)
                .map(Decision::user)
                .toList();
    }

    /** @return how many of them take a seat */
    int seats() {
        return status.occupiesSeat()
                ? (int) changing().stream()
                        .filter(user -> !user.status().occupiesSeat())
                        .count()
                : 0;
    }

    /** @return what becomes of each; with the users as they are by now */
    List<BulkOutcome> outcomes() {
        return Stream.concat(
                        decisions.stream().map(Decision::outcome),
                        strangers.stream()
                                .map(id -> new BulkOutcome(
                                        id, Optional.empty(), Result.REFUSED, Optional.of(new NotFound()))))
                .toList();
    }
}
