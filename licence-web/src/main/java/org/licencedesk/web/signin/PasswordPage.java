package org.licencedesk.web.signin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.licencedesk.kernel.Busy;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Secret;
import org.licencedesk.people.access.AccountOwner;
import org.licencedesk.people.access.LinkEnd;
import org.licencedesk.people.access.LinkState;
import org.licencedesk.people.access.Password;
import org.licencedesk.people.access.SignInLinkInvalid;
import org.licencedesk.people.access.SignInLinks;
import org.licencedesk.people.access.SignedIn;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.PageContext;

/**
 * {@code /password}: sets a password by a one-time link, and signs its owner in. The form itself carries the link, so that
 * each of several that are open in one browser sets the password of its own account; there is no session before.
 */
@Named
@RequestScoped
public class PasswordPage {

    private static final String TEXTS = "signInText";

    /** No secret of ours is longer, and nothing longer is looked for. */
    private static final int LONGEST_TOKEN = 100;

    @Inject
    private SignInLinks links;

    @Inject
    private DeviceCookie deviceCookie;

    @Inject
    private PageContext page;

    private String token = "";

    private String password = "";

    private final Lazy<LinkState> state = new Lazy<>(() -> links.state(new Secret(token)));

    /** Parts of the page depend on the link before Faces would set it. */
    @PostConstruct
    void readToken() {
        token = Optional.ofNullable(page.request().getParameter("token"))
                .filter(text -> text.length() <= LONGEST_TOKEN)
                .orElse("");
    }

    /** Answers a link that cannot be used with the status that says so. */
    public void look() {
        if (!isUsable()) {
            page.status(HttpServletResponse.SC_GONE);
        }
    }

    /** @return whether the link can still be used */
    public boolean isUsable() {
        return state().end().isEmpty();
    }

    /** @return why the link cannot be used */
    public LinkEnd getEnd() {
        return state().end().orElseThrow();
    }

    /** @return what the owner of the link signs in with */
    public String getUserName() {
        return owner().userName();
    }

    /** @return the name of the owner's system, or blank for an account manager */
    public String getSystem() {
        return owner().system().orElse("");
    }

    /** @return what to type for the system when signing in, or blank */
    public String getSlug() {
        return owner().slug().orElse("");
    }

    /** Uses the link up. */
    public void submit() {
        try {
            SignedIn signedIn = links.redeem(new Secret(token), new Password(password));
            deviceCookie.set(page.response(), signedIn);
            Sessions.open(page.request(), signedIn);
            page.redirect(RequestPath.HOME);
        } catch (InvalidValue e) {
            page.refuseAt("password:new", page.text(TEXTS, "password.wrong." + e.problem()));
        } catch (SignInLinkInvalid e) {
            state.forget();
            page.status(HttpServletResponse.SC_GONE);
        } catch (Busy e) {
            page.status(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            page.refuse(TEXTS, "signIn.busy");
        }
    }

    private AccountOwner owner() {
        return state().owner().orElseThrow();
    }

    private LinkState state() {
        return state.get();
    }

    /** @return the secret of the link, as it came in the address or in the form, or blank */
    public String getToken() {
        return token;
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
