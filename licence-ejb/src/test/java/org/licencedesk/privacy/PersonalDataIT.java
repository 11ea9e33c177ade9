package org.licencedesk.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.people.access.SignInLinks;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.seats.allowance.AllowanceAdjustment;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.RaiseAllowance;
import org.licencedesk.seats.change.UserRemoval;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.request.ReductionRequesting;
import org.licencedesk.seats.request.RequestReduction;

/** What a person is given of what is kept about them (R22). */
class PersonalDataIT {
    private final Desk desk = Desk.open();
    private final TestTenant tenant = TestTenant.of(10);
    private final User ada = tenant.add(TestTenant.person("ada", Role.SYSTEM_ADMIN, UserStatus.ACTIVE));
    private final Actor asAda = Actor.user(tenant.id(), ada.id(), Role.SYSTEM_ADMIN);

    @Test
    void a_person_is_given_what_names_them_and_what_they_did() {
        User ben = tenant.add(TestTenant.person("ben", Role.STANDARD, UserStatus.ACTIVE));
        desk.run(() -> desk.bean(SignInLinks.class).issue(tenant.id(), ada.id(), tenant.admin()));
        raise(12);
        ask(ben.id());
        tenant.change(ben.id(), UserStatus.LOCKED, Optional.empty(), asAda);

        PersonalRecord ofAda = of(ada.id());
        assertThat(ofAda.user().user()).isEqualTo(ada);
        assertThat(ofAda.user().deletedAt()).isEmpty();
        assertThat(ofAda.credentials().passwordChangedAt()).isEmpty();
        assertThat(ofAda.credentials().linksUntil()).hasSize(1);
        assertThat(ofAda.acceptances())
                .singleElement()
                .satisfies(accepted -> assertThat(accepted.charged().raiseTo()).isEqualTo(12));
        assertThat(ofAda.requests()).hasSize(1);
        assertThat(entries(ada.id()))
                .extracting(LedgerEntry::kind)
                .contains(
                        EntryKind.USER_ADDED,
                        EntryKind.SEAT_TAKEN,
                        EntryKind.ALLOWANCE_RAISED,
                        EntryKind.TERMS_ACCEPTED,
                        EntryKind.USER_CHANGED);
        assertThat(entries(ada.id()))
                .allMatch(entry -> entry.user().filter(ada.id()::equals).isPresent()
                        || entry.actor().equals(asAda.label()));

        PersonalRecord ofBen = of(ben.id());
        assertThat(ofBen.acceptances()).isEmpty();
        assertThat(ofBen.requests()).singleElement().satisfies(request -> assertThat(request.deactivate())
                .containsExactly(ben.id()));
    }

    @Test
    void deleting_ends_password_and_links_and_erasing_leaves_identity_and_ledger() {
        desk.run(() -> desk.bean(SignInLinks.class).issue(tenant.id(), ada.id(), tenant.admin()));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> erase(ada.id()))
                .returns(Refusal.NOT_DELETED, RuleViolation::refusal);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> erase(UserId.create()));
        tenant.delete(ada.id(), tenant.admin());

        assertThat(of(ada.id()).credentials().linksUntil()).isEmpty();
        assertThat(of(ada.id()).user().user().displayName()).isEqualTo("ADA");

        erase(ada.id());
        PersonalRecord left = of(ada.id());
        assertThat(left.user().erasedAt()).contains(desk.clock().now());
        assertThat(left.user().user().displayName()).isEmpty();
        assertThat(left.user().user().userName()).isEmpty();
        assertThat(left.user().user().email()).isEmpty();
        assertThat(entries(ada.id())).extracting(LedgerEntry::kind).endsWith(EntryKind.USER_DELETED);

        desk.clock().pass(Duration.ofMinutes(1));
        erase(ada.id());
        assertThat(of(ada.id()).user()).isEqualTo(left.user());
    }

    @Test // R3
    void nothing_is_told_to_others() {
        TestTenant other = TestTenant.of(1);
        PersonalData data = desk.bean(PersonalData.class);
        Actor standard = Actor.token(UUID.randomUUID(), Role.STANDARD, Optional.of(tenant.id()), Optional.empty());

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> desk.commit(() -> data.of(tenant.id(), ada.id(), other.admin())));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> desk.commit(() -> data.of(other.id(), ada.id(), other.admin())));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> desk.commit(() -> data.of(tenant.id(), ada.id(), standard)));
        assertThat(desk.commit(() -> data.of(tenant.id(), ada.id(), TestTenant.OPERATOR))
                        .user()
                        .user())
                .isEqualTo(ada);
    }

    private PersonalRecord of(UserId user) {
        return desk.commit(() -> desk.bean(PersonalData.class).of(tenant.id(), user, tenant.admin()));
    }

    private List<LedgerEntry> entries(UserId user) {
        return desk.commit(() ->
                        desk.bean(PersonalData.class).entries(tenant.id(), user, Optional.empty(), tenant.admin()))
                .items();
    }

    private void erase(UserId user) {
        desk.run(() -> desk.bean(UserRemoval.class).erase(tenant.id(), user, tenant.admin()));
    }

    private void raise(int maximum) {
        AllowanceAdjustment adjustment = desk.bean(AllowanceAdjustment.class);
        desk.run(() -> adjustment.raise(new RaiseAllowance(
                tenant.id(),
                maximum,
                Optional.of(new Consent(adjustment.quote(tenant.id(), maximum, asAda), true)),
                Expected.anything(),
                asAda,
                Door.UI)));
    }

    private void ask(UserId chosen) {
        RequestReduction command = new RequestReduction(
                tenant.id(), 5, Optional.empty(), new Reason("a site closed"), List.of(chosen), asAda);
        desk.commit(() -> desk.bean(ReductionRequesting.class).request(command));
    }
}
