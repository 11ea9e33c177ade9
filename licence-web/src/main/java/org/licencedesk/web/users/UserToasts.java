package org.licencedesk.web.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.change.BulkReceipt;
import org.licencedesk.seats.change.Candidate;
import org.licencedesk.seats.change.SeatReceipt;
import org.licencedesk.seats.directory.User;
import org.licencedesk.web.frame.Formats;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.page.PageContext;

/** Says what was done to users, and what that does to licences. */
@RequestScoped
public class UserToasts {

    private static final String TEXTS = "usersText";

    @Inject
    private Formats formats;

    @Inject
    private Toasts toasts;

    @Inject
    private UndoneStatus undone;

    @Inject
    private PageContext page;

    /**
     * Says whose licence the user has now, and offers to give it back.
     *
     * @param shown who was named before
     * @param was the user's status before, or Inactive where there was none
     */
    void given(Candidate shown, User taker, UserStatus was) {
        User holder = shown.user();
        toasts.sayUndoable(
                page.text(TEXTS, "given", holder.displayName(), taker.displayName()),
                undone.remember(new UndoneStatus.Giving(holder, holder.status(), taker, was)));
    }

    /** Says that the user was deleted. */
    public void deleted(User user) {
        toasts.say(page.text(TEXTS, user.status().occupiesSeat() ? "deleted.released" : "deleted", user.displayName()));
    }

    /** Says so if the user took a seat and more are in use now than an agreed reduction leaves (R30). */
    public void atRisk(SeatReceipt receipt) {
        if (receipt.user().status().occupiesSeat()) {
            atRisk(receipt.reductionAtRisk(), receipt.figures());
        }
    }

    /** Says so if more seats are in use after a change of many users than an agreed reduction leaves (R30). */
    void atRisk(BulkReceipt receipt) {
        atRisk(receipt.reductionAtRisk(), receipt.figures());
    }

    private void atRisk(Optional<Reduction> agreed, Figures figures) {
        agreed.ifPresent(reduction -> toasts.say(page.text(
                TEXTS, "atRisk", reduction.maximum(), formats.date(reduction.effectiveOn()), figures.occupied())));
    }
}
