package org.licencedesk.job;

import java.time.Duration;

/** The background jobs. Each has a timer of its own, which is a schedule and one of these names. */
public enum Job {
    /** Closes invoices. */
    RENEWALS("renewals", true, Duration.ofSeconds(5), Duration.ofMinutes(1)),

    /** Applies agreed reductions. */
    REDUCTIONS("reductions", true, Duration.ofMinutes(1), Duration.ofMinutes(1)),

    /** Checks ledgers; runs in the night only. Nodes share the tenants out among themselves. */
    LEDGER_CHECKS("ledger-checks", false, Duration.ofDays(1), Duration.ofMinutes(9)),

    /** Sends mails, each from one node. */
    MAILS("mails", false, Duration.ofSeconds(5), Duration.ofMinutes(1)),

    /** Deletes old mails. */
    MAIL_EXPIRY("mail-expiry", true, Duration.ofHours(1), Duration.ofMinutes(5)),

    /** Sends messages, each from one node. */
    WEBHOOKS("webhooks", false, Duration.ofSeconds(1), Duration.ofMinutes(1)),

    /** Deletes old messages. */
    WEBHOOK_EXPIRY("webhook-expiry", true, Duration.ofHours(1), Duration.ofMinutes(5)),

    /** Deletes one-time links that ended long ago. */
    LINK_EXPIRY("link-expiry", true, Duration.ofHours(1), Duration.ofMinutes(5)),

    /** Deletes the answers that are kept under idempotency keys. */
    REPLAY_EXPIRY("replay-expiry", true, Duration.ofMinutes(15), Duration.ofMinutes(5));

    private static final Duration GRACE = Duration.ofMinutes(15);

    private final String text;

    private final boolean leased;

    private final Duration every;

    private final Duration turn;

    Job(String text, boolean leased, Duration every, Duration turn) {
        this.text = text;
        this.leased = leased;
        this.every = every;
        this.turn = turn;
    }

    /** @return the name in tables, logs, health and metrics */
    public String text() {
        return text;
    }

    /** @return whether one node at a time runs it, which holds a lease meanwhile */
    boolean isLeased() {
        return leased;
    }

    /** @return the longest time between two runs as its timer is set */
    Duration every() {
        return every;
    }

    /** @return how long one run goes on before it leaves the rest to the next one */
    Duration turn() {
        return turn;
    }

    /** @return after what time without a run somebody should look into it */
    public Duration lateAfter() {
        return every.plus(turn).plus(GRACE);
    }
}
