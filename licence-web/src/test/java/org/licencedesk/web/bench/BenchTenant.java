package org.licencedesk.web.bench;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A tenant that is measured.
 *
 * @param token acts in it as System Admin
 */
record BenchTenant(String slug, UUID id, String token) {

    String path() {
        return "/api/v1/tenants/" + slug;
    }

    static BenchTenant anyOf(List<BenchTenant> tenants) {
        return tenants.get(ThreadLocalRandom.current().nextInt(tenants.size()));
    }
}
