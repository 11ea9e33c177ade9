package org.licencedesk.web.setup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.Text;
import org.licencedesk.people.access.TooManyAttempts;
import org.licencedesk.people.setup.FirstOperator;
import org.licencedesk.people.setup.FirstTenant;
import org.licencedesk.people.setup.SetupCodeRefused;
import org.licencedesk.people.setup.SetupProgress;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.ClientAddresses;
import org.licencedesk.web.signin.CurrentActor;
import org.licencedesk.web.signin.RequestPath;

/** {@code /setup/system}: opens an installation that has no tenant yet, against its setup code (R28). */
@Named
@RequestScoped
public class SetupPage {

    private static final String TEXTS = "setupText";

    private static final String FORM = "setup:";

    /** Fields that have another name on the page: the first System Admin's mail address is their user name too. */
    private static final Map<String, String> FIELDS =
            Map.of("displayName", "adminName", "userName", "email", "firstAdmin/password", "password");

    @Inject
    private FirstTenant firstTenant;

    @Inject
    private FirstOperator firstOperator;

    @Inject
    private SetupProgress progress;

    @Inject
    private CurrentActor actor;

    @Inject
    private FirstTenantForm form;

    @Inject
    private ClientAddresses clientAddresses;

    @Inject
    private PageContext page;

    /** @return whether the installation has no system yet */
    public boolean isAwaited() {
        return firstTenant.isAwaited();
    }

    /** @return whether an operator could create the system as well, whenever they like */
    public boolean isOperated() {
        return !firstOperator.isAwaited();
    }

    /** @return whether somebody is signed in, whose Setup Wizard is at this address too */
    boolean isFollowedByWizard() {
        return actor.find().isPresent();
    }

    /** Sends on whoever comes to an installation that is open already: a System Admin to where the wizard was left. */
    public void skip() {
        if (!firstTenant.isAwaited()) {
            skipTo(RequestPath.HOME);
        }
    }

    /** Sends a System Admin on to where the wizard was left, and everybody else to that address or on from it. */
    void skipTo(String address) {
        page.redirect(actor.find().map(this::left).orElse(address));
    }

    /** The most exact text that there is: of the field with its problem, of the field, of where it stands on the page. */
    String wrong(String place, InvalidValue fault) {
        String own = "invalid." + fault.field();
        String key = Stream.of(own + "." + fault.problem(), "invalid." + place + "." + fault.problem(), own)
                .filter(known -> page.hasText(TEXTS, known))
                .findFirst()
                .orElse("invalid." + place);
        return page.text(TEXTS, key);
    }

    /** @return what is said of a code that opens nothing */
    String refused() {
        return page.text(TEXTS, "refused");
    }

    private String left(Actor admin) {
        return SetupAddress.of(progress.of(admin.tenant().orElseThrow(), admin).step());
    }

    /** Says at each field the first that is wrong with it. */
    private boolean accepts(List<InvalidValue> wrong) {
        Map<String, InvalidValue> byPlace = new LinkedHashMap<>();
        wrong.forEach(fault -> byPlace.putIfAbsent(FIELDS.getOrDefault(fault.field(), fault.field()), fault));
        byPlace.forEach((place, fault) -> page.refuseAt(FORM + place, wrong(place, fault)));
        return byPlace.isEmpty();
    }

    /** Opens the installation with what was typed. */
    public void submit() {
        if (!accepts(Refusals.faults(form.fields()))) {
            return;
        }
        try {
            firstTenant.open(
                    new Secret(Text.stripped(form.text("code"))), form.command(), clientAddresses.of(page.request()));
            page.redirect(RequestPath.SIGN_IN);
        } catch (InvalidValue e) {
            accepts(List.of(e));
        } catch (SetupCodeRefused e) {
            page.status(HttpServletResponse.SC_FORBIDDEN);
            page.refuseAt(FORM + "code", refused());
        } catch (TooManyAttempts e) {
            page.refuseFor(e.retryAfter());
        }
    }
}
