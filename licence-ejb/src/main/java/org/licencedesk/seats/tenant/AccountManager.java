package org.licencedesk.seats.tenant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.ManagerId;

/**
 * One of the vendor's account managers, as stored. Only what changes is written, so that somebody who sets their password
 * meanwhile is disabled all the same.
 */
@Entity
@DynamicUpdate
public class AccountManager {

    @Id
    private UUID id;

    private String name;

    private String email;

    private String phone;

    private @Nullable String passwordHash;

    private Instant createdAt;

    private @Nullable Instant disabledAt;

    private @Nullable Instant readmittedAt;

    private @Nullable Instant lastSignInAt;

    protected AccountManager() {}

    AccountManager(ManagerId id, Contact contact, Instant now) {
        this.id = id.value();
        this.name = contact.name();
        this.email = contact.email();
        this.phone = contact.phone();
        this.createdAt = now;
    }

    /** @return the identity */
    public ManagerId id() {
        return new ManagerId(id);
    }

    /** @return how to reach them */
    public Contact contact() {
        return new Contact(name, email, phone);
    }

    /** @return the encoded hash of the password, if one was set */
    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    /** @return whether they may neither sign in nor use anything that was made for them */
    public boolean isDisabled() {
        return disabledAt != null;
    }

    /** Shuts them out; one who is disabled already stays as they are. */
    public void disable(Instant now) {
        disabledAt = disabledAt == null ? now : disabledAt;
    }

    /** Lets them sign in again; one who is not disabled stays as they are. */
    public void readmit(Instant now) {
        if (isDisabled()) {
            disabledAt = null;
            readmittedAt = now;
        }
    }

    /** @return since when they may sign in: sessions from before have ended */
    public Instant admittedSince() {
        return readmittedAt == null ? createdAt : readmittedAt;
    }

    /** @return when they last signed in */
    public Optional<Instant> lastSignInAt() {
        return Optional.ofNullable(lastSignInAt);
    }

    /** Notes that they signed in. */
    public void noteSignIn(Instant now) {
        lastSignInAt = now;
    }

    /** Sets the encoded hash of a new password. */
    public void setPasswordHash(String hash) {
        passwordHash = hash;
    }
}
