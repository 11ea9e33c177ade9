package org.licencedesk.seats.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.change.BulkOutcome.Result;
import org.licencedesk.seats.directory.UserAccount;

/** What becomes of each of many users: decided for one after the other, before any of them is changed. */
final class BulkPlan {

    private record Decision(UserAccount user, Result result, Optional<RuleViolation> refusal) {

        BulkOutcome outcome() {
            return new BulkOutcome(user.id(), Optional.of(user.view()), result, refusal);
        }
    }

    /** What is wanted of each of them. */
    interface Wish {

        /** @return whether the user is as wanted already */
        boolean isFulfilled(UserAccount user);

        /**
         * @param isNotTheOnlyAdmin whether the tenant has another active System Admin than the one given
         * @return why it cannot be, if it cannot
         */
        Optional<RuleViolation> whyNot(UserAccount user, Predicate<UserAccount> isNotTheOnlyAdmin);

        /** @return whether the user needs a seat for it */
        default boolean takesSeat(UserAccount user) {
            return false;
        }
    }

    private final Wish wish;

    private final List<Decision> decisions = new ArrayList<>();

    private final Collection<UserId> strangers;

    /**
     * @param users the users, in the order in which the change meets them
     * @param strangers the identities that are no user's
     * @param activeAdmins how many active System Admins the tenant has; more than there are users will do
     */
    BulkPlan(Wish wish, List<UserAccount> users, Collection<UserId> strangers, int activeAdmins) {
        this.wish = wish;
        this.strangers = strangers;
        int admins = activeAdmins;
        for (UserAccount user : users) {
            boolean isNotTheOnlyAdmin = admins > 1;
            Optional<RuleViolation> refusal =
                    wish.isFulfilled(user) ? Optional.empty() : wish.whyNot(user, admin -> isNotTheOnlyAdmin);
            Decision decision = new Decision(user, result(user, refusal), refusal);
            decisions.add(decision);
            if (decision.result() == Result.CHANGED && user.isActiveSystemAdmin()) {
                admins--;
            }
        }
    }

    private Result result(UserAccount user, Optional<RuleViolation> refusal) {
        if (wish.isFulfilled(user)) {
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
        return (int) changing().stream().filter(wish::takesSeat).count();
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
