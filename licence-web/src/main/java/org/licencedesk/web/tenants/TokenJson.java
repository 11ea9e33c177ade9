package org.licencedesk.web.tenants;

import java.util.Optional;
import org.licencedesk.people.access.IssuedToken;
import org.licencedesk.people.access.NewToken;
import org.licencedesk.web.json.Body;

/** What the contract says of a token beside what is known of it. */
final class TokenJson {

    private TokenJson() {}

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

    /** @return what a token is to be, as a body says it */
    static NewToken token(String name, Optional<String> expiresAt) {
        return new NewToken(name, expiresAt.map(instant -> Body.instant("expiresAt", instant)));
    }
}
