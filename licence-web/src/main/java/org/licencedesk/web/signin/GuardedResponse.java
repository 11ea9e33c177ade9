package org.licencedesk.web.signin;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** An answer with one content policy, into which Faces' one goes, and with redirects that name no host. */
class GuardedResponse extends HttpServletResponseWrapper {

    GuardedResponse(HttpServletResponse response) {
        super(response);
    }

    /** PrimeFaces adds a policy that lets its own inline scripts run; a second header would forbid them again. */
    @Override
    public void addHeader(String name, String value) {
        if (name.equalsIgnoreCase(SecurityHeaders.POLICY)) {
            setHeader(name, SecurityHeaders.policy(value.replaceFirst(";+$", "")));
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public void sendRedirect(String location) {
        Redirect.to(location, this);
    }
}
