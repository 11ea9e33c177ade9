package org.licencedesk.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.licencedesk.kernel.Busy;
import org.licencedesk.kernel.Text;
import org.licencedesk.people.access.SignIn;
import org.licencedesk.people.access.SignedIn;
import org.licencedesk.people.access.TooManyAttempts;
import org.licencedesk.people.access.TypedName;
import org.licencedesk.web.page.PageContext;

/** {@code /sign-in}: the form by which people come in. */
@Named
@RequestScoped
public class SignInPage {

    private static final String TEXTS = "signInText";

    /** Longer than the address of any page of ours that leads here. */
    private static final int MOST_WANTED = 2_048;

    @Inject
    private SignIn signIn;

    @Inject
    private CurrentActor actor;

    @Inject
    private ClientAddresses clientAddresses;

    @Inject
    private DeviceCookie deviceCookie;

    @Inject
    private PageContext page;

    private String system = "";

    private String userName = "";

    private String password = "";

    private String wanted = "";

    /** Sends on whoever is signed in already. */
    public void skip() {
        if (actor.find().isPresent()) {
            page.redirect(next());
        }
    }

    /** Tries what was typed, and sends on whoever it lets in. */
    public void submit() {
        boolean noName = isBlank("userName", userName);
        boolean noPassword = isBlank("password", password);
        if (noName || noPassword) {
            return;
        }
        try {
            Optional<SignedIn> admitted = signIn.signIn(
                    TypedName.of(system, userName),
                    password,
                    clientAddresses.of(page.request()),
                    deviceCookie.find(page.request()));
            if (admitted.isPresent()) {
                deviceCookie.set(page.response(), admitted.get());
                Sessions.open(page.request(), admitted.get());
                page.redirect(next());
            } else {
                page.refuse(TEXTS, "signIn.refused");
            }
        } catch (TooManyAttempts e) {
            page.refuseFor(e.retryAfter());
        } catch (Busy e) {
            page.status(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            page.refuse(TEXTS, "signIn.busy");
        }
    }

    private boolean isBlank(String field, String text) {
        boolean blank = Text.stripped(text).isEmpty();
        if (blank) {
            page.refuseAt("signIn:" + field, page.text("frameText", "wrong.BLANK." + field));
        }
        return blank;
    }

    /** @return whether there is a page that was wanted, and that signing in leads on to */
    public boolean isLeadingOn() {
        return RequestPath.local(wanted).isPresent();
    }

    private String next() {
        return RequestPath.local(wanted).orElse(RequestPath.HOME);
    }

    /** @return the slug of the tenant, or blank */
    public String getSystem() {
        return system;
    }

    /** Sets the slug of the tenant, or blank. */
    public void setSystem(String text) {
        system = TypedName.cutSystem(text);
    }

    /** @return the user name or an account manager's mail address */
    public String getUserName() {
        return userName;
    }

    /** Sets the user name or an account manager's mail address. */
    public void setUserName(String text) {
        userName = TypedName.cutName(text);
    }

    /** @return the password */
    public String getPassword() {
        return password;
    }

    /** Sets the password. */
    public void setPassword(String text) {
        password = text;
    }

    /** @return the address to go to afterwards, as it came, or blank */
    public String getWanted() {
        return wanted;
    }

    /** Sets the address to go to afterwards; one that is too long for a page of ours counts as none. */
    public void setWanted(String address) {
        wanted = address.length() <= MOST_WANTED ? address : "";
    }
}
