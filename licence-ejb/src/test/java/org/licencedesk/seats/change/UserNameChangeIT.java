package org.licencedesk.seats.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.ChangedMeanwhile;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.Sha256;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.privacy.PersonalData;
import org.licencedesk.record.evidence.LedgerVerification;
import org.licencedesk.record.evidence.Verification;
import org.licencedesk.record.ledger.Ledger;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.seats.directory.FormerUserName;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.directory.UserName;

/** A user gets another name to sign in with (R41). */
class UserNameChangeIT {
    private final Desk desk = Desk.open();
    private final TestTenant tenant = TestTenant.of(5);
    private final User anna = tenant.add(TestTenant.person("anna.berg", Role.STANDARD, UserStatus.ACTIVE));

    @Test // R41
    void identity_seat_and_all_else_stay() {
        User renamed = rename(anna, "anna.lindt");

        assertThat(renamed.userName()).isEqualTo("anna.lindt");
        assertThat(renamed.id()).isEqualTo(anna.id());
        assertThat(renamed.displayName()).isEqualTo(anna.displayName());
        assertThat(renamed.status()).isEqualTo(anna.status());
        assertThat(renamed.revision()).isEqualTo(anna.revision() + 1);
        assertThat(tenant.figures().occupied()).isEqualTo(2);
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> rename(anna, "anna", Expected.oneOf(Set.of((long) anna.revision()))));
    }

    @Test // R41
    void a_name_that_somebody_has_is_refused_and_one_that_was_given_up_is_free() {
        User ben = tenant.add(TestTenant.person("ben", Role.STANDARD, UserStatus.INACTIVE));
        tenant.delete(
                tenant.add(TestTenant.person("gone", Role.STANDARD, UserStatus.INACTIVE))
                        .id(),
                tenant.admin());

        for (String taken : List.of("anna.berg", "ANNA.Berg", " anna.berg\u00a0")) {
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> rename(ben, taken))
                    .returns(Refusal.USER_NAME_TAKEN, RuleViolation::refusal);
        }
        assertThat(formerNames(ben)).isEmpty();
        rename(anna, "anna");
        assertThat(rename(ben, "Anna.Berg").userName()).isEqualTo("Anna.Berg");
        assertThat(rename(ben, "gone").userName()).isEqualTo("gone");
    }

    @Test // R38, R41
    void the_ledger_keeps_a_salted_digest_that_the_former_name_proves() {
        rename(anna, "anna.lindt");
        rename(anna, "anna.lindt");
        rename(anna, "Anna.Lindt");

        List<LedgerEntry> changes = entries().stream()
                .filter(entry -> entry.kind() == EntryKind.USER_CHANGED)
                .toList();
        assertThat(changes).hasSize(2);
        assertThat(formerNames(anna))
                .extracting(FormerUserName::entry, former -> former.userName().orElse(""))
                .containsExactly(
                        tuple(changes.get(0).sequence(), "anna.berg"),
                        tuple(changes.get(1).sequence(), "anna.lindt"));
        for (LedgerEntry change : changes) {
            Object[] kept = (Object[]) desk.rows(
                            "select user_name, hex(salt) from former_user_name where tenant_id = ?1 and seq = ?2",
                            tenant.id().value(),
                            change.sequence())
                    .get(0);
            String salted =
                    kept[1] + HexFormat.of().formatHex(kept[0].toString().getBytes(StandardCharsets.UTF_8));
            assertThat(change.reason().map(Reason::text))
                    .contains("User name changed; former user name sha256:"
                            + HexFormat.of().formatHex(Sha256.of(HexFormat.of().parseHex(salted))));
            assertThat(change.status()).contains(UserStatus.ACTIVE);
        }
        LedgerProof.check(tenant.id(), entriesOfAll());
        assertIntact();
    }

    @Test // R22, R41
    void erasing_empties_name_and_salt_and_leaves_the_ledger_whole() {
        rename(anna, "anna.lindt");
        tenant.delete(anna.id(), tenant.admin());
        assertThat(formerNames(anna)).singleElement().returns(Optional.of("anna.berg"), FormerUserName::userName);

        desk.run(() -> desk.bean(UserRemoval.class).erase(tenant.id(), anna.id(), tenant.admin()));

        assertThat(formerNames(anna)).singleElement().returns(Optional.empty(), FormerUserName::userName);
        assertThat(desk.rows(
                        "select 1 from former_user_name where user_id = ?1 and (user_name is not null or salt is"
                                + " not null)",
                        anna.id().value()))
                .isEmpty();
        assertIntact();
    }

    private User rename(User user, String name) {
        return rename(user, name, Expected.anything());
    }

    private User rename(User user, String name, Expected expected) {
        EditUser command = new EditUser(
                tenant.id(),
                user.id(),
                Optional.of(new UserName(name)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                expected,
                tenant.admin(),
                Door.API);
        return desk.commit(() -> desk.bean(UserEditing.class).edit(command));
    }

    private List<FormerUserName> formerNames(User user) {
        return desk.commit(() -> desk.bean(PersonalData.class).of(tenant.id(), user.id(), tenant.admin()))
                .user()
                .formerNames();
    }

    private List<LedgerEntry> entries() {
        return desk.commit(() ->
                        desk.bean(PersonalData.class).entries(tenant.id(), anna.id(), Optional.empty(), tenant.admin()))
                .items();
    }

    private List<LedgerEntry> entriesOfAll() {
        return desk.commit(() -> desk.bean(Ledger.class).after(tenant.id(), 0, 200, tenant.admin()))
                .items();
    }

    private void assertIntact() {
        Verification verified = desk.bean(LedgerVerification.class).verify(tenant.id(), tenant.admin());
        assertThat(verified.isIntact()).as(verified.toString()).isTrue();
    }
}
