package org.licencedesk.web.setup;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.people.access.Enrolment;
import org.licencedesk.people.access.UserEnrolment;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.seats.change.AddUser;
import org.licencedesk.seats.change.DeleteUser;
import org.licencedesk.seats.change.UserRemoval;
import org.licencedesk.seats.directory.Count;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.directory.UserDirectory;
import org.licencedesk.seats.directory.UserFilter;
import org.licencedesk.seats.directory.UserQuery;
import org.licencedesk.seats.directory.UserSort;
import org.licencedesk.web.allowance.AllowancePanel;
import org.licencedesk.web.allowance.Confirmation;
import org.licencedesk.web.allowance.Confirming;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.frame.Toasts;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;
import org.licencedesk.web.signin.SignInAddress;
import org.licencedesk.web.users.NewUserForm;
import org.licencedesk.web.users.UserToasts;

/**
 * {@code /setup/users}: adds users one after the other, and deletes them (R24, R27). Nothing here changes the status of
 * anybody who is there (R25), and the maximum only rises with a user who needs it (R26).
 */
@Named
@ViewScoped
public class SetupUsersPage implements Confirming, Serializable {

    private static final String FORM = "newUser";

    private static final String DELETION = "deletionForm";

    /** The newest are shown, among them those who were just added; all of them are elsewhere. */
    private static final int SHOWN = 20;

    private static final UserFilter EVERYBODY =
            new UserFilter(EnumSet.allOf(UserStatus.class), Optional.empty(), Optional.empty());

    private static final UserQuery NEWEST =
            new UserQuery(EVERYBODY, new UserSort(UserSort.Key.CREATED_AT, true), Optional.empty(), SHOWN);

    @Inject
    private UserDirectory directory;

    @Inject
    private UserEnrolment enrolment;

    @Inject
    private UserRemoval removal;

    @Inject
    private CurrentActor actor;

    @Inject
    private AllowancePanel panel;

    @Inject
    private SignInAddress signInAddress;

    @Inject
    private UserToasts told;

    @Inject
    private Refusals refusals;

    @Inject
    private Toasts toasts;

    @Inject
    private PageContext page;

    private NewUserForm form = new NewUserForm();

    private boolean emptied;

    private final Map<String, String> links = new HashMap<>();

    private transient @Nullable Confirmation confirmation;

    private transient @Nullable User going;

    private final Lazy<List<User>> users =
            new Lazy<>(() -> directory.page(actor.tenant(), NEWEST, actor.get()).items());

    private final Lazy<Count> count = new Lazy<>(() -> directory.count(actor.tenant(), EVERYBODY, actor.get()));

    /**
     * Adds the user, or asks to confirm the increase that this needs. The second Enter of two finds the row empty, and is
     * none: what was typed into the row meanwhile stays.
     */
    public void add() {
        if (emptied && isBlank()) {
            page.keep();
        } else {
            add(Optional.empty());
        }
    }

    private boolean isBlank() {
        return Stream.of(form.getDisplayName(), form.getEmail(), form.getUserName())
                .allMatch(String::isBlank);
    }

    @Override
    public void confirm() {
        Confirmation shown = confirmation;
        if (shown != null) {
            add(Optional.of(shown.consent()));
        }
    }

    private void add(Optional<Consent> consent) {
        Optional<Confirmation> answered = Optional.ofNullable(confirmation).filter(shown -> consent.isPresent());
        confirmation = null;
        emptied = false;
        if (!refusals.accepts(FORM, form.fields())) {
            return;
        }
        try {
            refusals.run(FORM, () -> enrolment.enrol(command(consent), Optional.empty()))
                    .ifPresent(this::added);
        } catch (IncreaseNotConfirmed e) {
            confirmation = Confirmation.again(answered, e);
        }
    }

    private AddUser command(Optional<Consent> consent) {
        return new AddUser(actor.tenant(), form.user(), consent, Optional.empty(), actor.get(), Door.WIZARD);
    }

    private void added(Enrolment enrolled) {
        User user = enrolled.receipt().user();
        enrolled.signInLink().ifPresent(link -> links.put(user.id().toString(), signInAddress.of(link)));
        form = new NewUserForm();
        emptied = true;
        forget();
        toasts.say(
                page.text("usersText", user.status().occupiesSeat() ? "added.licence" : "added", user.displayName()));
        told.atRisk(enrolled.receipt());
    }

    /** Asks whether to delete the user whose button was pressed. */
    public void ask() {
        going = null;
        try {
            going = Optional.ofNullable(page.request().getParameter("user"))
                    .flatMap(Identifiers::parse)
                    .map(id -> directory.get(actor.tenant(), new UserId(id), actor.get()))
                    .orElseThrow(NotFound::new);
        } catch (NotFound e) {
            forget();
            toasts.say(refusals.text(e.code()));
        }
    }

    /** Deletes the user who was asked about; a second time nothing happens. */
    public void delete() {
        User gone = going;
        if (gone == null) {
            return;
        }
        refusals.run(
                        DELETION,
                        () -> removal.delete(new DeleteUser(
                                actor.tenant(), gone.id(), Expected.anything(), actor.get(), Door.WIZARD)))
                .ifPresent(figures -> {
                    going = null;
                    links.remove(gone.id().toString());
                    forget();
                    told.deleted(gone);
                });
    }

    private void forget() {
        users.forget();
        count.forget();
        panel.forget();
    }

    /** @return the users who were added last, the newest first */
    public List<User> users() {
        return users.get();
    }

    /** @return how many users there are */
    public Count count() {
        return count.get();
    }

    /** @return the one-time link of a user who was added on this page, or blank */
    public String link(User user) {
        return links.getOrDefault(user.id().toString(), "");
    }

    /** @return whether one-time links are shown */
    public boolean isLinked() {
        return !links.isEmpty();
    }

    /** @return whether that is who is asking */
    public boolean isMyself(User user) {
        return actor.get().user().filter(user.id()::equals).isPresent();
    }

    /** @return what {@code data-focus} takes in the first field: it is to be filled in next, once the row was emptied */
    public @Nullable String getNext() {
        return emptied ? "true" : null;
    }

    /** @return what is typed */
    public NewUserForm getForm() {
        return form;
    }

    /** @return who is to be deleted, while that is asked */
    public @Nullable User getGoing() {
        return going;
    }

    @Override
    public @Nullable Confirmation getConfirmation() {
        return confirmation;
    }
}
