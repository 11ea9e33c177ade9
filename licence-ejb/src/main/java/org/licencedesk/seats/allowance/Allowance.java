package org.licencedesk.seats.allowance;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserStatus;

/**
 * How many seats a tenant holds and how many are occupied: the row that every change of seats locks first, so that all
 * of them happen one after the other. It also ends the ledger's chain (R38).
 */
@Entity
public class Allowance {

    /** Until the first invoice is waited for. */
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    @Id
    private UUID tenantId;

    private int maximum;

    private int occupied;

    private int locked;

    private long lastSequence;

    private byte[] lastHash;

    private Instant lastEntryAt;

    private @Nullable Integer reducesTo;

    private @Nullable LocalDate reducesOn;

    private @Nullable LocalDate billedOn;

    private LocalDate dueOn = LONG_AGO;

    @Transient
    private boolean settling;

    @Enumerated(EnumType.STRING)
    private FillLevel fillLevel = FillLevel.ROOMY;

    private int webhooks;

    private long lastMessage;

    protected Allowance() {}

    /** A new tenant's allowance, with nobody in it. */
    Allowance(TenantId tenant, int maximum, Instant now) {
        this.tenantId = tenant.value();
        this.maximum = new Figures(maximum, 0).maximum();
        this.lastHash = new byte[32];
        this.lastEntryAt = now;
    }

    /** @return the tenant that holds it */
    public TenantId tenant() {
        return new TenantId(tenantId);
    }

    /** @return the figures as they stand */
    public Figures figures() {
        return new Figures(maximum, occupied);
    }

    /** @return how many of the occupied seats are held by locked users */
    public int locked() {
        return locked;
    }

    /**
     * The one place where the rule is written: so many users come in if seats are available, or if the increase that they
     * need is consented to (R12, R14, R16).
     *
     * @param users how many come in, from 0
     * @return the maximum that they need, or empty where seats are available for all of them
     */
    public Optional<Integer> raiseToAdmit(int users) {
        return figures().available() >= users ? Optional.empty() : Optional.of(Math.addExact(occupied, users));
    }

    /**
     * Raises the maximum, against a consent that covers the fresh quote (R8, R32). A reduction that was agreed ends (R30).
     *
     * @param fresh the quote as it is now, for a number above the maximum
     * @return what was shown, and the fresh quote by which it was raised
     * @throws IncreaseNotConfirmed if the fresh quote is not consented to
     */
    AcceptedQuote raise(Quote fresh, Optional<Consent> consent) {
        Consent given = consent.filter(accepted -> accepted.covers(fresh))
                .orElseThrow(() -> new IncreaseNotConfirmed(figures(), fresh));
        maximum = fresh.raiseTo();
        endReduction();
        return new AcceptedQuote(given.accepted(), fresh);
    }

    /**
     * Sets the maximum to any number from 0, above or below the occupied seats (R37). A reduction that was agreed ends if
     * it would not be one any more.
     */
    void correct(int newMaximum) {
        maximum = new Figures(newMaximum, occupied).maximum();
        if (agreedReduction().filter(agreed -> agreed.maximum() >= newMaximum).isPresent()) {
            endReduction();
        }
    }

    /** @return the reduction that waits for its date, if one was agreed (R30) */
    public Optional<Reduction> agreedReduction() {
        return Optional.ofNullable(reducesTo)
                .flatMap(to -> Optional.ofNullable(reducesOn).map(on -> new Reduction(to, on)));
    }

    /** @return the agreed reduction if more seats are occupied than it would leave, so that it would not be applied */
    public Optional<Reduction> reductionAtRisk() {
        return agreedReduction().filter(agreed -> occupied > agreed.maximum());
    }

    /** @return the maximum on the renewal date, if nothing else changes until then */
    public int maximumOn(LocalDate renewal) {
        return agreedReduction()
                .filter(agreed -> !agreed.effectiveOn().isAfter(renewal) && occupied <= agreed.maximum())
                .map(Reduction::maximum)
                .orElse(maximum);
    }

    /**
     * Notes the reduction that the tenant and its account manager agreed on.
     *
     * @throws NotAReduction if it would not lower the maximum
     */
    public void agreeOn(Reduction agreed) {
        requireLower(agreed.maximum());
        reducesTo = agreed.maximum();
        reducesOn = agreed.effectiveOn();
    }

    /** @throws NotAReduction if the number is not below the maximum */
    public void requireLower(int wanted) {
        if (wanted >= maximum) {
            throw new NotAReduction(figures());
        }
    }

    /** Forgets the agreed reduction, if there is one; the maximum stays. */
    public void endReduction() {
        reducesTo = null;
        reducesOn = null;
    }

    /**
     * Lowers the maximum as agreed, on the date. The only way down beside {@link #correct} (R30).
     *
     * @throws IllegalStateException if nothing was agreed, or more seats are occupied than it leaves
     */
    public void reduceAsAgreed() {
        Reduction agreed = agreedReduction().orElseThrow(() -> new IllegalStateException("No reduction was agreed"));
        if (occupied > agreed.maximum()) {
            throw new IllegalStateException(occupied + " seats are occupied, " + agreed.maximum() + " would be left");
        }
        maximum = agreed.maximum();
        endReduction();
    }

    /**
     * Counts a user's change of status; the seat must have been admitted before.
     *
     * @param before the status before, or empty for a user who comes in
     * @param after the status after, or empty for a user who goes
     */
    public void move(Optional<UserStatus> before, Optional<UserStatus> after) {
        occupied += count(after.filter(UserStatus::occupiesSeat)) - count(before.filter(UserStatus::occupiesSeat));
        locked += count(after.filter(UserStatus.LOCKED::equals)) - count(before.filter(UserStatus.LOCKED::equals));
    }

    /** @return the sequence number of the last ledger entry, or 0 before the first */
    public long lastSequence() {
        return lastSequence;
    }

    /** @return the hash of the last ledger entry, or zeros before the first */
    public byte[] lastHash() {
        return lastHash.clone();
    }

    /** @return the instant of the last ledger entry, before which no other may lie */
    public Instant lastEntryAt() {
        return lastEntryAt;
    }

    /** Notes that the ledger has one more entry. */
    public void extendLedger(byte[] hash, Instant at) {
        lastSequence++;
        lastHash = hash.clone();
        lastEntryAt = at;
    }

    /**
     * @param today the day, in the tenant's days
     * @return the day that a change of the maximum is charged from: today, but never a day before one that was billed
     *     already, where a clock was put back or the tenant moved to another time zone
     */
    public LocalDate billingDay(LocalDate today) {
        return Optional.ofNullable(billedOn).filter(today::isBefore).orElse(today);
    }

    /** Notes that a change was charged from the day, or that an invoice of the day was closed. */
    public void billedOn(LocalDate day) {
        billedOn = billingDay(day);
    }

    /** @return when whoever locks the row has to look what is due to the tenant; never after it is due */
    LocalDate dueOn() {
        return agreedReduction()
                .map(Reduction::effectiveOn)
                .filter(dueOn::isAfter)
                .orElse(dueOn);
    }

    /** Notes that no invoice is due before the day. */
    public void waitUntil(LocalDate day) {
        dueOn = day;
    }

    /** @return whether what is due is being done, in this transaction */
    boolean isSettling() {
        return settling;
    }

    /** Notes whether what is due is being done. */
    void setSettling(boolean nowDone) {
        settling = nowDone;
    }

    /** @return how full it was when somebody was last told */
    FillLevel fillLevel() {
        return fillLevel;
    }

    /** @return how full it is now, which it keeps for the next time */
    FillLevel reachLevel() {
        fillLevel = fillLevel.after(figures());
        return fillLevel;
    }

    /** @return how many addresses are told of what happens here; on this row, so that most changes need not ask */
    public int webhooks() {
        return webhooks;
    }

    /** Counts one address more. */
    public void addWebhook() {
        webhooks++;
    }

    /** Counts one address less. */
    public void removeWebhook() {
        webhooks--;
    }

    /** @return the number of the next message to the tenant's addresses; as gap-free as the ledger's, by the same lock */
    public long nextMessage() {
        lastMessage++;
        return lastMessage;
    }

    private static int count(Optional<UserStatus> status) {
        return status.isPresent() ? 1 : 0;
    }
}
