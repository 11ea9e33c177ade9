package org.licencedesk.people.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.change.AddUser;
import org.licencedesk.seats.change.DeleteUser;
import org.licencedesk.seats.change.UserRegistration;
import org.licencedesk.seats.change.UserRemoval;
import org.licencedesk.seats.directory.User;

/** Where the Setup Wizard is taken up again, for whom it opens by itself, and what it sums up. */
class SetupProgressIT {
    private final Desk desk = Desk.open();
    private final SetupProgress progress = desk.bean(SetupProgress.class);
    private final TestTenant tenant = TestTenant.unfinished(3);
    private final Actor admin = person(tenant.firstAdmin());

    @Test // R28
    void it_is_taken_up_where_it_was_left_also_at_an_earlier_step() {
        assertThat(state().step()).isEqualTo(SetupStep.COMPANY);
        reach(SetupStep.USERS);
        assertThat(state().step()).isEqualTo(SetupStep.USERS);
        reach(SetupStep.LICENCE);
        assertThat(state().step()).isEqualTo(SetupStep.LICENCE);
        reach(SetupStep.LICENCE);
        assertThat(state().step()).isEqualTo(SetupStep.LICENCE);
        assertThat(state().finished()).isFalse();
    }

    @Test // R28
    void it_opens_for_each_system_admin_until_it_is_finished() {
        User second = add("second", Role.SYSTEM_ADMIN);
        assertThat(opensFor(admin)).isTrue();
        assertThat(opensFor(person(second))).isTrue();
        reach(SetupStep.FINISH);
        assertThat(opensFor(admin)).isTrue();
        finish();
        assertThat(opensFor(admin)).isFalse();
        assertThat(opensFor(person(second))).isFalse();
    }

    @Test // R28
    void later_is_remembered_for_who_said_so_and_for_nobody_else() {
        User second = add("second", Role.SYSTEM_ADMIN);
        desk.run(() -> progress.later(tenant.id(), admin));
        desk.run(() -> progress.later(tenant.id(), admin));
        assertThat(opensFor(admin)).isFalse();
        assertThat(opensFor(person(second))).isTrue();
        reach(SetupStep.USERS);
        assertThat(opensFor(admin)).isFalse();
        assertThat(state().step()).isEqualTo(SetupStep.USERS);
    }

    @Test // R1, R28
    void it_opens_for_nobody_who_could_not_use_it() {
        Actor standard = Actor.user(tenant.id(), add("sam", Role.STANDARD).id(), Role.STANDARD);
        assertThat(opensFor(standard)).isFalse();
        assertThat(opensFor(tenant.admin())).isFalse();
        assertThat(opensFor(Actor.installation())).isFalse();
    }

    @Test // R28
    void a_tenant_that_counts_as_finished_begins_and_stays_so() {
        TestTenant created = TestTenant.of(3);
        Actor first = person(created, created.firstAdmin());
        assertThat(opensFor(first)).isFalse();
        desk.run(() -> progress.reach(created.id(), SetupStep.USERS, first));
        desk.run(() -> progress.later(created.id(), first));
        SetupState state = desk.commit(() -> progress.of(created.id(), first));
        assertThat(state.finished()).isTrue();
        assertThat(state.step()).isEqualTo(SetupStep.FINISH);
        assertThat(rowsKept(created)).isEmpty();
    }

    @Test // R28
    void finishing_twice_is_finishing_and_nothing_is_kept() {
        reach(SetupStep.USERS);
        desk.run(() -> progress.later(tenant.id(), admin));
        finish();
        finish();
        assertThat(state().finished()).isTrue();
        assertThat(state().step()).isEqualTo(SetupStep.FINISH);
        assertThat(rowsKept(tenant)).isEmpty();
    }

    @Test // R23, R24, R27
    void it_sums_up_what_was_done_in_it_and_nothing_else() {
        assertThat(state().summary()).isEqualTo(new SetupSummary(new Figures(3, 1), 0, 0, 0));
        User ada = addInWizard("ada", Optional.empty());
        addInWizard("bob", Optional.empty());
        Consent consent = consentTo("cy");
        addInWizard("cy", Optional.of(consent));
        addInWizard("dee", Optional.of(consentTo("dee")));
        tenant.correct(6);
        add("api", Role.STANDARD);
        desk.run(() -> desk.bean(UserRemoval.class)
                .delete(new DeleteUser(tenant.id(), ada.id(), Expected.anything(), admin, Door.WIZARD)));
        assertThat(state().summary()).isEqualTo(new SetupSummary(new Figures(6, 5), 4, 2, 2));
    }

    @Test
    void the_summary_is_counted_by_the_index_of_its_door() {
        List<String> counts = desk.statementsOf(this::state).stream()
                .filter(sql -> sql.contains("ledger_entry"))
                .toList();
        assertThat(counts).hasSize(2).allSatisfy(sql -> assertThat(desk.rows("explain " + sql, parameters(sql)))
                .allSatisfy(row -> {
                    Object[] line = (Object[]) row;
                    assertThat(String.valueOf(line[3]).toLowerCase(Locale.ROOT)).isIn("ref", "range", "eq_ref");
                    assertThat(line[5]).isIn("ledger_kind_door", "PRIMARY");
                }));
    }

    private Object[] parameters(String sql) {
        Object id = tenant.id().value();
        return sql.contains("actor <>")
                ? new Object[] {id, "USER_ADDED", "WIZARD", "installation"}
                : new Object[] {id, "ALLOWANCE_RAISED", "WIZARD"};
    }

    @Test // R28
    void whom_the_installation_begins_with_was_not_added_in_the_wizard() {
        desk.run(() -> desk.bean(UserRegistration.class)
                .addFirst(new AddUser(
                        tenant.id(),
                        TestTenant.person("ada", Role.SYSTEM_ADMIN, UserStatus.ACTIVE),
                        Optional.empty(),
                        Optional.empty(),
                        Actor.installation(),
                        Door.WIZARD)));
        assertThat(state().summary()).isEqualTo(new SetupSummary(new Figures(3, 2), 0, 0, 0));
    }

    @Test // R1, R3
    void only_a_system_admin_of_the_tenant_goes_through_it() {
        Actor stranger = TestTenant.of(1).admin();
        Actor standard = Actor.user(tenant.id(), tenant.firstAdmin().id(), Role.STANDARD);
        for (Actor actor : List.of(standard, TestTenant.OPERATOR)) {
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> desk.run(() -> progress.of(tenant.id(), actor)));
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> desk.run(() -> progress.reach(tenant.id(), SetupStep.USERS, actor)));
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> desk.run(() -> progress.finish(tenant.id(), actor)));
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> desk.run(() -> progress.later(tenant.id(), actor)));
        }
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> desk.run(() -> progress.finish(tenant.id(), stranger)));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> desk.run(() -> progress.later(tenant.id(), tenant.admin())));
        assertThat(state()).isEqualTo(new SetupState(SetupStep.COMPANY, false, state().summary()));
    }

    private SetupState state() {
        return desk.commit(() -> progress.of(tenant.id(), admin));
    }

    private void reach(SetupStep step) {
        desk.run(() -> progress.reach(tenant.id(), step, admin));
    }

    private void finish() {
        desk.run(() -> progress.finish(tenant.id(), admin));
    }

    private boolean opensFor(Actor actor) {
        return desk.commit(() -> progress.shouldOpen(actor));
    }

    private List<Object> rowsKept(TestTenant of) {
        return desk.rows(
                "select tenant_id from setup_progress where tenant_id = ?1"
                        + " union all select tenant_id from setup_put_off where tenant_id = ?1",
                of.id().value());
    }

    private User add(String name, Role role) {
        return tenant.add(TestTenant.person(name, role, UserStatus.ACTIVE));
    }

    private User addInWizard(String name, Optional<Consent> consent) {
        AddUser command = new AddUser(
                tenant.id(),
                TestTenant.person(name, Role.STANDARD, UserStatus.ACTIVE),
                consent,
                Optional.empty(),
                admin,
                Door.WIZARD);
        return desk.commit(() -> desk.bean(UserRegistration.class).add(command)).user();
    }

    private Consent consentTo(String name) {
        try {
            addInWizard(name, Optional.empty());
        } catch (IncreaseNotConfirmed asked) {
            return new Consent((Quote) Objects.requireNonNull(asked.facts().get("quote")), true);
        }
        throw new AssertionError("A seat was available");
    }

    private Actor person(User user) {
        return person(tenant, user);
    }

    private static Actor person(TestTenant of, User user) {
        return Actor.user(of.id(), user.id(), Role.SYSTEM_ADMIN);
    }
}
