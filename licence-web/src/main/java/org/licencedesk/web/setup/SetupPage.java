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
import org.licencedesk.people.setup.FirstTenant;
import org.licencedesk.people.setup.SetupCodeRefused;
import org.licencedesk.people.setup.SetupProgress;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.ClientAddresses;
import org.licencedesk.web.signin.CurrentActor;

/** {@code /setup}: opens an installation that has no tenant yet, against its one-time code (R28). */
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

    /** Sends on whoever comes to an installation that is open already: a System Admin to where the wizard was left. */
    public void skip() {
        if (!firstTenant.isAwaited()) {
            page.redirect(actor.find().map(this::left).orElse("/"));
        }
    }

    /** The most exact text that there is: of the field with its problem, of the field, of where it stands on the page. */
    private String text(String place, InvalidValue fault) {
        String own = "invalid." + fault.field();
        String key = Stream.of(own + "." + fault.problem(), "invalid." + place + "." + fault.problem(), own)
                .filter(known -> page.hasText(TEXTS, known))
                .findFirst()
                .orElse("invalid." + place);
        return page.text(TEXTS, key);
    }

    private String left(Actor admin) {
        return SetupAddress.of(progress.of(admin.tenant().orElseThrow(), admin).step());
    }

    /** Says at each field the first that is wrong with it. */
    private boolean accepts(List<InvalidValue> wrong) {
        Map<String, InvalidValue> byPlace = new LinkedHashMap<>();
        wrong.forEach(fault -> byPlace.putIfAbsent(FIELDS.getOrDefault(fault.field(), fault.field()), fault));
        byPlace.forEach((place, fault) -> page.refuseAt(FORM + place, text(place, fault)));
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
            page.redirect("/sign-in");
        } catch (InvalidValue e) {
            accepts(List.of(e));
        } catch (SetupCodeRefused e) {
            page.status(HttpServletResponse.SC_FORBIDDEN);
            page.refuseAt(FORM + "code", page.text(TEXTS, "refused"));
        } catch (TooManyAttempts e) {
            page.refuseFor(e.retryAfter());
        }
    }
}
