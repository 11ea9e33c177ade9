package org.licencedesk.job;

import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.TenantId;

/**
 * A few of the tenants that are due.
 *
 * @param tenants those to be done now, in order
 * @param next where the following chunk begins; empty if there is none
 */
public record DueChunk(List<TenantId> tenants, Optional<Due> next) {

    /**
     * All that were read.
     *
     * @param rows in order
     * @param most how many were asked for
     */
    public static DueChunk of(List<Due> rows, int most) {
        List<TenantId> tenants = rows.stream().map(Due::tenant).toList();
        return new DueChunk(tenants, rows.size() < most ? Optional.empty() : Optional.of(rows.get(most - 1)));
    }
}
