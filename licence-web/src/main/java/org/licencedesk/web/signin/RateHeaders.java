package org.licencedesk.web.signin;

import jakarta.servlet.http.HttpServletResponse;
import org.licencedesk.people.access.TokenRate;

/** Tells a client how many requests its token may make and has left (draft-ietf-httpapi-ratelimit-headers-10). */
final class RateHeaders {

    /** The name of the one policy, as a string of RFC 9651. */
    private static final String POLICY = "\"token\"";

    private RateHeaders() {}

    static void set(HttpServletResponse response, TokenRate rate, TokenRate.Standing standing) {
        response.setHeader("RateLimit-Policy", POLICY + ";q=" + rate.perSecond() + ";w=1");
        response.setHeader("RateLimit", POLICY + ";r=" + standing.remaining() + ";t=1");
    }
}
