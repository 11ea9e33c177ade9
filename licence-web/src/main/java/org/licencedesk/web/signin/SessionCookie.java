package org.licencedesk.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;

/** Makes the session cookie one that scripts, other sites and, where people come over TLS, plain HTTP do not get. */
@WebListener
public class SessionCookie implements ServletContextListener {

    @Inject
    private PublicAddress publicAddress;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public SessionCookie() {}

    @Override
    public void contextInitialized(ServletContextEvent event) {
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setHttpOnly(true);
        cookie.setSecure(publicAddress.isHttps());
        cookie.setAttribute("SameSite", "Lax");
    }
}
