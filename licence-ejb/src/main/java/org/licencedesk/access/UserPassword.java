package org.licencedesk.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.licencedesk.kernel.UserId;

/** The password of a user, as stored: its encoded hash only. */
@Entity
@Table(name = "user_password")
class UserPassword {

    @Id
    @Column(name = "user_id")
    private UUID userId;

    private String hash;

    @Column(name = "changed_at")
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected UserPassword() {}

    UserPassword(UserId user, String hash, Instant now) {
        this.userId = user.value();
        this.hash = hash;
        this.changedAt = now;
    }

    String hash() {
        return hash;
    }

    void change(String newHash, Instant now) {
        hash = newHash;
        changedAt = now;
    }
}
