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
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.platform.Contention;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.seats.change.BulkOutcome;
import org.licencedesk.seats.change.BulkStatusChange;
import org.licencedesk.seats.change.ChangeStatus;
import org.licencedesk.seats.change.ChangeStatuses;
import org.licencedesk.seats.change.Selection;
import org.licencedesk.seats.change.StatusChange;
import org.licencedesk.seats.directory.User;
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
    private StatusChange oneChange;

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

    /**
     * A licence that somebody gave up for somebody else.
     *
     * @param holder who gave it up
     * @param had the holder's status before
     * @param taker who has it now
     * @param was the taker's status before, or Inactive where there was none
     */
    record Giving(User holder, UserStatus had, User taker, UserStatus was) {}

    /** As it is kept: the names are only for what is said. */
    private record Given(
            UserId holder, String holderName, UserStatus had, UserId taker, String takerName, UserStatus was)
            implements Serializable {}

    private final Map<String, Given> givings = new LinkedHashMap<>();

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

    /** Keeps whose licence somebody has. @return as above */
    synchronized String remember(Giving giving) {
        return keep(
                givings,
                new Given(
                        giving.holder().id(),
                        giving.holder().displayName(),
                        giving.had(),
                        giving.taker().id(),
                        giving.taker().displayName(),
                        giving.was()));
    }

    private String remember(Map<UserStatus, Set<UserId>> before) {
        return keep(changes, before);
    }

    private static <T> String keep(Map<String, T> kept, T change) {
        if (kept.size() == KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        String key = Identifiers.next().toString();
        kept.put(key, change);
        return key;
    }

    /**
     * Gives everybody the status that they had before the change that the form names; those who would need a licence that
     * is taken since stay as they are. A licence that changed hands goes back from one to the other in one go.
     */
    public synchronized void run() {
        String named = String.valueOf(page.request().getParameter("undo"));
        Optional.ofNullable(changes.remove(named))
                .ifPresent(before -> undo(() -> {
                    before.forEach((status, users) -> giveStatus(users, status));
                    toasts.say(page.text(TEXTS, "undone"));
                }));
        Optional.ofNullable(givings.remove(named))
                .ifPresent(given -> undo(() -> {
                    Contention.retrying(() -> oneChange.change(new ChangeStatus(
                            actor.tenant(),
                            given.holder(),
                            given.had(),
                            Optional.empty(),
                            Optional.of(given.taker()),
                            Expected.anything(),
                            actor.get(),
                            Door.UI)));
                    giveStatus(Set.of(given.taker()), given.was());
                    toasts.say(page.text(
                            TEXTS,
                            "undone.given",
                            given.holderName(),
                            given.takerName(),
                            page.text(TEXTS, "status." + given.was())));
                }));
    }

    private void giveStatus(Set<UserId> users, UserStatus status) {
        Contention.retrying(() -> change.apply(new ChangeStatuses(
                actor.tenant(), new Selection.Ticked(users), status, Optional.empty(), actor.get(), Door.UI)));
    }

    private void undo(Runnable undoing) {
        try {
            undoing.run();
        } catch (IncreaseNotConfirmed e) {
            toasts.say(page.text(TEXTS, "undone.not"));
        } catch (RuleViolation e) {
            toasts.say(refusals.text(e.code()));
        }
        panel.forget();
        list.forget();
    }
}
