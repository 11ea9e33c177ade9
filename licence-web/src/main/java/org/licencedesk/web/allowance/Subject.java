package org.licencedesk.web.allowance;

import org.licencedesk.kernel.TenantId;

/** A page of the vendor's staff that is about one tenant: its allowance is the one that the panel shows. */
public interface Subject {

    /** @return the tenant, which the actor was found to see */
    TenantId tenant();
}
