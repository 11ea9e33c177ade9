package org.licencedesk.seats.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.record.ledger.LedgerEntry;

/** Reads a ledger as an auditor would, with nothing but its entries. R38 */
final class LedgerProof {
    private LedgerProof() {}

    /** Checks the chain, and that every entry's figures follow from the entries up to it. */
    static void check(TenantId tenant, List<LedgerEntry> entries) {
        byte[] previous = new byte[32];
        int maximum = 0;
        int occupied = 0;
        for (int i = 0; i < entries.size(); i++) {
            LedgerEntry entry = entries.get(i);
            assertThat(entry.sequence()).isEqualTo(i + 1L);
            assertThat(entry.previousHash()).isEqualTo(previous);
            assertThat(entry.hash()).isEqualTo(hash(tenant, entry));
            if (i > 0) {
                assertThat(entry.at()).isAfterOrEqualTo(entries.get(i - 1).at());
            }
            boolean wasOver = occupied > maximum;
            switch (entry.kind()) {
                case SEAT_TAKEN -> occupied++;
                case SEAT_RELEASED -> occupied--;
                case TENANT_CREATED, ALLOWANCE_RAISED, ALLOWANCE_CORRECTED, ALLOWANCE_REDUCED ->
                    maximum = entry.figures().maximum();
                case USER_ADDED, USER_CHANGED, USER_DELETED, TERMS_ACCEPTED -> {}
            }
            assertThat(entry.figures().maximum()).isEqualTo(maximum);
            assertThat(entry.figures().occupied()).as("entry %s", entry).isEqualTo(occupied);
            if (occupied > maximum && !wasOver) {
                assertThat(entry.kind()).isEqualTo(EntryKind.ALLOWANCE_CORRECTED); // R34, R37
            }
            previous = entry.hash();
        }
    }

    private static byte[] hash(TenantId tenant, LedgerEntry entry) {
        String lines = String.join(
                "\n",
                HexFormat.of().formatHex(entry.previousHash()),
                tenant.value().toString(),
                Long.toString(entry.sequence()),
                entry.at().toString(),
                entry.actor(),
                entry.door().name(),
                entry.kind().name(),
                text(entry.user()),
                text(entry.status()),
                text(entry.role()),
                text(entry.reason().map(Reason::text)),
                Integer.toString(entry.figures().maximum()),
                Integer.toString(entry.figures().occupied()));
        try {
            return MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }
}
