package org.licencedesk.web.users;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.ChangedMeanwhile;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.Text;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.people.access.SignInLinks;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.seats.change.Candidate;
import org.licencedesk.seats.change.ChangeStatus;
import org.licencedesk.seats.change.DeleteUser;
import org.licencedesk.seats.change.EditUser;
import org.licencedesk.seats.change.SeatReceipt;
import org.licencedesk.seats.change.StatusChange;
import org.licencedesk.seats.change.UserEditing;
import org.licencedesk.seats.change.UserRemoval;
import org.licencedesk.seats.directory.DisplayName;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.directory.UserDirectory;
import org.licencedesk.seats.directory.UserName;
import org.licencedesk.web.allowance.AllowancePanel;
import org.licencedesk.web.allowance.Confirmation;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;
import org.licencedesk.web.signin.SignInAddress;

/** {@code /users/ID}: edits one user, changes their status, makes a sign-in link, deletes them (R17 to R22). */
@Named
@ViewScoped
public class UserPage implements Releasing, Serializable {

    private static final String TEXTS = "usersText";

    private static final String DETAILS = "details";

    private static final String STATUS = "statusForm";

    private static final String DELETION = "deleteForm";

    @Inject
    private UserDirectory directory;

    @Inject
    private UserEditing editing;

    @Inject
    private StatusChange statusChange;

    @Inject
    private UserRemoval removal;

    @Inject
    private SignInLinks links;

    @Inject
    private SignInAddress signInAddress;

    @Inject
    private MailedLink mailedLink;

    @Inject
    private UserAddress address;

    @Inject
    private CurrentActor actor;

    @Inject
    private AllowancePanel panel;

    @Inject
    private UserToasts told;

    @Inject
    private FreeOneInstead freeOneInstead;

    @Inject
    private Refusals refusals;

    @Inject
    private UndoneStatus undone;

    @Inject
    private Toasts toasts;

    @Inject
    private PageContext page;

    private transient @Nullable User user;

    private transient @Nullable User theirs;

    private String userName = "";

    private String displayName = "";

    private String email = "";

    private Role role = Role.STANDARD;

    private UserStatus status = UserStatus.ACTIVE;

    private String signInLink = "";

    private transient @Nullable Confirmation confirmation;

    /** Reads the user of the address; there may be none. */
    @PostConstruct
    void read() {
        address.user().flatMap(this::find).ifPresent(this::show);
    }

    /** Shows the error page where there is no such user. */
    public void require() {
        if (user == null) {
            page.fail(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private Optional<User> find(UserId id) {
        try {
            return Optional.of(directory.get(actor.tenant(), id, actor.get()));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    private void show(User found) {
        user = found;
        userName = found.userName();
        displayName = found.displayName();
        email = found.email().orElse("");
        role = found.role();
        status = found.status();
        theirs = null;
    }

    /** Saves names, mail address and role; where somebody else changed the user meanwhile, both versions are shown. */
    public void save() {
        User before = user();
        if (!refusals.accepts(DETAILS, List.of(this::typedName, this::typedEmail, this::typedUserName))) {
            return;
        }
        if (theirs == null && isAsItWas(before)) {
            toasts.say(page.text("frameText", "unchanged"));
            return;
        }
        try {
            refusals.run(DETAILS, () -> editing.edit(edit(before))).ifPresent(saved -> {
                show(saved);
                toasts.say(page.text(TEXTS, "saved", saved.displayName()));
            });
        } catch (ChangedMeanwhile e) {
            find(before.id()).ifPresentOrElse(this::differ, () -> page.redirect("/users"));
        }
    }

    private boolean isAsItWas(User before) {
        return before.userName().equals(typedUserName().text())
                && before.displayName().equals(typedName().text())
                && before.email().equals(typedEmail().map(EmailAddress::text))
                && before.role() == role;
    }

    private UserName typedUserName() {
        return new UserName(Text.stripped(userName));
    }

    private DisplayName typedName() {
        return new DisplayName(Text.stripped(displayName));
    }

    private Optional<EmailAddress> typedEmail() {
        return Optional.of(Text.stripped(email)).filter(text -> !text.isEmpty()).map(EmailAddress::new);
    }

    private EditUser edit(User before) {
        return new EditUser(
                actor.tenant(),
                before.id(),
                Optional.of(typedUserName()),
                Optional.of(typedName()),
                Optional.of(typedEmail()),
                Optional.of(role),
                Expected.oneOf(Set.of((long) before.revision())),
                actor.get(),
                Door.UI);
    }

    /** What is typed stays; the next save replaces the version that was seen now. */
    private void differ(User found) {
        theirs = found;
        user = found;
    }

    /** Gives the typed fields up for the version of somebody else. */
    public void takeTheirs() {
        show(user());
    }

    /** Gives the user the chosen status, or asks to confirm the increase that this needs (R18 to R20). */
    public void changeStatus() {
        if (user().status() == status) {
            toasts.say(page.text("frameText", "unchanged"));
            return;
        }
        change(Optional.empty(), Optional.empty());
    }

    @Override
    public void confirm() {
        Confirmation shown = confirmation;
        if (shown != null) {
            change(Optional.of(shown.consent()), Optional.empty());
        }
    }

    @Override
    public void release(UserId holder) {
        Optional.ofNullable(confirmation)
                .flatMap(shown -> shown.candidate(holder))
                .ifPresent(shown -> change(Optional.empty(), Optional.of(shown)));
    }

    private void change(Optional<Consent> consent, Optional<Candidate> release) {
        Optional<Confirmation> answered = Optional.ofNullable(confirmation).filter(shown -> consent.isPresent());
        confirmation = null;
        UserStatus before = user().status();
        try {
            refusals.run(STATUS, () -> apply(consent, release.map(Candidate::id)))
                    .filter(receipt -> receipt.user().status() != before)
                    .ifPresent(receipt -> {
                        reread(receipt.user());
                        release.ifPresentOrElse(
                                holder -> told.given(holder, receipt.user(), before),
                                () -> say(changed(receipt.user(), before), before, consent.isPresent()));
                        if (!before.occupiesSeat()) {
                            told.atRisk(receipt);
                        }
                    });
        } catch (IncreaseNotConfirmed e) {
            confirmation = freeOneInstead.offer(Confirmation.again(answered, e));
        }
    }

    private String changed(User now, UserStatus before) {
        boolean seat = now.status().occupiesSeat();
        String key = before.occupiesSeat() == seat ? "changed" : seat ? "changed.taken" : "changed.released";
        return page.text(TEXTS, key, now.displayName(), page.text(TEXTS, "status." + now.status()));
    }

    /** A purchase cannot be taken back. */
    private void say(String text, UserStatus before, boolean bought) {
        if (bought) {
            toasts.say(text);
        } else {
            toasts.sayUndoable(text, undone.remember(user().id(), before));
        }
    }

    /** Takes the last change of status back. */
    public void undo() {
        undone.run();
        find(user().id()).ifPresent(this::reread);
    }

    /** Shows the user's new state; what is typed stays. */
    private void reread(User changed) {
        String typedUserName = userName;
        String typedName = displayName;
        String typedEmail = email;
        Role typedRole = role;
        show(changed);
        userName = typedUserName;
        displayName = typedName;
        email = typedEmail;
        role = typedRole;
        panel.forget();
    }

    private SeatReceipt apply(Optional<Consent> consent, Optional<UserId> release) {
        ChangeStatus command = new ChangeStatus(
                actor.tenant(), user().id(), status, consent, release, Expected.anything(), actor.get(), Door.UI);
        return statusChange.change(command);
    }

    /** Makes a new password link; earlier ones no longer work. */
    public void link() {
        refusals.run("linkForm", () -> links.issue(actor.tenant(), user().id(), actor.get()))
                .ifPresent(secret -> signInLink = signInAddress.of(secret));
    }

    /** Has a new password link mailed to the user; earlier ones no longer work once it is sent. */
    public void mailLink() {
        refusals.run("linkForm", () -> mailedLink.send(user())).ifPresent(sent -> signInLink = "");
    }

    /** Deletes the user, and goes back to the list. */
    public void delete() {
        User gone = user();
        refusals.run(
                        DELETION,
                        () -> removal.delete(
                                new DeleteUser(actor.tenant(), gone.id(), Expected.anything(), actor.get(), Door.UI)))
                .ifPresent(figures -> {
                    told.deleted(gone);
                    page.redirect("/users");
                });
    }

    /** @return the user as the page knows them */
    public User user() {
        return Optional.ofNullable(user).orElseThrow(NotFound::new);
    }

    /** @return the version that somebody else saved meanwhile, if there is one */
    public @Nullable User getTheirs() {
        return theirs;
    }

    /** @return the user name that is typed */
    public String getUserName() {
        return userName;
    }

    /** Sets the user name that is typed. */
    public void setUserName(String text) {
        userName = text;
    }

    /** @return the name that is typed */
    public String getDisplayName() {
        return displayName;
    }

    /** Sets the name that is typed. */
    public void setDisplayName(String text) {
        displayName = text;
    }

    /** @return the mail address that is typed */
    public String getEmail() {
        return email;
    }

    /** Sets the mail address that is typed. */
    public void setEmail(String text) {
        email = text;
    }

    /** @return the role that is chosen */
    public Role getRole() {
        return role;
    }

    /** Sets the role that is chosen. */
    public void setRole(Role chosen) {
        role = chosen;
    }

    /** @return the status that is chosen */
    public UserStatus getStatus() {
        return status;
    }

    /** Sets the status that is chosen. */
    public void setStatus(UserStatus chosen) {
        status = chosen;
    }

    /** @return the new link, or blank before one is made */
    public String getSignInLink() {
        return signInLink;
    }

    @Override
    public @Nullable Confirmation getConfirmation() {
        return confirmation;
    }
}
