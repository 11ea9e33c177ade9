package org.licencedesk.web.setup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.licencedesk.people.setup.SetupProgress;
import org.licencedesk.people.setup.SetupState;
import org.licencedesk.people.setup.SetupStep;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** {@code /setup/STEP}: what the steps of the wizard have in common; where it is left is remembered (R28). */
@Named
@RequestScoped
public class SetupWizard {

    private static final String TEXTS = "setupText";

    private static final String FORM = "wizard";

    private static final String USERS = "/users";

    @Inject
    private SetupProgress progress;

    @Inject
    private SetupAddress address;

    @Inject
    private CurrentActor actor;

    @Inject
    private Refusals refusals;

    @Inject
    private Toasts toasts;

    @Inject
    private PageContext page;

    private final Lazy<SetupState> state = new Lazy<>(() -> progress.of(actor.tenant(), actor.get()));

    /** Remembers that the wizard is at the step of the address; shows the error page where there is no such step. */
    public void enter() {
        Optional<SetupStep> entered = address.step();
        if (entered.isEmpty()) {
            page.fail(HttpServletResponse.SC_NOT_FOUND);
        } else if (page.request().getMethod().equals("GET")) {
            refusals.done(FORM, () -> progress.reach(actor.tenant(), entered.get(), actor.get()));
        }
    }

    /** @return the steps in their order */
    public SetupStep[] getSteps() {
        return SetupStep.values();
    }

    /** @return the step of the address */
    public SetupStep getStep() {
        return address.step().orElse(SetupStep.COMPANY);
    }

    /** @return how far the tenant's wizard is */
    public SetupState state() {
        return state.get();
    }

    /** Leaves the wizard; it opens by itself for this person no more. */
    public void later() {
        if (refusals.done(FORM, () -> progress.later(actor.tenant(), actor.get()))) {
            leave("later.done");
        }
    }

    /** Finishes the wizard; it opens by itself for nobody any more. */
    public void finish() {
        if (refusals.done(FORM, () -> progress.finish(actor.tenant(), actor.get()))) {
            leave("finish.done");
        }
    }

    private void leave(String said) {
        toasts.say(page.text(TEXTS, said));
        page.redirect(USERS);
    }
}
