package org.licencedesk.job;

import org.licencedesk.kernel.TenantId;

/** What tenants are called where a job's failure is told. */
public interface TenantNames {

    /** @return the tenant's name in addresses */
    String nameOf(TenantId tenant);
}
