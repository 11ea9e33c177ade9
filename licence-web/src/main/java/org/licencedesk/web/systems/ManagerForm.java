package org.licencedesk.web.systems;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.people.access.EnrolledManager;
import org.licencedesk.seats.profile.EditTenant;
import org.licencedesk.vendor.portfolio.Portfolio;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** Puts a system into the portfolio of an account manager (R2). */
@Named
@ViewScoped
public class ManagerForm implements Serializable {

    private static final String TEXTS = "operatorText";

    private static final String FORM = "managerForm";

    @Inject
    private Portfolio portfolio;

    @Inject
    private ManagerChoices choices;

    @Inject
    private SystemPage system;

    @Inject
    private CurrentActor actor;

    @Inject
    private Refusals refusals;

    @Inject
    private Toasts toasts;

    @Inject
    private PageContext page;

    private String manager = "";

    /** Chooses the present one, if it is one of those that can be chosen. */
    @PostConstruct
    void read() {
        String email = system.profile().contact().email();
        manager = choices.offered().stream()
                .filter(one -> one.contact().email().equals(email))
                .map(one -> one.id().value().toString())
                .findFirst()
                .orElse("");
    }

    /** Hands the system over to the one who is chosen. */
    public void hand() {
        Optional<EnrolledManager> chosen = choices.of(manager);
        if (chosen.isEmpty()) {
            page.refuseAt(FORM + ":manager", page.text(TEXTS, "manager.none"));
            return;
        }
        ManagerId id = chosen.get().id();
        refusals.run(
                        FORM,
                        () -> portfolio.edit(new EditTenant(
                                system.tenant(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(id),
                                Expected.anything(),
                                actor.get())))
                .ifPresent(edited -> {
                    toasts.say(page.text(
                            TEXTS, "manager.done", chosen.get().contact().name()));
                    system.forget();
                });
    }

    /** @return who is chosen, as the choices name them; or blank */
    public String getManager() {
        return manager;
    }

    /** Sets who is chosen. */
    public void setManager(String id) {
        manager = id;
    }
}
