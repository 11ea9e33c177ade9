package org.licencedesk.web.setup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.Secret;
import org.licencedesk.people.access.NewOperator;
import org.licencedesk.people.access.Password;
import org.licencedesk.people.access.TooManyAttempts;
import org.licencedesk.people.setup.FirstOperator;
import org.licencedesk.people.setup.SetupCodeRefused;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.ClientAddresses;
import org.licencedesk.web.signin.RequestPath;

/** {@code /setup}: makes the account of the first operator, against the setup code of the installation (R28). */
@Named
@RequestScoped
public class FirstOperatorPage {

    private static final String FORM = "operator";

    @Inject
    private FirstOperator firstOperator;

    @Inject
    private SetupPage setup;

    @Inject
    private ClientAddresses clientAddresses;

    @Inject
    private Refusals refusals;

    @Inject
    private PageContext page;

    private final Map<String, String> typed = new HashMap<>();

    /** Sends on whoever comes to an installation that has an operator: to what is left to set up. */
    public void skip() {
        if (setup.isFollowedByWizard() || !firstOperator.isAwaited()) {
            setup.skipTo(RequestPath.FIRST_SYSTEM);
        }
    }

    /** Makes the account with what was typed, and goes on to the first system. */
    public void submit() {
        try {
            firstOperator.open(
                    new Secret(text("code").strip()),
                    new NewOperator(
                            text("name").strip(), new EmailAddress(text("email").strip())),
                    new Password(text("password")),
                    clientAddresses.of(page.request()));
            page.redirect(setup.isAwaited() ? RequestPath.FIRST_SYSTEM : RequestPath.SIGN_IN);
        } catch (InvalidValue e) {
            String field = e.field().equals("name") ? "displayName" : e.field();
            page.refuseAt(FORM + ":" + e.field(), setup.wrong(field, new InvalidValue(field, e.problem())));
        } catch (SetupCodeRefused e) {
            page.status(HttpServletResponse.SC_FORBIDDEN);
            page.refuseAt(FORM + ":code", setup.refused());
        } catch (TooManyAttempts e) {
            page.refuseFor(e.retryAfter());
        } catch (RuleViolation e) {
            refusals.show(FORM, e);
        }
    }

    /** @return what is typed, by the name of the field */
    public Map<String, String> getTyped() {
        return typed;
    }

    private String text(String field) {
        return typed.getOrDefault(field, "");
    }
}
