package org.licencedesk.seats.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.licencedesk.kernel.Act;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.directory.UserAccount;
import org.licencedesk.seats.directory.UserAccounts;

/** Users who are chosen today to become Inactive on a later date (R30): the rules of both days. */
@ApplicationScoped
public class ChosenUsers {

    @Inject
    private TenantChanges changes;

    @Inject
    private StatusPolicy policy;

    @Inject
    private UserAccounts accounts;

    /**
     * Who of the chosen can become Inactive.
     *
     * @param leaving those who hold a seat and can give it up; whoever holds none, or was deleted, is left out
     * @param kept the chosen one who has to stay because the tenant would have no active System Admin (R4)
     */
    public record Leave(List<UserId> leaving, Optional<UserId> kept) {}

    /**
     * Asks, on the day of the choice, whether all of them may be chosen.
     *
     * @throws RuleViolation {@link Refusal#LAST_SYSTEM_ADMIN} if the tenant would be left without an active System Admin
     * @throws RuleViolation {@link Refusal#NOT_ON_YOURSELF} if the actor is among them
     * @throws HoldsNoSeat if one of them holds no seat
     */
    public void requireMayLeave(TenantId tenant, Set<UserId> chosen, Actor actor) {
        List<UserAccount> users = accounts.living(tenant, chosen);
        users.stream().filter(user -> !user.status().occupiesSeat()).findFirst().ifPresent(user -> {
            throw new HoldsNoSeat(user.id());
        });
        if (policy.isLastAdminAmong(users, tenant, chosen)) {
            throw new RuleViolation(Refusal.LAST_SYSTEM_ADMIN);
        }
        if (chosen.stream().anyMatch(actor::is)) {
            throw new RuleViolation(Refusal.NOT_ON_YOURSELF);
        }
    }

    /** @return who of them can become Inactive now, under the tenant's lock */
    public Leave leave(TenantId tenant, Set<UserId> chosen) {
        List<UserAccount> holders = accounts.living(tenant, chosen).stream()
                .filter(user -> user.status().occupiesSeat())
                .toList();
        Optional<UserId> kept = policy.isLastAdminAmong(holders, tenant, chosen)
                ? holders.stream()
                        .filter(UserAccount::isActiveSystemAdmin)
                        .map(UserAccount::id)
                        .findFirst()
                : Optional.empty();
        List<UserId> leaving = holders.stream()
                .map(UserAccount::id)
                .filter(id -> !kept.equals(Optional.of(id)))
                .toList();
        return new Leave(leaving, kept);
    }

    /**
     * Makes them Inactive, on the date for which they were chosen.
     *
     * @param allowance the tenant's, locked
     * @param leaving as {@link #leave} found them in the same transaction
     */
    public void deactivate(Allowance allowance, List<UserId> leaving, Act act) {
        TenantChange change = changes.within(allowance, act);
        accounts.living(allowance.tenant(), Set.copyOf(leaving))
                .forEach(user -> change.move(user, UserStatus.INACTIVE));
    }
}
