package org.licencedesk.web.tenants;

import java.time.Instant;
import java.util.Optional;
import org.licencedesk.people.access.IssuedToken;
import org.licencedesk.people.access.NewToken;
import org.licencedesk.people.access.TokenDescription;
import org.licencedesk.web.json.Body;

/** A token in the contract, without its secret. */
record TokenJson(
        String id,
        String name,
        String role,
        String createdAt,
        Optional<String> createdBy,
        Optional<String> lastUsedAt,
        Optional<String> expiresAt) {

    /** A token to be made for an account manager. */
    record Named(String name, Optional<String> expiresAt) {}

    /** A token to be made for a tenant. */
    record OfRole(String name, String role, Optional<String> expiresAt) {}

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
                token.createdBy(),
                token.lastUsedAt().map(Instant::toString),
                token.expiresAt().map(Instant::toString));
    }

    /** @return what a token is to be, as a body says it */
    static NewToken token(String name, Optional<String> expiresAt) {
        return new NewToken(name, expiresAt.map(instant -> Body.instant("expiresAt", instant)));
    }
}
