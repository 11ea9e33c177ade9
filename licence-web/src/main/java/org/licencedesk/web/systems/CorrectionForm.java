package org.licencedesk.web.systems;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Expected;
import org.licencedesk.seats.allowance.AllowanceAdjustment;
import org.licencedesk.seats.allowance.CorrectAllowance;
import org.licencedesk.seats.allowance.Settlement;
import org.licencedesk.web.allowance.TypedSeats;
import org.licencedesk.web.frame.Formats;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.frame.TypedReason;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** Corrects the maximum of a system, which may leave it over its allowance (R37). */
@Named
@ViewScoped
public class CorrectionForm implements Serializable {

    private static final String TEXTS = "operatorText";

    private static final String FORM = "correctionForm";

    @Inject
    private AllowanceAdjustment allowance;

    @Inject
    private SystemPage system;

    @Inject
    private CurrentActor actor;

    @Inject
    private Formats formats;

    @Inject
    private Refusals refusals;

    @Inject
    private Toasts toasts;

    @Inject
    private PageContext page;

    private String maximum = "";

    private String reason = "";

    private Settlement settlement = Settlement.NONE;

    /** Corrects the maximum to the number that is typed. */
    public void correct() {
        Optional<Integer> wanted = TypedSeats.parse(maximum);
        if (wanted.isEmpty()) {
            page.refuseAt(FORM + ":maximum", page.text(TEXTS, "correction.notANumber"));
        }
        if (!refusals.accepts(FORM, List.of(() -> TypedReason.of(reason))) || wanted.isEmpty()) {
            return;
        }
        refusals.run(
                        FORM,
                        () -> allowance.correct(new CorrectAllowance(
                                system.tenant(),
                                wanted.get(),
                                settlement,
                                TypedReason.of(reason),
                                Expected.anything(),
                                actor.get(),
                                Door.UI)))
                .ifPresent(corrected -> {
                    toasts.say(page.text(
                            TEXTS,
                            "correction.done",
                            formats.number(corrected.figures().maximum())));
                    maximum = "";
                    reason = "";
                    settlement = Settlement.NONE;
                    system.forget();
                });
    }

    /** @return what a correction can do to what was charged */
    public Settlement[] getSettlements() {
        return Settlement.values();
    }

    /** @return the number that is typed */
    public String getMaximum() {
        return maximum;
    }

    /** Sets the number that is typed. */
    public void setMaximum(String text) {
        maximum = text;
    }

    /** @return the reason that is typed */
    public String getReason() {
        return reason;
    }

    /** Sets the reason that is typed. */
    public void setReason(String text) {
        reason = text;
    }

    /** @return what is done to what was charged */
    public Settlement getSettlement() {
        return settlement;
    }

    /** Sets what is done to what was charged. */
    public void setSettlement(Settlement chosen) {
        settlement = chosen;
    }
}
