package org.licencedesk.platform.outbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Identifiers;

/** A lane that somebody sends from, or that rests, as stored. Any other has no row. */
@Entity
@Table(name = "outbox_lane")
class Lane {

    /** Longer than any attempt takes; a node that died with a claim holds it no longer than this. */
    static final Duration LEASE = Duration.ofMinutes(1);

    @Id
    private UUID id;

    private @Nullable UUID claim;

    private Instant restsUntil;

    protected Lane() {}

    boolean rests(Instant now) {
        return restsUntil.isAfter(now);
    }

    boolean isClaimed() {
        return claim != null;
    }

    boolean isClaimedBy(UUID holder) {
        return holder.equals(claim);
    }

    UUID claim(Instant now) {
        UUID taken = Identifiers.next();
        claim = taken;
        prolong(now);
        return taken;
    }

    void prolong(Instant now) {
        restsUntil = now.plus(LEASE);
    }

    /** Leaves it to all nodes again, from that instant on. */
    void rest(Instant until) {
        claim = null;
        restsUntil = until;
    }
}
