package org.licencedesk.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.licencedesk.allowance.AllowanceAdjustment;
import org.licencedesk.allowance.Figures;
import org.licencedesk.kernel.Actor;

/** {@code /users}: the three figures of the tenant (R5). */
@Named
@RequestScoped
public class UsersPage {

    @Inject
    private AllowanceAdjustment allowance;

    @Inject
    private CurrentActor current;

    private @Nullable Figures figures;

    private Figures figures() {
        if (figures == null) {
            Actor actor = current.get();
            figures = allowance.show(actor.tenant().orElseThrow(), actor).figures();
        }
        return figures;
    }

    /** @return "Number of Active Users" */
    public int getOccupied() {
        return figures().occupied();
    }

    /** @return "Maximum Active Users" */
    public int getMaximum() {
        return figures().maximum();
    }

    /** @return "Number of Licences Available" */
    public int getAvailable() {
        return figures().available();
    }
}
