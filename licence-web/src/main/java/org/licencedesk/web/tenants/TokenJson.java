package org.licencedesk.web.tenants;

import java.time.Instant;
import java.util.Optional;
import org.licencedesk.access.IssuedToken;
import org.licencedesk.access.TokenDescription;

/** A token in the contract, without its secret. */
record TokenJson(String id, String name, String role, String createdAt, Optional<String> lastUsedAt) {

    /** A token to be made for an account manager. */
    record Named(String name) {}

    /** A token to be made for a tenant. */
    record OfRole(String name, String role) {}

    /** A token that was just made. */
    record Issued(String id, String token) {

        static Issued of(IssuedToken issued) {
            return new Issued(issued.id().toString(), issued.secret().text());
        }
    }

    static TokenJson of(TokenDescription token) {
        return new TokenJson(
                token.id().toString(),
                token.name(),
                token.role().name(),
                token.createdAt().toString(),
                token.lastUsedAt().map(Instant::toString));
    }
}
