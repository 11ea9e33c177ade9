package org.licencedesk.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Optional;
import org.licencedesk.web.page.Redirect;

/** An answer whose redirects name no host. */
class GuardedResponse extends HttpServletResponseWrapper {

    private final String ownHost;

    GuardedResponse(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        ownHost = request.getScheme() + "://"
                + Optional.ofNullable(request.getHeader("Host")).orElse("");
    }

    @Override
    public void setHeader(String name, String value) {
        super.setHeader(name, name.equalsIgnoreCase("Location") ? withoutHost(value) : value);
    }

    @Override
    public void addHeader(String name, String value) {
        if (name.equalsIgnoreCase("Location")) {
            setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public void sendRedirect(String location) {
        Redirect.to(location, this);
    }

    private String withoutHost(String location) {
        return location.startsWith(ownHost + "/") ? location.substring(ownHost.length()) : location;
    }
}
