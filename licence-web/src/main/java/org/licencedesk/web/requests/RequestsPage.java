package org.licencedesk.web.requests;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserId;
import org.licencedesk.platform.Contention;
import org.licencedesk.seats.allowance.NotAReduction;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.change.Candidate;
import org.licencedesk.seats.change.SeatCandidates;
import org.licencedesk.seats.request.ReductionPreview;
import org.licencedesk.seats.request.ReductionRequest;
import org.licencedesk.seats.request.ReductionRequesting;
import org.licencedesk.seats.request.RequestReading;
import org.licencedesk.seats.request.RequestReduction;
import org.licencedesk.web.allowance.AllowancePanel;
import org.licencedesk.web.allowance.TypedSeats;
import org.licencedesk.web.frame.Formats;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.frame.TypedReason;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.ListAddress;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.page.Paging;
import org.licencedesk.web.signin.CurrentActor;

/** {@code /requests}: asks for fewer licences, and shows what becomes of it (R30). */
@Named
@ViewScoped
public class RequestsPage implements Serializable {

    private static final String TEXTS = "requestsText";

    private static final String FORM = "askForm";

    private static final String NUMBER = FORM + ":maximum";

    private static final String CHOSEN = "deactivate";

    private static final String OLDER = "older";

    private static final int ROWS = 20;

    private static final int MORE_THAN_NEEDED = 50;

    @Inject
    private ReductionRequesting requesting;

    @Inject
    private RequestReading reading;

    @Inject
    private SeatCandidates seatCandidates;

    @Inject
    private AllowancePanel panel;

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

    private boolean begun;

    private @Nullable String cursor;

    private String maximum = "";

    private String effectiveOn = "";

    private String reason = "";

    private transient @Nullable ReductionPreview preview;

    private final Lazy<List<Candidate>> candidates = new Lazy<>(this::readCandidates);

    private Set<UserId> chosen = Set.of();

    private final Lazy<Optional<ReductionRequest>> open =
            new Lazy<>(() -> reading.list(actor.tenant(), PageRequest.first(1), actor.get()).items().stream()
                    .filter(latest -> latest.state().isOpen())
                    .findFirst());

    private final Lazy<Page<ReductionRequest>> requests = new Lazy<>(this::read);

    /** Takes the number in the address, from the dialog that could not lower the allowance itself. */
    public void begin() {
        if (begun) {
            return;
        }
        begun = true;
        cursor = ListAddress.asked(page.request().getParameterMap()).text(OLDER).orElse(null);
        String to = page.request().getParameter("to");
        if (to != null && open().isEmpty()) {
            maximum = to;
            look();
        }
    }

    /** Looks what the number that was typed would mean. */
    public void look() {
        parsed().ifPresent(wanted -> {
            try {
                ReductionPreview found = requesting.preview(actor.tenant(), wanted, Optional.empty(), actor.get());
                preview = found;
                effectiveOn = found.reduction().effectiveOn().toString();
                chosen = Set.of();
                candidates.forget();
            } catch (NotAReduction e) {
                refuseNotLower();
            } catch (RuleViolation e) {
                refusals.show(FORM, e);
            }
        });
    }

    /** Goes back to the number. */
    public void back() {
        preview = null;
    }

    /** Asks the account manager for what is shown. */
    public void ask() {
        ReductionPreview shown = preview;
        if (shown == null) {
            return;
        }
        chosen = ticked();
        try {
            ReductionRequest asked = Contention.retrying(() -> requesting.request(new RequestReduction(
                    actor.tenant(),
                    shown.reduction().maximum(),
                    Optional.of(LocalDate.parse(effectiveOn)),
                    TypedReason.of(reason),
                    List.copyOf(chosen),
                    actor.get())));
            forget();
            preview = null;
            maximum = "";
            reason = "";
            say("toast.asked", asked.asked());
        } catch (NotAReduction e) {
            panel.forget();
            preview = null;
            refuseNotLower();
        } catch (InvalidValue e) {
            if (e.field().startsWith(CHOSEN)) {
                candidates.forget();
                page.refuse(TEXTS, "ask.gone");
            } else {
                refusals.show(FORM, e);
            }
        } catch (RuleViolation e) {
            candidates.forget();
            refusals.show(FORM, e);
        }
    }

    /** Accepts what the account manager offered instead. */
    public void accept() {
        answer(true);
    }

    /** Declines what the account manager offered instead. */
    public void decline() {
        answer(false);
    }

    private void answer(boolean accepts) {
        open().flatMap(known -> refusals.run(
                        "openForm", () -> requesting.answer(actor.tenant(), known.id(), accepts, actor.get())))
                .ifPresent(answered -> say("toast." + answered.state(), answered.standing()));
        forget();
    }

    /** Takes the open request back. */
    public void withdraw() {
        open().filter(known ->
                        refusals.done("openForm", () -> requesting.withdraw(actor.tenant(), known.id(), actor.get())))
                .ifPresent(gone -> toasts.say(page.text(TEXTS, "toast.withdrawn")));
        forget();
    }

    private void forget() {
        open.forget();
        requests.forget();
        panel.forget();
    }

    private void say(String key, Reduction reduction) {
        toasts.say(page.text(TEXTS, key, reduction.maximum(), formats.date(reduction.effectiveOn())));
    }

    private void refuseNotLower() {
        page.refuseAt(
                NUMBER,
                page.text(TEXTS, "ask.notLower", formats.number(panel.figures().maximum())));
    }

    private Optional<Integer> parsed() {
        Optional<Integer> typed = TypedSeats.parse(maximum);
        if (typed.isEmpty()) {
            page.refuseAt(NUMBER, page.text(TEXTS, "ask.notANumber"));
        }
        return typed;
    }

    private Set<UserId> ticked() {
        return Optional.ofNullable(page.request().getParameterValues(CHOSEN)).stream()
                .flatMap(Stream::of)
                .flatMap(text -> UserId.parse(text).stream())
                .collect(Collectors.toSet());
    }

    /** @return the request that has not ended, if there is one; it is always the latest */
    public Optional<ReductionRequest> open() {
        return open.get();
    }

    /** @return all requests, the latest first, from where the address says */
    public Page<ReductionRequest> requests() {
        return requests.get();
    }

    private Page<ReductionRequest> read() {
        return Paging.read(
                Optional.ofNullable(cursor), ROWS, wanted -> reading.list(actor.tenant(), wanted, actor.get()));
    }

    /** @return the requests of the page that have ended */
    public List<ReductionRequest> past() {
        return requests().items().stream()
                .filter(request -> !request.state().isOpen())
                .toList();
    }

    /** @return whether the requests begin somewhere after the latest */
    public boolean isBehind() {
        return cursor != null;
    }

    /** @return what asking for the number would mean, once one was looked at */
    public @Nullable ReductionPreview getPreview() {
        return preview;
    }

    /** @return who can be chosen to become Inactive on the date, those first who need a licence least */
    public List<Candidate> candidates() {
        return candidates.get();
    }

    private List<Candidate> readCandidates() {
        int needed = Optional.ofNullable(preview)
                .map(shown -> shown.preflight().mustFree())
                .orElse(0);
        int most = Math.min(RequestReduction.MOST_USERS, needed + MORE_THAN_NEEDED);
        return needed == 0 ? List.of() : seatCandidates.find(actor.tenant(), most, actor.get());
    }

    /** @return whether the candidate was chosen */
    public boolean isChosen(Candidate candidate) {
        return chosen.contains(candidate.user().id());
    }

    /** @return the number that is typed */
    public String getMaximum() {
        return maximum;
    }

    /** Sets the number that is typed. */
    public void setMaximum(String text) {
        maximum = text;
    }

    /** @return the date that is chosen, as the choices name it */
    public String getEffectiveOn() {
        return effectiveOn;
    }

    /** Sets the date that is chosen. */
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
