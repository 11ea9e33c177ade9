package org.licencedesk.web.setup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import org.licencedesk.access.TooManyAttempts;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Secret;
import org.licencedesk.setup.FirstTenant;
import org.licencedesk.setup.SetupCodeRefused;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.PublicAddress;

/** {@code /setup}: opens an installation that has no tenant yet, against its one-time code (R28). */
@Named
@RequestScoped
public class SetupPage {

    private static final String TEXTS = "setupText";

    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    private FirstTenant firstTenant;

    @Inject
    private FirstTenantForm form;

    @Inject
    private PublicAddress publicAddress;

    @Inject
    private PageContext page;

    /** Sends on whoever comes to an installation that is open already. */
    public void skip() {
        if (!firstTenant.isAwaited()) {
            page.redirect("/");
        }
    }

    /** Opens the installation with what was typed. */
    public void submit() {
        try {
            firstTenant.open(new Secret(form.getCode().strip()), form.command(), publicAddress.client(page.request()));
            page.redirect("/sign-in");
        } catch (InvalidValue e) {
            page.refuse(TEXTS, "invalid." + e.field());
        } catch (SetupCodeRefused e) {
            page.status(HttpServletResponse.SC_FORBIDDEN);
            page.refuse(TEXTS, "refused");
        } catch (TooManyAttempts e) {
            page.status(TOO_MANY_REQUESTS);
            page.header("Retry-After", Long.toString(e.retryAfter()));
            page.refuse(TEXTS, "tooManyAttempts", e.retryAfter());
        }
    }
}
