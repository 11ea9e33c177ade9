package org.licencedesk.seats.change;

import java.util.Optional;
import org.licencedesk.kernel.Act;
import org.licencedesk.kernel.ChangedMeanwhile;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.LedgerEvent;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.allowance.CeilingReached;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.directory.DisplayName;
import org.licencedesk.seats.directory.GivenUpName;
import org.licencedesk.seats.directory.UserAccount;
import org.licencedesk.seats.directory.UserName;

/**
 * A change of who is in a tenant and who holds a seat, under the tenant's lock: each step is checked, done and recorded
 * before the next (R17 to R22, R34, R35). What follows a step is listed in {@link
 * org.licencedesk.seats.allowance.AfterChange.Step}.
 */
final class TenantChange {

    private final Allowance allowance;

    private final Act act;

    private final TenantChanges changes;

    TenantChange(Allowance allowance, Act act, TenantChanges changes) {
        this.allowance = allowance;
        this.act = act;
        this.changes = changes;
    }

    Act act() {
        return act;
    }

    Figures figures() {
        return allowance.figures();
    }

    /** @return the agreed reduction, if more seats are occupied now than it would leave (R30) */
    Optional<Reduction> reductionAtRisk() {
        return allowance.reductionAtRisk();
    }

    /**
     * @return the living user
     * @throws NotFound if the tenant has no such user
     * @throws ChangedMeanwhile if it is no longer the revision that the caller has seen
     */
    UserAccount user(UserId id, Expected expected) {
        UserAccount user = changes.accounts().get(allowance.tenant(), id);
        expected.check(user.revision());
        return user;
    }

    /**
     * Gives the user the status, and the seat that it may need: the one that another holder gives up, else a free one, else
     * one that is bought. The status that the user has already changes and records nothing.
     *
     * @throws RuleViolation {@link Refusal#LAST_SYSTEM_ADMIN} if the tenant would be left without an active System Admin (R4)
     * @throws RuleViolation {@link Refusal#NOT_ON_YOURSELF} if the actor would give themselves another status than Active, or give up their own seat (R4)
     * @throws RuleViolation {@link Refusal#EMAIL_MISSING} if the status is a person's, and the user has no mail address
     * @throws NotASeatHolder if who is to give up a seat holds none
     * @throws ReleaseNotEnough if the tenant is over its allowance, so that what is given up is no seat to be had
     * @throws IncreaseNotConfirmed if an increase is needed and not consented to
     * @throws CeilingReached if the increase would pass the operator's ceiling
     * @throws RuleViolation {@link Refusal#TERMS_NOT_PUBLISHED} if an increase is needed and there are no terms to accept yet
     */
    void give(UserAccount user, UserStatus status, Optional<UserId> release, Optional<Consent> consent) {
        if (user.status() == status) {
            return;
        }
        changes.policy().requireMayBecome(user, status, act.actor());
        if (status.occupiesSeat() && !user.status().occupiesSeat()) {
            seatOne(release, consent);
        }
        move(user, status);
    }

    /**
     * Adds the user, with the seat that it may need, as {@link #give} does.
     *
     * @throws NotASeatHolder as {@link #give}
     * @throws ReleaseNotEnough as {@link #give}
     * @throws IncreaseNotConfirmed as {@link #give}
     */
    void add(UserAccount user, Optional<UserId> release, Optional<Consent> consent) {
        boolean takesSeat = user.status().occupiesSeat();
        if (takesSeat) {
            seatOne(release, consent);
        }
        changes.accounts().add(user);
        record(EntryKind.USER_ADDED, user);
        allowance.move(Optional.empty(), Optional.of(user.status()));
        if (takesSeat) {
            record(EntryKind.SEAT_TAKEN, user);
        }
    }

    /**
     * Deletes the user; a seat that it held is free at once.
     *
     * @throws RuleViolation {@link Refusal#LAST_SYSTEM_ADMIN} if the tenant would be left without an active System Admin (R4)
     * @throws RuleViolation {@link Refusal#NOT_ON_YOURSELF} if the actor is that user (R4)
     */
    void remove(UserAccount user) {
        changes.policy().requireMayGo(user, act.actor());
        user.delete(act.at());
        changes.accounts().bury(user);
        allowance.move(Optional.of(user.status()), Optional.empty());
        if (user.status().occupiesSeat()) {
            record(EntryKind.SEAT_RELEASED, user);
        }
        record(EntryKind.USER_DELETED, user);
    }

    /**
     * Gives the user another name to sign in with; the ledger keeps the old one, as far as it may (R41). Another way to
     * write the same name is another name too.
     *
     * @throws RuleViolation {@link Refusal#USER_NAME_TAKEN} if another living user of the tenant has the name
     */
    void changeUserName(UserAccount user, UserName name) {
        if (user.userName().equals(name.text())) {
            return;
        }
        requireFree(name, Optional.of(user.id()));
        GivenUpName former = GivenUpName.of(user.userName());
        changes.accounts().rename(user, renamed -> renamed.changeUserName(name));
        record(EntryKind.USER_CHANGED, user, Optional.of(former.reason()));
        changes.formerNames().keep(user, allowance.lastSequence(), former);
    }

    /** Gives the user another name that others see, or another mail address or none; what is empty stays. */
    void describe(UserAccount user, Optional<DisplayName> name, Optional<Optional<EmailAddress>> email) {
        changes.accounts().rename(user, described -> {
            name.ifPresent(described::rename);
            email.ifPresent(described::changeEmail);
        });
    }

    /** @throws RuleViolation {@link Refusal#USER_NAME_TAKEN} if a living user of the tenant has the name */
    void requireFree(UserName name) {
        requireFree(name, Optional.empty());
    }

    private void requireFree(UserName name, Optional<UserId> forWhom) {
        changes.accounts()
                .find(allowance.tenant(), name.text())
                .filter(holder -> forWhom.filter(holder.id()::equals).isEmpty())
                .ifPresent(holder -> {
                    throw new RuleViolation(Refusal.USER_NAME_TAKEN);
                });
    }

    /** @throws RuleViolation {@link Refusal#LAST_SYSTEM_ADMIN} if the tenant would be left without an active System Admin (R4) */
    void changeRole(UserAccount user, Role role) {
        if (role != user.role()) {
            changes.policy().requireAnotherAdmin(user);
            user.changeRole(role);
            record(EntryKind.USER_CHANGED, user);
        }
    }

    /**
     * Lets so many users in, and raises the allowance if that is needed and consented to.
     *
     * @throws IncreaseNotConfirmed if it is needed and not consented to
     */
    void admit(int users, Optional<Consent> consent) {
        changes.raising().admit(allowance, users, consent, act);
    }

    /** Moves the user to the status, and counts the seat, which was admitted before. */
    void move(UserAccount user, UserStatus status) {
        UserStatus before = user.status();
        user.changeStatus(status, act.at());
        allowance.move(Optional.of(before), Optional.of(status));
        if (before.occupiesSeat() == status.occupiesSeat()) {
            record(EntryKind.USER_CHANGED, user);
        } else {
            record(status.occupiesSeat() ? EntryKind.SEAT_TAKEN : EntryKind.SEAT_RELEASED, user);
        }
    }

    /** @return what came of it for the user, as it is stored */
    SeatReceipt receipt(UserAccount user) {
        changes.accounts().store();
        return new SeatReceipt(user.view(), allowance.figures(), allowance.reductionAtRisk());
    }

    private void seatOne(Optional<UserId> release, Optional<Consent> consent) {
        release.ifPresent(this::release);
        admit(1, consent);
    }

    private void release(UserId id) {
        UserAccount holder = changes.accounts()
                .find(allowance.tenant(), id)
                .filter(found -> found.status().occupiesSeat())
                .orElseThrow(() -> new NotASeatHolder(id));
        changes.policy().requireMayGo(holder, act.actor());
        if (allowance.figures().overBy() > 0) {
            throw new ReleaseNotEnough(allowance.figures());
        }
        move(holder, UserStatus.INACTIVE);
    }

    private void record(EntryKind kind, UserAccount user) {
        record(kind, user, Optional.empty());
    }

    private void record(EntryKind kind, UserAccount user, Optional<Reason> reason) {
        changes.record()
                .record(new LedgerEvent(
                        user.tenant(),
                        kind,
                        Optional.of(user.id()),
                        Optional.of(user.status()),
                        Optional.of(user.role()),
                        reason,
                        act));
    }
}
