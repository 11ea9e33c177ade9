package org.licencedesk.seats.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.UserId;

/** A user name that was given up, with the salt of its digest in the ledger, as stored. */
@Entity
@Table(name = "former_user_name")
class StoredFormerName {

    @EmbeddedId
    private Key key;

    private UUID userId;

    private @Nullable String userName;

    /** For whoever proves the name by the ledger. */
    @SuppressWarnings("UnusedVariable")
    private byte @Nullable [] salt;

    protected StoredFormerName() {}

    StoredFormerName(UserAccount user, long entry, GivenUpName name) {
        this.key = new Key(user.tenant().value(), entry);
        this.userId = user.id().value();
        this.userName = name.text();
        this.salt = name.salt();
    }

    FormerUserName view() {
        return new FormerUserName(new UserId(userId), key.sequence(), Optional.ofNullable(userName));
    }

    @Embeddable
    record Key(UUID tenantId, @Column(name = "seq") long sequence) {}
}
