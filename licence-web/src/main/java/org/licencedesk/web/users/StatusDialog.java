package org.licencedesk.web.users;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.platform.Contention;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.seats.change.BulkOutcome;
import org.licencedesk.seats.change.BulkOutcome.Result;
import org.licencedesk.seats.change.BulkPreview;
import org.licencedesk.seats.change.BulkReceipt;
import org.licencedesk.seats.change.BulkStatusChange;
import org.licencedesk.seats.change.ChangeStatuses;
import org.licencedesk.seats.directory.User;
import org.licencedesk.web.allowance.AllowancePanel;
import org.licencedesk.web.allowance.Confirmation;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/**
 * "Change status" of the users who are marked in the list, or of all that match: what will become of each is said before,
 * and the licences that are missing are confirmed once for all of them (R16, R18 to R20).
 */
@Named
@ViewScoped
public class StatusDialog implements Serializable {

    private static final String TEXTS = "usersText";

    private static final String FORM = "changeForm";

    @Inject
    private BulkStatusChange change;

    @Inject
    private UsersPage list;

    @Inject
    private MarkedUsers marked;

    @Inject
    private UndoneStatus undone;

    @Inject
    private CurrentActor actor;

    @Inject
    private AllowancePanel panel;

    @Inject
    private UserToasts told;

    @Inject
    private Refusals refusals;

    @Inject
    private Toasts toasts;

    @Inject
    private PageContext page;

    private boolean open;

    private UserStatus status = UserStatus.INACTIVE;

    private transient @Nullable BulkPreview preview;

    private transient @Nullable Confirmation confirmation;

    private transient @Nullable BulkReceipt receipt;

    /** Opens the dialog for the users who are marked. */
    public void begin() {
        open = true;
        preview = null;
        confirmation = null;
        receipt = null;
    }

    /** Says what will become of each, and what it costs. */
    public void ask() {
        try {
            BulkPreview asked = change.preview(command(Optional.empty()));
            preview = asked;
            confirmation = asked.quote()
                    .map(quote -> Confirmation.of(asked.figures(), quote))
                    .orElse(null);
        } catch (RuleViolation e) {
            refusals.show(FORM, e);
        }
    }

    /** Changes all that can be changed; a second time nothing happens. */
    public void apply() {
        BulkPreview before = preview;
        if (before == null || receipt != null) {
            return;
        }
        Optional<Confirmation> shown = Optional.ofNullable(confirmation);
        try {
            BulkReceipt done = Contention.retrying(() -> change.apply(command(shown.map(Confirmation::consent))));
            finish(done, before, shown.isPresent());
        } catch (IncreaseNotConfirmed e) {
            confirmation = Confirmation.again(shown, e);
        } catch (RuleViolation e) {
            refusals.show(FORM, e);
        }
    }

    private void finish(BulkReceipt done, BulkPreview before, boolean paid) {
        panel.forget();
        list.forget();
        List<BulkOutcome> changed = of(done.outcomes(), Result.CHANGED);
        if (!changed.isEmpty()) {
            String said = said(changed);
            if (paid) {
                toasts.say(said);
            } else {
                toasts.sayUndoable(said, undone.remember(before.outcomes()));
            }
        }
        told.atRisk(done);
        boolean nobodyLeftOut = of(done.outcomes(), Result.REFUSED).isEmpty();
        receipt = nobodyLeftOut ? null : done;
        preview = null;
        confirmation = null;
        open = !nobodyLeftOut;
    }

    private String said(List<BulkOutcome> changed) {
        String text = page.text(TEXTS, "status." + status);
        return changed.size() == 1
                ? page.text(
                        TEXTS,
                        "changed",
                        changed.get(0).user().map(User::displayName).orElse(""),
                        text)
                : page.text(TEXTS, "changed.many", changed.size(), text);
    }

    private ChangeStatuses command(Optional<Consent> consent) {
        return new ChangeStatuses(actor.tenant(), marked.selection(), status, consent, actor.get(), Door.UI);
    }

    private static List<BulkOutcome> of(List<BulkOutcome> outcomes, Result result) {
        return outcomes.stream().filter(one -> one.result() == result).toList();
    }

    /** @return those who will be, or were, left as they are because they cannot be changed */
    public List<BulkOutcome> refused() {
        return of(outcomes(), Result.REFUSED);
    }

    /** @return those who will be, or were, changed */
    public List<BulkOutcome> changing() {
        return of(outcomes(), Result.CHANGED);
    }

    /** @return those who have the status already */
    public List<BulkOutcome> unchanged() {
        return of(outcomes(), Result.UNCHANGED);
    }

    private List<BulkOutcome> outcomes() {
        return Optional.ofNullable(receipt)
                .map(BulkReceipt::outcomes)
                .or(() -> Optional.ofNullable(preview).map(BulkPreview::outcomes))
                .orElse(List.of());
    }

    /** @return whether the dialog is open */
    public boolean isOpen() {
        return open;
    }

    /** @return which step the dialog is at: {@code choose}, {@code confirm} or {@code result} */
    public String getStep() {
        return receipt != null ? "result" : preview != null ? "confirm" : "choose";
    }

    /** @return the confirmation, where licences are missing */
    public @Nullable Confirmation getConfirmation() {
        return confirmation;
    }

    /** @return the status that is chosen */
    public UserStatus getStatus() {
        return status;
    }

    /** Sets the status that is chosen. */
    public void setStatus(UserStatus chosen) {
        status = chosen;
    }
}
