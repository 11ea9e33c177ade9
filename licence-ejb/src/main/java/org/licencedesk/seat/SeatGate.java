package org.licencedesk.seat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.licencedesk.allowance.Acceptances;
import org.licencedesk.allowance.Allowance;
import org.licencedesk.allowance.Allowances;
import org.licencedesk.allowance.Consent;
import org.licencedesk.allowance.IncreaseNotConfirmed;
import org.licencedesk.allowance.Quotes;
import org.licencedesk.directory.UserAccount;
import org.licencedesk.directory.UserAccounts;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.ChangedMeanwhile;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.Happening;
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
     * Lets one user in, and raises the allowance if that is needed and consented to.
     *
     * @throws IncreaseNotConfirmed if it is needed and not consented to
     */
    void admitOne(Allowance allowance, Optional<Consent> consent, Actor actor, Door door, Instant now) {
        allowance
                .admit(1, consent, quotes.from(allowance, now))
                .ifPresent(quote -> acceptances.keep(allowance.tenant(), quote, actor, door, now));
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
     * Asks whether the user may stop being Active or be deleted (R4).
     *
     * @throws LastSystemAdmin if the tenant would be left without an active System Admin
     * @throws NotOnYourself if the actor is that user
     */
    void requireMayGo(UserAccount user, Actor actor) {
        requireAnotherAdmin(user);
        if (actor.is(user.id())) {
            throw new NotOnYourself();
        }
    }

    /** @throws LastSystemAdmin if the tenant would have no active System Admin without this one (R4) */
    void requireAnotherAdmin(UserAccount user) {
        if (user.isActiveSystemAdmin() && !accounts.hasOtherActiveAdmin(user)) {
            throw new LastSystemAdmin();
        }
    }

    /** @throws EmailMissing if the status is a person's, and the user has no mail address */
    void requireReachable(UserAccount user, UserStatus status) {
        if (status.isPerson() && user.email().isEmpty()) {
            throw new EmailMissing();
        }
    }

    /** @return what came of it, as it is stored */
    SeatReceipt receipt(Allowance allowance, UserAccount user) {
        accounts.store();
        return new SeatReceipt(user.view(), allowance.figures(), allowance.reductionAtRisk());
    }

    /** Moves the user to the status, counts the seat, and tells the ledger. */
    void move(Allowance allowance, UserAccount user, UserStatus status, Actor actor, Door door, Instant now) {
        UserStatus before = user.status();
        user.changeStatus(status);
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
