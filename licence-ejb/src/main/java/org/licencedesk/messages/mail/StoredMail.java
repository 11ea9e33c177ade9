package org.licencedesk.messages.mail;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.platform.outbox.MessageState;
import org.licencedesk.platform.outbox.Outgoing;
import org.licencedesk.platform.outbox.Retries;

/** A mail, as stored. A tenant's mails are a lane. */
@Entity
@Table(name = "mail")
@AttributeOverride(name = "lane", column = @Column(name = "tenant_id"))
class StoredMail extends Outgoing {

    private static final Retries RETRIES = new Retries(Duration.ofSeconds(30), 2, Duration.ofHours(1));

    private static final Duration RETRY_WINDOW = Duration.ofDays(3);

    /** Each attempt makes a link, which kills the one before: a late one must not kill what was handed over meanwhile. */
    private static final Duration RETRY_WINDOW_WITH_LINKS = Duration.ofHours(1);

    /** Reaches nobody, by RFC 2606; stands for a contact that is not configured. */
    private static final String NOBODY = ".invalid";

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    private @Nullable UUID userId;

    private @Nullable String address;

    private String subject;

    private String text;

    @Enumerated(EnumType.STRING)
    private @Nullable ParkedReason parkedBecause;

    protected StoredMail() {}

    private StoredMail(TenantId tenant, NoticeText written, Instant now) {
        super(tenant.value(), now);
        this.kind = written.kind();
        this.subject = written.subject();
        this.text = written.text();
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
            mail.park();
            mail.parkedBecause = ParkedReason.NOBODY;
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
        return new TenantId(lane());
    }

    Notice view(Optional<String> usersAddress) {
        Optional<String> recipient = address == null ? usersAddress : Optional.of(address);
        return new Notice(
                id(),
                kind,
                recipient,
                subject,
                text,
                createdAt(),
                NoticeState.of(state()),
                attempts(),
                Optional.ofNullable(parkedBecause));
    }

    @Override
    protected Optional<Instant> again(int attempts, Instant firstFailed, Instant now) {
        Duration window = kind.bringsLink() ? RETRY_WINDOW_WITH_LINKS : RETRY_WINDOW;
        return RETRIES.again(attempts, firstFailed, createdAt().plus(window), now);
    }

    void noted(MailOutcome outcome) {
        if (state() == MessageState.PARKED) {
            parkedBecause = outcome.reason().orElse(ParkedReason.NOT_TAKEN);
        }
    }
}
