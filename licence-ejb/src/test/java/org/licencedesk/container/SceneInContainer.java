package org.licencedesk.container;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.people.setup.CreatedTenant;
import org.licencedesk.people.setup.TenantCreation;
import org.licencedesk.record.ledger.Ledger;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.seats.allowance.AllowanceAdjustment;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.CorrectAllowance;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.RaiseAllowance;
import org.licencedesk.seats.allowance.Settlement;
import org.licencedesk.seats.change.AddUser;
import org.licencedesk.seats.change.ChangeStatus;
import org.licencedesk.seats.change.DeleteUser;
import org.licencedesk.seats.change.EditUser;
import org.licencedesk.seats.change.StatusChange;
import org.licencedesk.seats.change.UserEditing;
import org.licencedesk.seats.change.UserRegistration;
import org.licencedesk.seats.change.UserRemoval;
import org.licencedesk.seats.directory.DisplayName;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.directory.UserDirectory;
import org.licencedesk.seats.terms.PublishTerms;
import org.licencedesk.seats.terms.TermsLibrary;

/** A tenant of three seats in the server, and what its System Admin and the Operator do there. */
abstract class SceneInContainer {
    static final Actor OPERATOR = Actor.installation();
    static final Optional<Consent> NO_CONSENT = Optional.empty();
    static final Optional<UserId> NOBODY = Optional.empty();

    @Inject
    TenantCreation creation;

    @Inject
    TermsLibrary terms;

    @Inject
    AllowanceAdjustment adjustment;

    @Inject
    UserRegistration registration;

    @Inject
    StatusChange statusChange;

    @Inject
    UserEditing editing;

    @Inject
    UserRemoval removal;

    @Inject
    UserDirectory directory;

    @Inject
    Ledger ledger;

    CreatedTenant created;
    TenantId tenant;
    Actor admin;

    @BeforeEach
    void a_tenant_of_three_seats_one_of_them_taken() {
        if (terms.inForce().isEmpty()) {
            terms.publish(new PublishTerms("1", "Terms and Conditions", OPERATOR));
        }
        created = creation.create(NewTenants.ofSeats(3), Actor.installation());
        tenant = created.tenant().id();
        admin = Actor.token(UUID.randomUUID(), Role.SYSTEM_ADMIN, Optional.of(tenant), Optional.empty());
    }

    UserId add(String name, Role role, UserStatus status) {
        return registration
                .add(new AddUser(tenant, NewTenants.person(name, role, status), NO_CONSENT, NOBODY, admin, Door.API))
                .user()
                .id();
    }

    Figures change(UserId user, UserStatus status, Optional<Consent> consent) {
        ChangeStatus command =
                new ChangeStatus(tenant, user, status, consent, NOBODY, Expected.anything(), admin, Door.API);
        return statusChange.change(command).figures();
    }

    Figures delete(UserId user, Actor actor) {
        return removal.delete(new DeleteUser(tenant, user, Expected.anything(), actor, Door.API));
    }

    User edit(UserId user, Optional<Role> role) {
        Optional<DisplayName> name = Optional.of(new DisplayName("Renamed"));
        return editing.edit(new EditUser(
                tenant, user, Optional.empty(), name, Optional.empty(), role, Expected.anything(), admin, Door.API));
    }

    Figures raise(int maximum, Optional<Consent> consent) {
        return adjustment
                .raise(new RaiseAllowance(tenant, maximum, consent, Expected.anything(), admin, Door.UI))
                .figures();
    }

    void correct(int maximum) {
        adjustment.correct(new CorrectAllowance(
                tenant, maximum, Settlement.NONE, new Reason("a test"), Expected.anything(), OPERATOR, Door.API));
    }

    Optional<Consent> consentTo(int raiseTo) {
        return Optional.of(new Consent(adjustment.quote(tenant, raiseTo, admin), true));
    }

    Figures figures() {
        return adjustment.show(tenant, admin).figures();
    }

    List<EntryKind> kindsOf(UserId user) {
        return ledger.after(tenant, 0, 200, admin).items().stream()
                .filter(entry -> entry.user().equals(Optional.of(user)))
                .map(LedgerEntry::kind)
                .toList();
    }
}
