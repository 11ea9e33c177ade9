package org.licencedesk.kernel;

import java.util.UUID;

/** Identity of a tenant; never shown outside, where the slug stands for it. */
public record TenantId(UUID value) {

    /** @return a fresh identity */
    public static TenantId create() {
        return new TenantId(Identifiers.next());
    }
}
