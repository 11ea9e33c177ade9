package org.licencedesk.web.systems;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.platform.Contention;
import org.licencedesk.seats.allowance.NotAReduction;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.request.ProposeReduction;
import org.licencedesk.seats.request.ReductionDecision;
import org.licencedesk.seats.request.ReductionRequest;
import org.licencedesk.vendor.portfolio.PortfolioOverview;
import org.licencedesk.vendor.portfolio.ReductionEffect;
import org.licencedesk.web.allowance.TypedSeats;
import org.licencedesk.web.frame.Formats;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.frame.TypedReason;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** The account manager's proposal of a reduction. What it comes to is said before it is sent (R30). */
@Named
@ViewScoped
public class ProposalDialog implements Serializable {

    private static final String TEXTS = "systemsText";

    private static final String FORM = "proposalForm";

    private static final String MAXIMUM = FORM + ":maximum";

    @Inject
    private ReductionDecision deciding;

    @Inject
    private PortfolioOverview overview;

    @Inject
    private SystemPage system;

    @Inject
    private Formats formats;

    @Inject
    private CurrentActor actor;

    @Inject
    private Refusals refusals;

    @Inject
    private Toasts toasts;

    @Inject
    private PageContext page;

    private boolean open;

    private String maximum = "";

    private String effectiveOn = "";

    private String reason = "";

    private transient @Nullable ReductionEffect effect;

    /** Opens the dialog with empty fields. */
    public void begin() {
        open = true;
        maximum = "";
        reason = "";
        effect = null;
    }

    /** Says what the proposal comes to: the first step. */
    public void look() {
        Optional<Integer> number = TypedSeats.parse(maximum);
        Optional<LocalDate> date = system.detail().renewals().stream()
                .filter(offered -> offered.toString().equals(effectiveOn))
                .findFirst();
        if (number.isEmpty()) {
            page.refuseAt(MAXIMUM, page.text(TEXTS, "decision.notANumber"));
        }
        if (date.isEmpty()) {
            page.refuseAt(FORM + ":effectiveOn", page.text("frameText", "wrong.UNKNOWN"));
        }
        if (refusals.accepts(FORM, List.of(() -> TypedReason.of(reason))) && number.isPresent() && date.isPresent()) {
            reckon(number.get(), date.get());
        }
    }

    private void reckon(int number, LocalDate date) {
        try {
            // What cannot be proposed is refused at this step already.
            command(new Reduction(number, date));
            effect = overview.effect(system.profile().slug().text(), new Reduction(number, date), actor.get());
        } catch (RuleViolation e) {
            show(e);
        }
    }

    private void show(RuleViolation refusal) {
        if (refusal instanceof NotAReduction) {
            page.refuseAt(MAXIMUM, refusals.text(refusal.code()));
        } else {
            refusals.show(FORM, refusal);
        }
    }

    /** Goes back from what the proposal comes to to its fields. */
    public void back() {
        effect = null;
    }

    /** Sends what is shown. */
    public void confirm() {
        ReductionEffect shown = effect;
        if (shown == null) {
            return;
        }
        try {
            finish(Contention.retrying(() -> deciding.propose(command(shown.reduction()))));
        } catch (RuleViolation e) {
            effect = null;
            system.forget();
            show(e);
        }
    }

    private ProposeReduction command(Reduction reduction) {
        return new ProposeReduction(
                system.tenant(),
                reduction.maximum(),
                Optional.of(reduction.effectiveOn()),
                TypedReason.of(reason),
                actor.get());
    }

    private void finish(ReductionRequest proposed) {
        open = false;
        effect = null;
        system.forget();
        toasts.say(page.text(
                TEXTS,
                "proposal.done",
                proposed.tenantName(),
                proposed.standing().maximum(),
                formats.date(proposed.standing().effectiveOn())));
    }

    /** @return whether the dialog is open */
    public boolean isOpen() {
        return open;
    }

    /** @return what the proposal comes to, once that is known */
    public @Nullable ReductionEffect getEffect() {
        return effect;
    }

    /** @return the number that is proposed, as typed */
    public String getMaximum() {
        return maximum;
    }

    /** Sets the number that is proposed, as typed. */
    public void setMaximum(String text) {
        maximum = text;
    }

    /** @return the date that is proposed */
    public String getEffectiveOn() {
        return effectiveOn;
    }

    /** Sets the date that is proposed. */
    public void setEffectiveOn(String date) {
        effectiveOn = date;
    }

    /** @return the reason that is typed */
    public String getReason() {
        return reason;
    }

    /** Sets the reason that is typed. */
    public void setReason(String text) {
        reason = text;
    }
}
