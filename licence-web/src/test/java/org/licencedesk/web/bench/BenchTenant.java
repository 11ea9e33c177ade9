package org.licencedesk.web.bench;

import java.util.UUID;

/**
 * A tenant that is measured.
 *
 * @param token acts in it as System Admin
 */
record BenchTenant(String slug, UUID id, String token) {

    String path() {
        return "/api/v1/tenants/" + slug;
    }
}
