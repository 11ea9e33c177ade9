package org.licencedesk.web.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** The headers that tell a browser what not to do with an answer. */
final class SecurityHeaders {

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** What a page may load: no script but the files of ours, none that stands in a page. */
    private static final String OWN_ONLY =
            "script-src 'self'; default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** Keeps the secret in the address from whatever the page asks for more. Without any referrer a form has no origin. */
    private static final String ORIGIN_ONLY = "strict-origin";

    private SecurityHeaders() {}

    /**
     * @param strictTransport what {@code Strict-Transport-Security} is to say, where people come over TLS only
     */
    static void set(HttpServletResponse response, RequestPath path, Optional<String> strictTransport) {
        response.setHeader("Content-Security-Policy", path.isApi() ? NOTHING : OWN_ONLY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", path.isIn(RequestPath.PASSWORD) ? ORIGIN_ONLY : "same-origin");
        if (!path.isPageResource()) {
            response.setHeader("Cache-Control", "no-store");
        }
        strictTransport.ifPresent(policy -> response.setHeader("Strict-Transport-Security", policy));
    }
}
