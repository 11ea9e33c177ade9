package org.licencedesk.web.setup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.Text;
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

    /** Says at each field what is wrong with it. */
    private boolean accepts(List<InvalidValue> wrong) {
        wrong.forEach(fault -> {
            String field = fault.field().equals("name") ? "displayName" : fault.field();
            page.refuseAt(FORM + ":" + fault.field(), setup.wrong(field, new InvalidValue(field, fault.problem())));
        });
        return wrong.isEmpty();
    }

    private String code() {
        return Text.line("code", stripped("code"), FirstTenantForm.LONGEST_CODE);
    }

    private EmailAddress address() {
        return new EmailAddress(stripped("email"));
    }

    private Password password() {
        return new Password(text("password"));
    }

    private String stripped(String field) {
        return Text.stripped(text(field));
    }

    /** Makes the account with what was typed, and goes on to the first system. */
    public void submit() {
        if (!accepts(Refusals.faults(
                List.of(this::code, () -> Text.name("name", stripped("name")), this::address, this::password)))) {
            return;
        }
        try {
            firstOperator.open(
                    new Secret(code()),
                    new NewOperator(stripped("name"), address()),
                    password(),
                    clientAddresses.of(page.request()));
            page.redirect(setup.isAwaited() ? RequestPath.FIRST_SYSTEM : RequestPath.SIGN_IN);
        } catch (InvalidValue e) {
            accepts(List.of(e));
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
