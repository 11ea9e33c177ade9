package org.licencedesk.web.users;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.people.access.Enrolment;
import org.licencedesk.people.access.UserEnrolment;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.seats.change.AddUser;
import org.licencedesk.seats.change.Candidate;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.directory.UserDirectory;
import org.licencedesk.web.allowance.AllowancePanel;
import org.licencedesk.web.allowance.Confirmation;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.signin.CurrentActor;
import org.licencedesk.web.signin.SignInAddress;

/** {@code /users/new}: adds a user, and asks to confirm the increase where no licence is available (R12 to R16). */
@Named
@ViewScoped
public class NewUserPage implements Releasing, Serializable {

    private static final String FORM = "newUser";

    @Inject
    private UserEnrolment enrolment;

    @Inject
    private CurrentActor actor;

    @Inject
    private AllowancePanel panel;

    @Inject
    private SignInAddress signInAddress;

    @Inject
    private MailedLink mailedLink;

    @Inject
    private FreeOneInstead freeOneInstead;

    @Inject
    private UndoneStatus undone;

    @Inject
    private UserDirectory directory;

    @Inject
    private UserToasts told;

    @Inject
    private Refusals refusals;

    private NewUserForm form = new NewUserForm();

    private transient @Nullable Confirmation confirmation;

    private transient @Nullable User added;

    private String signInLink = "";

    /** Adds the user, or asks to confirm the increase that this needs. */
    public void save() {
        add(Optional.empty(), Optional.empty());
    }

    @Override
    public void confirm() {
        Confirmation shown = confirmation;
        if (shown != null) {
            add(Optional.of(shown.consent()), Optional.empty());
        }
    }

    @Override
    public void release(UserId holder) {
        Optional.ofNullable(confirmation)
                .flatMap(shown -> shown.candidate(holder))
                .ifPresent(shown -> add(Optional.empty(), Optional.of(shown)));
    }

    private void add(Optional<Consent> consent, Optional<Candidate> release) {
        if (added != null) {
            return;
        }
        Optional<Confirmation> answered = Optional.ofNullable(confirmation).filter(shown -> consent.isPresent());
        confirmation = null;
        if (!refusals.accepts(FORM, form.fields())) {
            return;
        }
        try {
            refusals.run(FORM, () -> enrolment.enrol(command(consent, release.map(Candidate::id)), Optional.empty()))
                    .ifPresent(enrolled -> done(enrolled, release));
        } catch (IncreaseNotConfirmed e) {
            confirmation = freeOneInstead.offer(Confirmation.again(answered, e));
        }
    }

    private AddUser command(Optional<Consent> consent, Optional<UserId> release) {
        return new AddUser(actor.tenant(), form.user(), consent, release, actor.get(), Door.UI);
    }

    private void done(Enrolment enrolled, Optional<Candidate> release) {
        added = enrolled.receipt().user();
        signInLink = enrolled.signInLink().map(signInAddress::of).orElse("");
        panel.forget();
        release.ifPresent(holder -> told.given(holder, enrolled.receipt().user(), UserStatus.INACTIVE));
        told.atRisk(enrolled.receipt());
    }

    /** Gives the licence back to whoever it was taken from; the new user stays, and is Inactive. */
    public void undo() {
        undone.run();
        User known = added;
        if (known != null) {
            refusals.run("added", () -> directory.get(actor.tenant(), known.id(), actor.get()))
                    .ifPresent(now -> added = now);
        }
    }

    /** Has the new user's one-time link mailed to them, in place of the one that is shown. */
    public void mailLink() {
        Optional.ofNullable(added)
                .flatMap(user -> refusals.run("added", () -> mailedLink.send(user)))
                .ifPresent(sent -> signInLink = "");
    }

    /** Begins with the next user. */
    public void another() {
        form = new NewUserForm();
        added = null;
        signInLink = "";
    }

    /** @return what is typed */
    public NewUserForm getForm() {
        return form;
    }

    @Override
    public @Nullable Confirmation getConfirmation() {
        return confirmation;
    }

    /** @return the user who was added, once one was */
    public @Nullable User getAdded() {
        return added;
    }

    /** @return the one-time link of the user who was added, or blank where they cannot sign in */
    public String getSignInLink() {
        return signInLink;
    }
}
