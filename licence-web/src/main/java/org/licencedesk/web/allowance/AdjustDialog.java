package org.licencedesk.web.allowance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.platform.Contention;
import org.licencedesk.seats.allowance.AllowanceAdjustment;
import org.licencedesk.seats.allowance.AllowanceState;
import org.licencedesk.seats.allowance.CeilingReached;
import org.licencedesk.seats.allowance.DecreaseNotOffered;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.seats.allowance.NotAnIncrease;
import org.licencedesk.seats.allowance.RaiseAllowance;
import org.licencedesk.seats.tenant.Contact;
import org.licencedesk.web.frame.Formats;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** "Adjust User Allowance": the new number, then the confirmation of the increase, or whom to turn to (R6 to R11). */
@Named
@ViewScoped
public class AdjustDialog implements Serializable {

    private static final String TEXTS = "allowanceText";

    private static final String FORM = "adjustForm";

    private static final String FIELD = FORM + ":number";

    @Inject
    private AllowanceAdjustment adjustment;

    @Inject
    private AllowancePanel panel;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageContext page;

    @Inject
    private Formats formats;

    @Inject
    private Refusals refusals;

    @Inject
    private Toasts toasts;

    private boolean open;

    private String number = "";

    private transient @Nullable Confirmation confirmation;

    private transient @Nullable DecreaseNotOffered decrease;

    /** Opens the dialog with the current number. */
    public void begin() {
        open = true;
        number = Integer.toString(panel.figures().maximum());
        confirmation = null;
        decrease = null;
    }

    /** Asks for the quote of the number that was typed: the first "Save". */
    public void ask() {
        decrease = null;
        try {
            parsed().ifPresent(wanted -> confirmation =
                    Confirmation.of(panel.figures(), adjustment.quote(actor.tenant(), wanted, actor.get())));
        } catch (DecreaseNotOffered e) {
            decrease = e;
        } catch (NotAnIncrease e) {
            page.refuseAt(
                    FIELD,
                    page.text(
                            TEXTS, "adjust.same", formats.number(panel.figures().maximum())));
        } catch (CeilingReached e) {
            page.refuseAt(FIELD, page.text(TEXTS, "adjust.ceiling", formats.number(e.ceiling())));
        } catch (RuleViolation e) {
            refusals.show(FORM, e);
        }
    }

    /** Raises the allowance, if what is shown is accepted and still holds: the second "Save". */
    public void confirm() {
        Confirmation shown = confirmation;
        if (shown == null) {
            return;
        }
        try {
            AllowanceState raised = Contention.retrying(() -> adjustment.raise(new RaiseAllowance(
                    actor.tenant(),
                    shown.quote().raiseTo(),
                    Optional.of(shown.consent()),
                    Expected.anything(),
                    actor.get(),
                    Door.UI)));
            close();
            toasts.say(page.text(
                    TEXTS,
                    "adjust.done",
                    formats.number(raised.figures().maximum()),
                    raised.accountManager().name()));
        } catch (IncreaseNotConfirmed e) {
            confirmation = Confirmation.again(Optional.of(shown), e);
        } catch (NotAnIncrease | DecreaseNotOffered e) {
            panel.forget();
            begin();
            page.refuseAt(
                    FIELD,
                    page.text(
                            TEXTS,
                            "adjust.meanwhile",
                            formats.number(panel.figures().maximum())));
        } catch (RuleViolation e) {
            refusals.show(FORM, e);
        }
    }

    private void close() {
        open = false;
        confirmation = null;
        panel.forget();
    }

    private Optional<Integer> parsed() {
        Optional<Integer> typed = TypedSeats.parse(number);
        if (typed.isEmpty()) {
            page.refuseAt(FIELD, page.text(TEXTS, "adjust.notANumber"));
        }
        return typed;
    }

    /** @return whether the dialog is open */
    public boolean isOpen() {
        return open;
    }

    /** @return the number that was typed */
    public String getNumber() {
        return number;
    }

    /** Sets the number that was typed. */
    public void setNumber(String text) {
        number = text;
    }

    /** @return the confirmation, once there is a quote */
    public @Nullable Confirmation getConfirmation() {
        return confirmation;
    }

    /** @return whether a lower number was asked for */
    public boolean isLower() {
        return decrease != null;
    }

    /** @return the account manager, who alone lowers an allowance */
    public Contact manager() {
        return panel.state().accountManager();
    }

    /** @return whether the lower number can be asked for: the last System Admin always needs a seat (R4) */
    public boolean isRequestable() {
        return isLower() && getWanted() > 0;
    }

    /** @return the number that was typed, or 0 where that is none */
    public int getWanted() {
        return TypedSeats.parse(number).orElse(0);
    }

    /** @return how many seats must be freed before the lower number can be held */
    public int mustFree() {
        return TypedSeats.parse(number)
                .map(wanted -> panel.figures().mustFree(wanted))
                .orElse(0);
    }
}
