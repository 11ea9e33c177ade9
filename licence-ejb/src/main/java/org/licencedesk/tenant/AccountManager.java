package org.licencedesk.tenant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.ManagerId;

/** One of the vendor's account managers, as stored. */
@Entity
public class AccountManager {

    @Id
    private UUID id;

    private String name;

    private String email;

    private String phone;

    private @Nullable String passwordHash;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
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

    /** Sets the encoded hash of a new password. */
    public void setPasswordHash(String hash) {
        passwordHash = hash;
    }
}
