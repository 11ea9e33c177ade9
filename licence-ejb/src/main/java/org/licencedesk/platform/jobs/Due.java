package org.licencedesk.platform.jobs;

import java.time.LocalDate;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.TenantId;

/**
 * A tenant for which a job has something to do, and its place in the job's order: the longest due first.
 *
 * @param on since when, in the tenant's days
 */
public record Due(LocalDate on, TenantId tenant) {

    /** Before all that is due. */
    public static final Due START = new Due(LocalDate.EPOCH, new TenantId(Identifiers.FIRST));
}
