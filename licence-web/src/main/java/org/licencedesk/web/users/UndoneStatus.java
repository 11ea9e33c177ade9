package org.licencedesk.web.users;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.platform.Contention;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.seats.change.BulkOutcome;
import org.licencedesk.seats.change.BulkStatusChange;
import org.licencedesk.seats.change.ChangeStatuses;
import org.licencedesk.seats.change.Selection;
import org.licencedesk.web.allowance.AllowancePanel;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** The changes of status that can be taken back, each by the page that shows it, and only where that costs nothing. */
@Named
@SessionScoped
public class UndoneStatus implements Serializable {

    private static final String TEXTS = "usersText";

    private static final int KEPT = 5;

    @Inject
    private PageContext page;

    @Inject
    private BulkStatusChange change;

    @Inject
    private UsersPage list;

    @Inject
    private CurrentActor actor;

    @Inject
    private AllowancePanel panel;

    @Inject
    private Refusals refusals;

    @Inject
    private Toasts toasts;

    /** Latest last. What a page shows after so many more changes can no longer be undone. */
    private final Map<String, Map<UserStatus, Set<UserId>>> changes = new LinkedHashMap<>();

    /**
     * Keeps who had which status, out of the outcomes of a preview.
     *
     * @return what stands for the change: the page that offers to undo it sends it back
     */
    synchronized String remember(List<BulkOutcome> outcomes) {
        Map<UserStatus, Set<UserId>> before = new EnumMap<>(UserStatus.class);
        outcomes.stream()
                .filter(one -> one.result() == BulkOutcome.Result.CHANGED)
                .flatMap(one -> one.user().stream())
                .forEach(user -> before.computeIfAbsent(user.status(), status -> new HashSet<>())
                        .add(user.id()));
        return remember(before);
    }

    /** Keeps which status one user had. @return as above */
    synchronized String remember(UserId user, UserStatus status) {
        return remember(Map.of(status, Set.of(user)));
    }

    private String remember(Map<UserStatus, Set<UserId>> before) {
        if (changes.size() == KEPT) {
            changes.remove(changes.keySet().iterator().next());
        }
        String change = Identifiers.next().toString();
        changes.put(change, before);
        return change;
    }

    /**
     * Gives everybody the status that they had before the change that the form names; those who would need a licence that
     * is taken since stay as they are.
     */
    public synchronized void run() {
        Map<UserStatus, Set<UserId>> before =
                changes.remove(String.valueOf(page.request().getParameter("undo")));
        if (before == null) {
            return;
        }
        try {
            before.forEach((status, users) -> Contention.retrying(() -> change.apply(new ChangeStatuses(
                    actor.tenant(), new Selection.Ticked(users), status, Optional.empty(), actor.get(), Door.UI))));
            toasts.say(page.text(TEXTS, "undone"));
        } catch (IncreaseNotConfirmed e) {
            toasts.say(page.text(TEXTS, "undone.not"));
        } catch (RuleViolation e) {
            toasts.say(refusals.text(e.code()));
        }
        panel.forget();
        list.forget();
    }
}
