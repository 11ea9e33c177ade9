package org.licencedesk.web.systems;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.Text;
import org.licencedesk.platform.Contention;
import org.licencedesk.seats.allowance.NotAReduction;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.request.DecideRequest;
import org.licencedesk.seats.request.DecideRequest.Decision;
import org.licencedesk.seats.request.ReductionDecision;
import org.licencedesk.seats.request.ReductionRequest;
import org.licencedesk.seats.request.RequestId;
import org.licencedesk.seats.request.WrongRequestState;
import org.licencedesk.vendor.portfolio.PortfolioOverview;
import org.licencedesk.vendor.portfolio.ReductionEffect;
import org.licencedesk.web.frame.Formats;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/**
 * The account manager's decision on a request: accept, decline, or offer something else. What it comes to is said before
 * it is confirmed; confirmed twice it is done once (R30).
 */
@Named
@ViewScoped
public class DecisionDialog implements Serializable {

    private static final String TEXTS = "systemsText";

    private static final String FORM = "decisionForm";

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

    private Decision decision = Decision.ACCEPT;

    private @Nullable RequestId request;

    private String maximum = "";

    private String effectiveOn = "";

    private String message = "";

    private transient @Nullable ReductionEffect effect;

    /** Opens the dialog to accept what was asked for. */
    public void beginAccepting() {
        begin(Decision.ACCEPT).ifPresent(asked -> reckon(asked.asked()));
    }

    /** Opens the dialog to decline. */
    public void beginDeclining() {
        begin(Decision.DECLINE);
    }

    /** Opens the dialog to offer something else, with what was asked for in its fields. */
    public void beginCountering() {
        begin(Decision.COUNTER).ifPresent(asked -> {
            maximum = Integer.toString(asked.asked().maximum());
            effectiveOn = asked.asked().effectiveOn().toString();
        });
    }

    private Optional<ReductionRequest> begin(Decision chosen) {
        Optional<ReductionRequest> asked = system.detail().openRequest();
        decision = chosen;
        request = asked.map(ReductionRequest::id).orElse(null);
        open = asked.isPresent();
        message = "";
        effect = null;
        return asked;
    }

    private void reckon(Reduction reduction) {
        try {
            effect = overview.effect(system.profile().slug().text(), reduction, actor.get());
        } catch (NotAReduction e) {
            say(e);
        } catch (RuleViolation e) {
            refusals.show(FORM, e);
        }
    }

    private void say(NotAReduction refusal) {
        if (decision == Decision.COUNTER) {
            page.refuseAt(MAXIMUM, refusals.text(refusal.code()));
        } else {
            refusals.show(FORM, refusal);
        }
    }

    /** Says what the offer comes to: the first step of something else. */
    public void offer() {
        try {
            Optional<Integer> number = typedMaximum();
            said().ifPresent(DecideRequest::requireMessage);
            number.ifPresent(seats -> reckon(new Reduction(seats, LocalDate.parse(effectiveOn))));
        } catch (DateTimeParseException e) {
            page.refuseAt(FORM + ":effectiveOn", page.text("frameText", "wrong.UNKNOWN"));
        } catch (RuleViolation e) {
            refusals.show(FORM, e);
        }
    }

    /** Goes back from what the offer comes to to its fields. */
    public void back() {
        effect = null;
    }

    /** Decides as the dialog says. */
    public void confirm() {
        RequestId asked = request;
        if (!isReady() || asked == null) {
            return;
        }
        try {
            finish(Contention.retrying(() -> deciding.decide(command(asked))));
        } catch (WrongRequestState e) {
            request = null;
            system.forget();
            page.refuse(
                    TEXTS,
                    "decision.meanwhile",
                    page.text(TEXTS, "state." + e.facts().get("state")));
        } catch (NotAReduction e) {
            effect = null;
            say(e);
        } catch (RuleViolation e) {
            refusals.show(FORM, e);
        }
    }

    private DecideRequest command(RequestId asked) {
        Optional<Reduction> offered = Optional.ofNullable(effect)
                .filter(known -> decision == Decision.COUNTER)
                .map(ReductionEffect::reduction);
        return new DecideRequest(
                system.tenant(),
                asked,
                decision,
                offered.map(Reduction::maximum),
                offered.map(Reduction::effectiveOn),
                said(),
                actor.get());
    }

    private void finish(ReductionRequest decided) {
        open = false;
        effect = null;
        system.forget();
        toasts.say(page.text(
                TEXTS,
                "decided." + decided.state(),
                decided.tenantName(),
                decided.standing().maximum(),
                formats.date(decided.standing().effectiveOn())));
    }

    private Optional<Integer> typedMaximum() {
        String typed = Text.stripped(maximum);
        if (!typed.matches("\\d{1,9}")) {
            page.refuseAt(MAXIMUM, page.text(TEXTS, "decision.notANumber"));
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(typed));
    }

    /** A message is one line, however it was typed. */
    private Optional<String> said() {
        return Optional.of(Text.stripped(message).replaceAll("\\R", " ")).filter(text -> !text.isEmpty());
    }

    /** @return whether the dialog is open */
    public boolean isOpen() {
        return open;
    }

    /** @return whether what is shown can be confirmed */
    public boolean isReady() {
        return open && request != null && (effect != null || decision == Decision.DECLINE);
    }

    /** @return whether the fields of an offer are to be filled in */
    public boolean isTyping() {
        return open && request != null && effect == null && decision == Decision.COUNTER;
    }

    /** @return what is being decided */
    public Decision getDecision() {
        return decision;
    }

    /** @return what the decision comes to, once that is known */
    public @Nullable ReductionEffect getEffect() {
        return effect;
    }

    /** @return what is said with the decision, or blank */
    public String getMessage() {
        return message;
    }

    /** Sets what is said with the decision. */
    public void setMessage(String text) {
        message = text;
    }

    /** @return the number that is offered, as typed */
    public String getMaximum() {
        return maximum;
    }

    /** Sets the number that is offered, as typed. */
    public void setMaximum(String text) {
        maximum = text;
    }

    /** @return the date that is offered */
    public String getEffectiveOn() {
        return effectiveOn;
    }

    /** Sets the date that is offered. */
    public void setEffectiveOn(String date) {
        effectiveOn = date;
    }
}
