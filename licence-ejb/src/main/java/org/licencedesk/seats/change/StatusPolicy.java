package org.licencedesk.seats.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.directory.UserAccount;
import org.licencedesk.seats.directory.UserAccounts;

/** Who may change whose status, seats aside: the last System Admin, the actor themselves, and people without an address (R4, R25). */
@ApplicationScoped
class StatusPolicy {

    @Inject
    private UserAccounts accounts;

    /**
     * The Setup Wizard changes no status of anybody who is there, whatever is sent in its name (R25).
     *
     * @throws Forbidden if it is the wizard
     */
    void requireMayChangeStatus(Door door) {
        if (door == Door.WIZARD) {
            throw new Forbidden();
        }
    }

    /**
     * Asks whether the user may be given the status.
     *
     * @throws RuleViolation {@link Refusal#LAST_SYSTEM_ADMIN} if the tenant would be left without an active System Admin
     * @throws RuleViolation {@link Refusal#NOT_ON_YOURSELF} if the actor would give themselves another status than Active
     * @throws RuleViolation {@link Refusal#EMAIL_MISSING} if the status is a person's, and the user has no mail address
     */
    void requireMayBecome(UserAccount user, UserStatus status, Actor actor) {
        refuse(whyNotBecome(user, status, actor, accounts::hasOtherActiveAdmin));
    }

    /**
     * @param isNotTheOnlyAdmin whether the tenant has another active System Admin than the one given
     * @return what {@link #requireMayBecome} refuses with, if it would
     */
    Optional<RuleViolation> whyNotBecome(
            UserAccount user, UserStatus status, Actor actor, Predicate<UserAccount> isNotTheOnlyAdmin) {
        Optional<RuleViolation> whyNotGo =
                status == UserStatus.ACTIVE ? Optional.empty() : whyNotGo(user, actor, isNotTheOnlyAdmin);
        return whyNotGo.or(() -> missingEmailRefusal(user, status));
    }

    /**
     * Asks whether the user may be deleted or give up the seat.
     *
     * @throws RuleViolation {@link Refusal#LAST_SYSTEM_ADMIN} if the tenant would be left without an active System Admin
     * @throws RuleViolation {@link Refusal#NOT_ON_YOURSELF} if the actor is that user
     */
    void requireMayGo(UserAccount user, Actor actor) {
        refuse(whyNotGo(user, actor));
    }

    /** @return what {@link #requireMayGo} refuses with, if it would */
    Optional<RuleViolation> whyNotGo(UserAccount user, Actor actor) {
        return whyNotGo(user, actor, accounts::hasOtherActiveAdmin);
    }

    /** @return the wish that each of many users had the status */
    BulkPlan.Wish becoming(UserStatus status, Actor actor) {
        return new BulkPlan.Wish() {
            @Override
            public boolean isFulfilled(UserAccount user) {
                return user.status() == status;
            }

            @Override
            public Optional<RuleViolation> whyNot(UserAccount user, Predicate<UserAccount> isNotTheOnlyAdmin) {
                return whyNotBecome(user, status, actor, isNotTheOnlyAdmin);
            }

            @Override
            public boolean takesSeat(UserAccount user) {
                return status.occupiesSeat() && !user.status().occupiesSeat();
            }
        };
    }

    /** @return the wish that each of many users had the role */
    BulkPlan.Wish having(Role role) {
        return new BulkPlan.Wish() {
            @Override
            public boolean isFulfilled(UserAccount user) {
                return user.role() == role;
            }

            @Override
            public Optional<RuleViolation> whyNot(UserAccount user, Predicate<UserAccount> isNotTheOnlyAdmin) {
                return isLastAdmin(user, isNotTheOnlyAdmin)
                        ? Optional.of(new RuleViolation(Refusal.LAST_SYSTEM_ADMIN))
                        : Optional.empty();
            }
        };
    }

    /** @return the wish that each of many users were deleted */
    BulkPlan.Wish going(Actor actor) {
        return new BulkPlan.Wish() {
            @Override
            public boolean isFulfilled(UserAccount user) {
                return false;
            }

            @Override
            public Optional<RuleViolation> whyNot(UserAccount user, Predicate<UserAccount> isNotTheOnlyAdmin) {
                return whyNotGo(user, actor, isNotTheOnlyAdmin);
            }
        };
    }

    /** @throws RuleViolation {@link Refusal#LAST_SYSTEM_ADMIN} if the tenant would have no active System Admin without this one */
    void requireAnotherAdmin(UserAccount user) {
        if (isLastAdmin(user, accounts::hasOtherActiveAdmin)) {
            throw new RuleViolation(Refusal.LAST_SYSTEM_ADMIN);
        }
    }

    /** @return whether the tenant would have no active System Admin if all of these went together */
    boolean isLastAdminAmong(Collection<UserAccount> users, TenantId tenant, Collection<UserId> going) {
        return users.stream().anyMatch(UserAccount::isActiveSystemAdmin)
                && !accounts.hasActiveAdminBeside(tenant, going);
    }

    /** @throws RuleViolation {@link Refusal#EMAIL_MISSING} if the status is a person's, and the user has no mail address */
    void requireReachable(UserAccount user, UserStatus status) {
        refuse(missingEmailRefusal(user, status));
    }

    private static Optional<RuleViolation> whyNotGo(
            UserAccount user, Actor actor, Predicate<UserAccount> isNotTheOnlyAdmin) {
        if (isLastAdmin(user, isNotTheOnlyAdmin)) {
            return Optional.of(new RuleViolation(Refusal.LAST_SYSTEM_ADMIN));
        }
        return actor.is(user.id()) ? Optional.of(new RuleViolation(Refusal.NOT_ON_YOURSELF)) : Optional.empty();
    }

    private static boolean isLastAdmin(UserAccount user, Predicate<UserAccount> isNotTheOnlyAdmin) {
        return user.isActiveSystemAdmin() && !isNotTheOnlyAdmin.test(user);
    }

    private static Optional<RuleViolation> missingEmailRefusal(UserAccount user, UserStatus status) {
        return status.isPerson() && user.email().isEmpty()
                ? Optional.of(new RuleViolation(Refusal.EMAIL_MISSING))
                : Optional.empty();
    }

    private static void refuse(Optional<RuleViolation> refusal) {
        refusal.ifPresent(reason -> {
            throw reason;
        });
    }
}
