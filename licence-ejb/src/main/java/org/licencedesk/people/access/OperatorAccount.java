package org.licencedesk.people.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.OperatorId;

/**
 * One of the vendor's staff who operates the installation, as stored. Only what was changed is written, so that somebody
 * who sets their password meanwhile is disabled all the same.
 */
@Entity
@DynamicUpdate
class OperatorAccount {

    @Id
    private UUID id;

    private String name;

    private String email;

    private @Nullable String passwordHash;

    private Instant createdAt;

    private @Nullable Instant lastSignInAt;

    private @Nullable Instant disabledAt;

    private @Nullable Instant readmittedAt;

    protected OperatorAccount() {}

    OperatorAccount(NewOperator created, Instant now) {
        this.id = OperatorId.create().value();
        this.name = created.name();
        this.email = created.email().text();
        this.createdAt = now;
    }

    OperatorId id() {
        return new OperatorId(id);
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    void setPasswordHash(String hash) {
        passwordHash = hash;
    }

    boolean isDisabled() {
        return disabledAt != null;
    }

    /** Shuts them out; one who is disabled already stays as they are. */
    void disable(Instant now) {
        disabledAt = disabledAt == null ? now : disabledAt;
    }

    /** Lets them sign in again; one who is not disabled stays as they are. */
    void readmit(Instant now) {
        if (isDisabled()) {
            disabledAt = null;
            readmittedAt = now;
        }
    }

    /** Since when they may sign in: sessions from before have ended. */
    Instant admittedSince() {
        return readmittedAt == null ? createdAt : readmittedAt;
    }

    Optional<Instant> lastSignInAt() {
        return Optional.ofNullable(lastSignInAt);
    }

    void noteSignIn(Instant now) {
        lastSignInAt = now;
    }
}
