package org.licencedesk.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.licencedesk.kernel.Text;
import org.licencedesk.messages.mail.Notices;
import org.licencedesk.people.access.ForgottenPassword;
import org.licencedesk.people.access.TooManyAttempts;
import org.licencedesk.people.access.TypedName;
import org.licencedesk.web.page.PageContext;

/** {@code /forgot-password}: has a one-time link sent, with the same answer whoever asks. */
@Named
@RequestScoped
public class ForgotPasswordPage {

    @Inject
    private ForgottenPassword forgotten;

    @Inject
    private Notices notices;

    @Inject
    private ClientAddresses clientAddresses;

    @Inject
    private PageContext page;

    private String system = "";

    private String userName = "";

    private boolean asked;

    /** @return whether this installation can send links */
    public boolean isPossible() {
        return notices.bringLinks();
    }

    /** Asks for a link to be sent. */
    public void submit() {
        if (Text.normalised(userName).isEmpty()) {
            page.refuseAt("forgot:userName", page.text("frameText", "wrong.BLANK.userName"));
            return;
        }
        try {
            forgotten.ask(TypedName.of(system, userName), clientAddresses.of(page.request()), page.locale());
            asked = true;
        } catch (TooManyAttempts e) {
            page.refuseFor(e.retryAfter());
        }
    }

    /** @return whether a link was asked for */
    public boolean isAsked() {
        return asked;
    }

    /** @return the slug of the tenant, or blank */
    public String getSystem() {
        return system;
    }

    /** Sets the slug of the tenant, or blank. */
    public void setSystem(String text) {
        system = TypedName.cutSystem(text);
    }

    /** @return the user name */
    public String getUserName() {
        return userName;
    }

    /** Sets the user name. */
    public void setUserName(String text) {
        userName = TypedName.cutName(text);
    }
}
