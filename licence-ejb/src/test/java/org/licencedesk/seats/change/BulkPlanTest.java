package org.licencedesk.seats.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.directory.UserAccount;

class BulkPlanTest {
    private static final TenantId TENANT = TenantId.create();
    private static final StatusPolicy POLICY = new StatusPolicy();
    private static final Actor NOBODY = Actor.installation();

    private final UserAccount ada = user("ada", Role.SYSTEM_ADMIN, UserStatus.ACTIVE);
    private final UserAccount ben = user("ben", Role.SYSTEM_ADMIN, UserStatus.ACTIVE);
    private final UserAccount cleo = user("cleo", Role.STANDARD, UserStatus.LOCKED);
    private final UserAccount dora = user("dora", Role.STANDARD, UserStatus.INACTIVE);
    private final UserAccount room = user("room", Role.STANDARD, UserStatus.ROOM);
    private final List<UserAccount> all = List.of(ada, ben, cleo, dora, room);

    @ParameterizedTest // R16, R17
    @CsvSource({"ACTIVE, 2", "LOCKED, 2", "INACTIVE, 0", "QUEUE, 0"})
    void counts_the_seats_of_those_who_hold_none_yet(UserStatus status, int seats) {
        assertThat(plan(status, all, 5).seats()).isEqualTo(seats);
    }

    @ParameterizedTest // R4
    @CsvSource({"3, CHANGED, CHANGED", "2, CHANGED, REFUSED", "1, REFUSED, REFUSED"})
    void leaves_one_active_system_admin_and_names_the_first_who_cannot_go(int admins, String first, String second) {
        BulkPlan plan = plan(UserStatus.INACTIVE, all, admins);
        assertThat(results(plan)).containsExactly(first, second, "CHANGED", "UNCHANGED", "CHANGED");
        assertThat(plan.outcomes().stream().flatMap(outcome -> outcome.refusal().stream()))
                .extracting(RuleViolation::code)
                .hasSize(Math.max(0, 3 - admins))
                .allMatch("last-system-admin"::equals);
    }

    @Test // R4
    void a_system_admin_who_is_no_active_one_is_not_counted() {
        UserAccount locked = user("eve", Role.SYSTEM_ADMIN, UserStatus.LOCKED);
        assertThat(results(plan(UserStatus.INACTIVE, List.of(locked, ada, ben), 2)))
                .containsExactly("CHANGED", "CHANGED", "REFUSED");
    }

    @ParameterizedTest // R4
    @CsvSource({"3, CHANGED, CHANGED", "2, CHANGED, REFUSED", "1, REFUSED, REFUSED"})
    void one_active_system_admin_keeps_the_role(int admins, String first, String second) {
        BulkPlan plan = new BulkPlan(POLICY.having(Role.STANDARD), all, List.of(), admins);
        assertThat(results(plan)).containsExactly(first, second, "UNCHANGED", "UNCHANGED", "UNCHANGED");
        assertThat(plan.seats()).isZero();
        assertThat(results(new BulkPlan(POLICY.having(Role.SYSTEM_ADMIN), all, List.of(), admins)))
                .containsExactly("UNCHANGED", "UNCHANGED", "CHANGED", "CHANGED", "CHANGED");
    }

    @ParameterizedTest // R4
    @CsvSource({"3, CHANGED, REFUSED not-on-yourself", "2, CHANGED, REFUSED last-system-admin"})
    void one_active_system_admin_stays_and_nobody_deletes_themselves(int admins, String first, String second) {
        Actor themselves = Actor.user(TENANT, ben.id(), Role.SYSTEM_ADMIN);
        BulkPlan plan = new BulkPlan(POLICY.going(themselves), all, List.of(), admins);
        assertThat(plan.outcomes())
                .extracting(one -> one.result()
                        + one.refusal().map(why -> " " + why.code()).orElse(""))
                .containsExactly(first, second, "CHANGED", "CHANGED", "CHANGED");
    }

    @Test // R3
    void changes_those_who_can_be_changed_and_says_who_is_not_there() {
        UserId stranger = UserId.create();
        BulkPlan plan = new BulkPlan(POLICY.becoming(UserStatus.LOCKED, NOBODY), all, List.of(stranger), 5);
        assertThat(plan.changing()).containsExactly(ada, ben, dora, room);
        BulkOutcome last = plan.outcomes().get(all.size());
        assertThat(last.id()).isEqualTo(stranger);
        assertThat(last.user()).isEmpty();
        assertThat(last.refusal()).map(RuleViolation::code).contains("not-found");
    }

    private static BulkPlan plan(UserStatus status, List<UserAccount> users, int admins) {
        return new BulkPlan(POLICY.becoming(status, NOBODY), users, List.of(), admins);
    }

    private static List<String> results(BulkPlan plan) {
        return plan.outcomes().stream().map(outcome -> outcome.result().name()).toList();
    }

    private static UserAccount user(String name, Role role, UserStatus status) {
        return new UserAccount(TENANT, TestTenant.person(name, role, status), Instant.parse("2026-03-10T09:00:00Z"));
    }
}
