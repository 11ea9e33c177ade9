package org.licencedesk.record.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.record.ledger.ChainFault;
import org.licencedesk.seats.tenant.Slug;

/**
 * Whether what is stored of a tenant's seats is still what was written (R38).
 *
 * @param entries how many ledger entries were read
 * @param fault the first entry that is not as it was written, if there is one
 * @param drift what does not agree with the ledger; the first hundred of many
 * @param at when it was looked at
 */
public record Verification(
        TenantId tenant, Slug slug, long entries, Optional<ChainFault> fault, List<Drift> drift, Instant at) {

    /** @return whether nothing is wrong */
    public boolean isIntact() {
        return fault.isEmpty() && drift.isEmpty();
    }
}
