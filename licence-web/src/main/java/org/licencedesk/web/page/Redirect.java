package org.licencedesk.web.page;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Sends a browser on, by an address without a host: the container would put one in, and behind a proxy it would be the
 * wrong one.
 */
public final class Redirect {

    private Redirect() {}

    /** Sends the browser to the address, which names no host. */
    public static void to(String address, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }
}
