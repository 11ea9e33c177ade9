package org.licencedesk.web.users;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Role;
import org.licencedesk.seats.change.BulkOutcome;
import org.licencedesk.seats.change.BulkOutcome.Result;
import org.licencedesk.seats.change.BulkRemoval;
import org.licencedesk.seats.change.BulkRoleChange;
import org.licencedesk.seats.change.ChangeRoles;
import org.licencedesk.seats.change.DeleteUsers;
import org.licencedesk.seats.change.ManyOutcomes;
import org.licencedesk.seats.directory.User;
import org.licencedesk.web.allowance.AllowancePanel;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** "Change role" and "Delete" of the users who are marked in the list: what will become of each is said before (R4, R22). */
@Named
@ViewScoped
public class BulkDialog implements Serializable {

    private static final String TEXTS = "usersText";

    private static final String FORM = "manyForm";

    private static final int NAMED = 10;

    /** What is done to them. */
    public enum Kind {
        ROLE,
        DELETION
    }

    @Inject
    private BulkRoleChange roleChange;

    @Inject
    private BulkRemoval removal;

    @Inject
    private MarkedUsers marked;

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

    @Inject
    private PageContext page;

    private boolean open;

    private Kind kind = Kind.ROLE;

    private Role role = Role.STANDARD;

    private transient @Nullable ManyOutcomes preview;

    private transient @Nullable ManyOutcomes receipt;

    /** Opens the dialog to choose a role for the users who are marked. */
    public void beginRole() {
        begin(Kind.ROLE);
    }

    /** Opens the dialog to delete the users who are marked. */
    public void beginDeletion() {
        begin(Kind.DELETION);
        ask();
    }

    private void begin(Kind wanted) {
        open = true;
        kind = wanted;
        preview = null;
        receipt = null;
    }

    /** Says what will become of each. */
    public void ask() {
        refusals.run(FORM, () -> kind == Kind.ROLE ? roleChange.preview(roles()) : removal.preview(deletion()))
                .ifPresent(asked -> preview = asked);
    }

    /** Changes all that can be changed; a second time nothing happens. */
    public void apply() {
        if (preview == null || receipt != null) {
            return;
        }
        refusals.run(FORM, () -> kind == Kind.ROLE ? roleChange.apply(roles()) : removal.apply(deletion()))
                .ifPresent(this::finish);
    }

    private void finish(ManyOutcomes done) {
        panel.forget();
        list.forget();
        int changed = done.of(Result.CHANGED).size();
        if (changed > 0) {
            toasts.say(page.text(TEXTS, "many.done." + kind, changed, page.text(TEXTS, "role." + role)));
        }
        boolean nobodyLeftOut = done.of(Result.REFUSED).isEmpty();
        receipt = nobodyLeftOut ? null : done;
        preview = null;
        open = !nobodyLeftOut;
    }

    private ChangeRoles roles() {
        return new ChangeRoles(actor.tenant(), marked.selection(), role, actor.get(), Door.UI);
    }

    private DeleteUsers deletion() {
        return new DeleteUsers(actor.tenant(), marked.selection(), actor.get(), Door.UI);
    }

    /** @return those who will be, or were, left as they are because they cannot be changed */
    public List<BulkOutcome> refused() {
        return of(Result.REFUSED);
    }

    /** @return those who will be, or were, changed */
    public List<BulkOutcome> changing() {
        return of(Result.CHANGED);
    }

    /** @return the first of those who will be changed, as many as are named */
    public List<BulkOutcome> named() {
        return changing().stream().limit(NAMED).toList();
    }

    /** @return how many licences become free */
    public long freed() {
        return changing().stream()
                .flatMap(one -> one.user().stream())
                .map(User::status)
                .filter(status -> status.occupiesSeat())
                .count();
    }

    private List<BulkOutcome> of(Result result) {
        return Optional.ofNullable(receipt)
                .or(() -> Optional.ofNullable(preview))
                .map(many -> many.of(result))
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

    /** @return what is done to them */
    public Kind getKind() {
        return kind;
    }

    /** @return the role that is chosen */
    public Role getRole() {
        return role;
    }

    /** Sets the role that is chosen. */
    public void setRole(Role chosen) {
        role = chosen;
    }
}
