package org.licencedesk.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import org.licencedesk.access.Password;
import org.licencedesk.access.SignInLinkDead;
import org.licencedesk.access.SignInLinks;
import org.licencedesk.kernel.Busy;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Secret;
import org.licencedesk.web.page.PageContext;

/** {@code /password}: sets a password by a one-time link, and signs its owner in. */
@Named
@RequestScoped
public class PasswordPage {

    private static final String TEXTS = "signInText";

    @Inject
    private SignInLinks links;

    @Inject
    private PageContext page;

    private String token = "";

    private String password = "";

    /** Takes the link out of the address into the session, so that it stays in no history and no log of a proxy. */
    public void take() {
        if (!token.isEmpty()) {
            Sessions.keepLink(page.request(), new Secret(token));
            page.redirect(Path.PASSWORD);
        } else if (!isUsable()) {
            page.status(HttpServletResponse.SC_GONE);
        }
    }

    /** @return whether the visitor came by a link that can still be used */
    public boolean isUsable() {
        return Sessions.link(page.request()).filter(links::isAlive).isPresent();
    }

    /** Uses the link up. */
    public void submit() {
        try {
            Secret link = Sessions.link(page.request()).orElseThrow(SignInLinkDead::new);
            Sessions.open(page.request(), links.redeem(link, new Password(password)));
            page.redirect(Path.HOME);
        } catch (InvalidValue e) {
            page.refuseAt("password:new", page.text(TEXTS, "password.invalid"));
        } catch (SignInLinkDead e) {
            page.status(HttpServletResponse.SC_GONE);
        } catch (Busy e) {
            page.status(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            page.refuse(TEXTS, "signIn.busy");
        }
    }

    /** @return the secret of the link, as it came in the address, or blank */
    public String getToken() {
        return token;
    }

    /** Sets the secret of the link. */
    public void setToken(String text) {
        token = text;
    }

    /** @return the new password */
    public String getPassword() {
        return password;
    }

    /** Sets the new password. */
    public void setPassword(String text) {
        password = text;
    }
}
