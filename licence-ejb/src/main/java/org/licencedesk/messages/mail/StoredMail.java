package org.licencedesk.messages.mail;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;

/** A mail, as stored. */
@Entity
@Table(name = "mail")
class StoredMail {

    private static final Duration RETRY_WINDOW = Duration.ofDays(3);

    /** Each attempt makes a link, which kills the one before: a late one must not kill what was handed over meanwhile. */
    private static final Duration RETRY_WINDOW_WITH_LINKS = Duration.ofHours(1);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** Reaches nobody, by RFC 2606; stands for a contact that is not configured. */
    private static final String NOBODY = ".invalid";

    @Id
    private UUID id;

    private UUID tenantId;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    private @Nullable UUID userId;

    private @Nullable String address;

    private String subject;

    private String text;

    private Instant createdAt;

    @Enumerated(EnumType.STRING)
    private NoticeState state;

    private int attempts;

    private Instant nextTryAt;

    @Enumerated(EnumType.STRING)
    private @Nullable ParkedReason parkedBecause;

    @SuppressWarnings("NullAway.Init")
    protected StoredMail() {}

    private StoredMail(TenantId tenant, NoticeText written, Instant now) {
        this.id = Identifiers.next();
        this.tenantId = tenant.value();
        this.kind = written.kind();
        this.subject = written.subject();
        this.text = written.text();
        this.createdAt = now;
        this.state = NoticeState.WAITING;
        this.nextTryAt = now;
    }

    static StoredMail to(UserId user, TenantId tenant, NoticeText written, Instant now) {
        StoredMail mail = new StoredMail(tenant, written, now);
        mail.userId = user.value();
        return mail;
    }

    static StoredMail to(String address, TenantId tenant, NoticeText written, Instant now) {
        StoredMail mail = new StoredMail(tenant, written, now);
        mail.address = address;
        if (address.endsWith(NOBODY)) {
            mail.park(ParkedReason.NOBODY);
        }
        return mail;
    }

    Optional<UserId> user() {
        return Optional.ofNullable(userId).map(UserId::new);
    }

    NoticeKind kind() {
        return kind;
    }

    TenantId tenant() {
        return new TenantId(tenantId);
    }

    Notice view(Optional<String> usersAddress) {
        Optional<String> recipient = address == null ? usersAddress : Optional.of(address);
        return new Notice(
                id, kind, recipient, subject, text, createdAt, state, attempts, Optional.ofNullable(parkedBecause));
    }

    boolean isDue(Instant now) {
        return state == NoticeState.WAITING && !nextTryAt.isAfter(now);
    }

    /** Keeps it for whoever sends it, until that instant. */
    void keep(Instant until) {
        nextTryAt = until;
    }

    void noteSent() {
        attempts++;
        state = NoticeState.SENT;
    }

    void noteFailed(Instant now) {
        attempts++;
        if (!now.isBefore(createdAt.plus(kind.bringsLink() ? RETRY_WINDOW_WITH_LINKS : RETRY_WINDOW))) {
            park(ParkedReason.NOT_TAKEN);
            return;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        nextTryAt = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    void park(ParkedReason reason) {
        state = NoticeState.PARKED;
        parkedBecause = reason;
    }
}
