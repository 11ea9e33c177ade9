package org.licencedesk.record.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.licencedesk.kernel.Sha256;
import org.licencedesk.kernel.TenantId;

/**
 * A ledger entry as the texts and numbers that its hash covers, whatever somebody may have written into them. What an
 * entry does not have is empty.
 */
record Link(
        long sequence,
        Instant at,
        String actor,
        String door,
        String kind,
        String user,
        String status,
        String role,
        String reason,
        int maximum,
        int occupied,
        byte[] previousHash,
        byte[] hash) {

    /** @return the hash that the entry must have */
    byte[] seal(TenantId tenant) {
        return sealAs(tenant, sequence);
    }

    /** @return whether the entry says what it said when it was written, but for its place in the ledger */
    boolean isGenuineAs(TenantId tenant, long place) {
        return Arrays.equals(hash, sealAs(tenant, place));
    }

    /** @return whether the entry was written at that place, after the entry of that hash */
    boolean belongs(TenantId tenant, long place, byte[] before) {
        return Arrays.equals(previousHash, before) && isGenuineAs(tenant, place);
    }

    /** One value a line: no value can hold a line break, so that no two entries are written the same way. */
    private byte[] sealAs(TenantId tenant, long place) {
        return Sha256.of(String.join(
                "\n",
                HexFormat.of().formatHex(previousHash),
                tenant.value().toString(),
                Long.toString(place),
                at.toString(),
                actor,
                door,
                kind,
                user,
                status,
                role,
                reason,
                Integer.toString(maximum),
                Integer.toString(occupied)));
    }
}
