package org.licencedesk.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;

/**
 * Makes the session cookie one that scripts, other sites and, where people come over TLS, plain HTTP do not get. By a
 * prefix of its name (RFC 6265bis) browsers refuse it then from anybody who cannot set a secure one; {@code __Host-} also
 * from sister domains, and it takes no path but the root's.
 */
@WebListener
public class SessionCookie implements ServletContextListener {

    private static final String NAME = "JSESSIONID";

    @Inject
    private PublicAddress publicAddress;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        if (publicAddress.isSet()) {
            cookie.setName(publicAddress.cookie(NAME));
            cookie.setPath(publicAddress.path());
        }
        cookie.setHttpOnly(true);
        cookie.setSecure(publicAddress.isHttps());
        cookie.setAttribute("SameSite", "Lax");
    }
}
