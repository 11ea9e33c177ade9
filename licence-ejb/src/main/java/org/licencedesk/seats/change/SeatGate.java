package org.licencedesk.seats.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.licencedesk.seats.allowance.Acceptances;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.allowance.Quotes;
import org.licencedesk.seats.directory.UserAccount;
import org.licencedesk.seats.directory.UserAccounts;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.ChangedMeanwhile;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.Happening;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;

/** What all who pass the gate have in common: the lock, the seat, the last System Admin, and the record. */
@ApplicationScoped
class SeatGate {

    @Inject
    private Allowances allowances;

    @Inject
    private Quotes quotes;

    @Inject
    private Acceptances acceptances;

    @Inject
    private UserAccounts accounts;

    @Inject
    private Event<Happening> happenings;

    /** Opens the transaction's gate: nothing about seats is read before this lock is held. */
    Allowance lock(TenantId tenant) {
        return allowances.lock(tenant);
    }

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
     * Gives one user a seat: the one that another holder gives up, else a free one, else one that is bought.
     *
     * @throws NotASeatHolder if who is to give up a seat holds none
     * @throws ReleaseNotEnough if the tenant is over its allowance, so that what is given up is no seat to be had
     * @throws LastSystemAdmin if the tenant would be left without an active System Admin
     * @throws NotOnYourself if the actor would give up their own
     * @throws IncreaseNotConfirmed if an increase is needed and not consented to
     */
    void seatOne(
            Allowance allowance,
            Optional<UserId> release,
            Optional<Consent> consent,
            Actor actor,
            Door door,
            Instant now) {
        release.ifPresent(holder -> release(allowance, holder, actor, door, now));
        admit(allowance, 1, consent, actor, door, now);
    }

    /**
     * Lets so many users in, and raises the allowance if that is needed and consented to.
     *
     * @throws IncreaseNotConfirmed if it is needed and not consented to
     */
    void admit(Allowance allowance, int users, Optional<Consent> consent, Actor actor, Door door, Instant now) {
        allowance
                .admit(users, consent, quotes.from(allowance, now))
                .ifPresent(quote -> acceptances.keep(allowance.tenant(), quote, actor, door, now));
    }

    /** @return the quote that so many more users need, if they need one */
    Optional<Quote> quoteToAdmit(TenantId tenant, int users, Instant now) {
        Allowance allowance = allowances.current(tenant);
        return allowance.raiseToAdmit(users).map(quotes.from(allowance, now)::apply);
    }

    /** @return the figures as they stand, not locked */
    Figures figures(TenantId tenant) {
        return allowances.current(tenant).figures();
    }

    private void release(Allowance allowance, UserId id, Actor actor, Door door, Instant now) {
        UserAccount holder = accounts.find(allowance.tenant(), id)
                .filter(found -> found.status().occupiesSeat())
                .orElseThrow(() -> new NotASeatHolder(id));
        requireMayGo(holder, actor);
        if (allowance.figures().overBy() > 0) {
            throw new ReleaseNotEnough(allowance.figures());
        }
        move(allowance, holder, UserStatus.INACTIVE, actor, door, now);
    }

    /**
     * @return the living user
     * @throws ChangedMeanwhile if it is no longer the revision that the caller has seen
     */
    UserAccount user(TenantId tenant, UserId id, Expected expected) {
        UserAccount user = accounts.get(tenant, id);
        expected.check(user.revision());
        return user;
    }

    /**
     * Asks whether the user may be given the status, seats aside.
     *
     * @throws LastSystemAdmin if the tenant would be left without an active System Admin (R4)
     * @throws NotOnYourself if the actor would give themselves another status than Active (R4)
     * @throws EmailMissing if the status is a person's, and the user has no mail address
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
        return whyNotGo.or(() -> whyNotReach(user, status));
    }

    /**
     * Asks whether the user may be deleted or give up the seat.
     *
     * @throws LastSystemAdmin if the tenant would be left without an active System Admin (R4)
     * @throws NotOnYourself if the actor is that user (R4)
     */
    void requireMayGo(UserAccount user, Actor actor) {
        refuse(whyNotGo(user, actor));
    }

    /** @return what {@link #requireMayGo} refuses with, if it would */
    Optional<RuleViolation> whyNotGo(UserAccount user, Actor actor) {
        return whyNotGo(user, actor, accounts::hasOtherActiveAdmin);
    }

    private static Optional<RuleViolation> whyNotGo(
            UserAccount user, Actor actor, Predicate<UserAccount> isNotTheOnlyAdmin) {
        if (user.isActiveSystemAdmin() && !isNotTheOnlyAdmin.test(user)) {
            return Optional.of(new LastSystemAdmin());
        }
        return actor.is(user.id()) ? Optional.of(new NotOnYourself()) : Optional.empty();
    }

    /** @throws LastSystemAdmin if the tenant would have no active System Admin without this one (R4) */
    void requireAnotherAdmin(UserAccount user) {
        if (user.isActiveSystemAdmin() && !accounts.hasOtherActiveAdmin(user)) {
            throw new LastSystemAdmin();
        }
    }

    /** @throws EmailMissing if the status is a person's, and the user has no mail address */
    void requireReachable(UserAccount user, UserStatus status) {
        refuse(whyNotReach(user, status));
    }

    private static Optional<RuleViolation> whyNotReach(UserAccount user, UserStatus status) {
        return status.isPerson() && user.email().isEmpty() ? Optional.of(new EmailMissing()) : Optional.empty();
    }

    private static void refuse(Optional<RuleViolation> refusal) {
        refusal.ifPresent(reason -> {
            throw reason;
        });
    }

    /** @return what came of it, as it is stored */
    SeatReceipt receipt(Allowance allowance, UserAccount user) {
        accounts.store();
        return new SeatReceipt(user.view(), allowance.figures(), allowance.reductionAtRisk());
    }

    /** Moves the user to the status, counts the seat, and tells the ledger. */
    void move(Allowance allowance, UserAccount user, UserStatus status, Actor actor, Door door, Instant now) {
        UserStatus before = user.status();
        user.changeStatus(status, now);
        allowance.move(Optional.of(before), Optional.of(status));
        EntryKind kind = before.occupiesSeat() == status.occupiesSeat()
                ? EntryKind.USER_CHANGED
                : status.occupiesSeat() ? EntryKind.SEAT_TAKEN : EntryKind.SEAT_RELEASED;
        tell(kind, user, actor, door, now);
    }

    void tell(EntryKind kind, UserAccount user, Actor actor, Door door, Instant now) {
        happenings.fire(new Happening(
                user.tenant(),
                kind,
                Optional.of(user.id()),
                Optional.of(user.status()),
                Optional.of(user.role()),
                Optional.empty(),
                actor,
                door,
                now));
    }
}
