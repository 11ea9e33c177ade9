package org.licencedesk.web.allowance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.licencedesk.kernel.Actor;
import org.licencedesk.seats.allowance.AllowanceAdjustment;
import org.licencedesk.seats.allowance.AllowanceState;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.signin.CurrentActor;

/** The allowance panel: the three figures under their labels, and the meter (R5). */
@Named
@RequestScoped
public class AllowancePanel {

    @Inject
    private AllowanceAdjustment allowance;

    @Inject
    private Meters meters;

    @Inject
    private CurrentActor actor;

    @Inject
    private Instance<Subject> subject;

    private final Lazy<AllowanceState> state = new Lazy<>(this::readState);

    /** @return the allowance as it stands */
    public AllowanceState state() {
        return state.get();
    }

    private AllowanceState readState() {
        Actor who = actor.get();
        return allowance.show(who.tenant().orElseGet(() -> subject.get().tenant()), who);
    }

    /** Reads the allowance afresh where it is asked for next, because it was changed. */
    public void forget() {
        state.forget();
    }

    /** @return the figures */
    public Figures figures() {
        return state().figures();
    }

    /** @return how many users are active and not locked */
    public int active() {
        return figures().occupied() - state().locked();
    }

    /** @return which part of the meter users take who are active and not locked, in percent */
    public double activeShare() {
        return share(Math.min(active(), figures().maximum()));
    }

    /** @return which part of the meter locked users take, in percent */
    public double lockedShare() {
        return share(Math.min(figures().occupied(), figures().maximum())
                - Math.min(active(), figures().maximum()));
    }

    /** @return which part of the meter those take who are over the allowance, in percent */
    public double overShare() {
        return share(figures().overBy());
    }

    private double share(int seats) {
        return meters.share(seats, figures());
    }
}
