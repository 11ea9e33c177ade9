package org.licencedesk.messages.webhook;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.TenantId;

/** A webhook, as stored. */
@Entity
@Table(name = "webhook")
class StoredWebhook {

    private static final Duration OVERLAP = Duration.ofHours(24);

    @Id
    private UUID id;

    private UUID tenantId;

    private String url;

    private byte[] salt;

    private byte @Nullable [] previousSalt;

    private @Nullable Instant previousUntil;

    private Instant createdAt;

    private @Nullable Instant stoppedAt;

    protected StoredWebhook() {}

    StoredWebhook(TenantId tenant, String url, Instant now) {
        this.id = Identifiers.next();
        this.tenantId = tenant.value();
        this.url = url;
        this.salt = SigningSecret.salt();
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    TenantId tenant() {
        return new TenantId(tenantId);
    }

    String url() {
        return url;
    }

    Webhook view() {
        return new Webhook(id, url, createdAt, Optional.ofNullable(stoppedAt));
    }

    boolean isStopped() {
        return stoppedAt != null;
    }

    /** Ends it; nothing is sent there any more. */
    void stop(Instant now) {
        stoppedAt = now;
    }

    NewSecret secret(byte[] key) {
        return new NewSecret(id, SigningSecret.of(salt, key).shown(), Optional.ofNullable(previousUntil));
    }

    /** Gives it another secret; the one before signs as well for a day. */
    void rotate(Instant now) {
        previousSalt = salt;
        previousUntil = now.plus(OVERLAP);
        salt = SigningSecret.salt();
    }

    /** @return the signatures of all secrets that are valid, as the header has them */
    String sign(UUID message, String body, byte[] key, Instant now) {
        String newest = SigningSecret.of(salt, key).sign(message.toString(), now, body);
        return previousSalt != null && previousUntil != null && now.isBefore(previousUntil)
                ? newest + " " + SigningSecret.of(previousSalt, key).sign(message.toString(), now, body)
                : newest;
    }
}
