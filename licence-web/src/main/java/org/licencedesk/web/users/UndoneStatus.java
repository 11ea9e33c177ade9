package org.licencedesk.web.users;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.licencedesk.allowance.IncreaseNotConfirmed;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Contention;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seat.BulkOutcome;
import org.licencedesk.seat.BulkStatusChange;
import org.licencedesk.seat.ChangeStatuses;
import org.licencedesk.seat.Selection;
import org.licencedesk.web.allowance.AllowancePanel;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.signin.CurrentActor;

/** The last change of status that can be taken back. It is taken back only where that costs nothing. */
@Named
@SessionScoped
public class UndoneStatus implements Serializable {

    @Inject
    private BulkStatusChange change;

    @Inject
    private UsersPage list;

    @Inject
    private CurrentActor actor;

    @Inject
    private AllowancePanel panel;

    @Inject
    private UsersWords words;

    @Inject
    private Refusals refusals;

    @Inject
    private Toasts toasts;

    private final Map<UserStatus, Set<UserId>> before = new EnumMap<>(UserStatus.class);

    /** Keeps who had which status, out of the outcomes of a preview. */
    synchronized void remember(List<BulkOutcome> outcomes) {
        before.clear();
        outcomes.stream()
                .filter(one -> one.result() == BulkOutcome.Result.CHANGED)
                .flatMap(one -> one.user().stream())
                .forEach(user -> before.computeIfAbsent(user.status(), status -> new HashSet<>())
                        .add(user.id()));
    }

    /** Keeps which status one user had. */
    synchronized void remember(UserId user, UserStatus status) {
        before.clear();
        before.put(status, Set.of(user));
    }

    /** Gives everybody the status that they had; those who would need a licence that is taken since stay as they are. */
    public synchronized void run() {
        if (before.isEmpty()) {
            return;
        }
        Actor who = actor.get();
        try {
            before.forEach((status, users) -> Contention.retrying(() -> change.apply(new ChangeStatuses(
                    who.tenant().orElseThrow(), new Selection.Ticked(users), status, Optional.empty(), who, Door.UI))));
            toasts.say(words.undone());
        } catch (IncreaseNotConfirmed e) {
            toasts.say(words.notUndone());
        } catch (RuleViolation e) {
            toasts.say(refusals.text(e.code()));
        }
        before.clear();
        panel.forget();
        list.forget();
    }
}
