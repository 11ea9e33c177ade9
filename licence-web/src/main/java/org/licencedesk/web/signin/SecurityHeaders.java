package org.licencedesk.web.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** The headers that tell a browser what not to do with an answer. */
final class SecurityHeaders {

    static final String POLICY = "Content-Security-Policy";

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** What a page may load; the scripts come first, because a page that has inline ones names them there. */
    private static final String OWN_SCRIPTS = "script-src 'self'";

    private static final String OWN_ONLY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** Keeps the secret in the address from whatever the page asks for more. Without any referrer a form has no origin. */
    private static final String ORIGIN_ONLY = "strict-origin";

    private SecurityHeaders() {}

    /**
     * @param strictTransport what {@code Strict-Transport-Security} is to say, where people come over TLS only
     */
    static void set(HttpServletResponse response, RequestPath path, Optional<String> strictTransport) {
        response.setHeader(POLICY, path.isApi() ? NOTHING : policy(OWN_SCRIPTS));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", path.isIn(RequestPath.PASSWORD) ? ORIGIN_ONLY : "same-origin");
        if (!path.isPageResource()) {
            response.setHeader("Cache-Control", "no-store");
        }
        strictTransport.ifPresent(policy -> response.setHeader("Strict-Transport-Security", policy));
    }

    /** @return the policy of a page whose scripts are the ones that the directive lets run */
    static String policy(String scripts) {
        return scripts + "; " + OWN_ONLY;
    }
}
