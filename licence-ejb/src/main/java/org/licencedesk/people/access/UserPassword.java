package org.licencedesk.people.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.licencedesk.kernel.UserId;

/** The password of a user, as stored: its encoded hash only. */
@Entity
class UserPassword {

    @Id
    private UUID userId;

    private String hash;

    private Instant changedAt;

    protected UserPassword() {}

    UserPassword(UserId user, String hash, Instant now) {
        this.userId = user.value();
        this.hash = hash;
        this.changedAt = now;
    }

    String hash() {
        return hash;
    }

    Instant changedAt() {
        return changedAt;
    }

    void change(String newHash, Instant now) {
        hash = newHash;
        changedAt = now;
    }
}
