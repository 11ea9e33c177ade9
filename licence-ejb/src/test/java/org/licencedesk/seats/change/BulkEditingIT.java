package org.licencedesk.seats.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.directory.UserDirectory;

/** Many users deleted, or given a role, at once. */
class BulkEditingIT {
    private final Desk desk = Desk.open();
    private final BulkRemoval removal = desk.bean(BulkRemoval.class);
    private final BulkRoleChange roleChange = desk.bean(BulkRoleChange.class);
    private final TestTenant tenant = TestTenant.of(5);

    @Test // R3, R4, R20, R22
    void who_can_be_deleted_is_and_the_others_are_named_with_the_reason() {
        User me = add("me", Role.SYSTEM_ADMIN, UserStatus.ACTIVE);
        User locked = add("locked", Role.STANDARD, UserStatus.LOCKED);
        User room = add("room", Role.STANDARD, UserStatus.ROOM);
        UserId stranger = TestTenant.of(1).firstAdmin().id();
        Set<UserId> all = Stream.of(me.id(), locked.id(), room.id(), stranger).collect(Collectors.toSet());
        Actor inPerson = Actor.user(tenant.id(), me.id(), Role.SYSTEM_ADMIN);
        List<String> expected = List.of(
                "locked CHANGED", "me REFUSED not-on-yourself", "room CHANGED", stranger + " REFUSED not-found");

        DeleteUsers command = new DeleteUsers(tenant.id(), new Selection.Ticked(all), inPerson, Door.UI);
        assertThat(results(desk.commit(() -> removal.preview(command)))).isEqualTo(expected);
        assertThat(tenant.figures()).isEqualTo(new Figures(5, 3));
        assertThat(results(desk.commit(() -> removal.apply(command)))).isEqualTo(expected);

        assertThat(tenant.figures()).isEqualTo(new Figures(5, 2));
        assertThat(desk.bean(UserDirectory.class).has(tenant.id(), locked.id())).isFalse();
        assertThat(kinds()).containsExactly("SEAT_RELEASED", "USER_DELETED", "USER_DELETED");
    }

    @Test // R4
    void the_last_active_system_admin_keeps_the_role_and_is_not_deleted() {
        User second = add("second", Role.SYSTEM_ADMIN, UserStatus.ACTIVE);
        Set<UserId> both = Set.of(tenant.firstAdmin().id(), second.id());
        assertThat(results(desk.commit(() -> roleChange.apply(role(both, Role.STANDARD)))))
                .containsExactly("first.admin CHANGED", "second REFUSED last-system-admin");
        assertThat(results(desk.commit(() -> removal.apply(
                        new DeleteUsers(tenant.id(), new Selection.Ticked(both), tenant.admin(), Door.UI)))))
                .containsExactly("first.admin CHANGED", "second REFUSED last-system-admin");
    }

    @Test // R18, R38
    void a_role_is_given_to_all_who_have_another_one() {
        User standard = add("standard", Role.STANDARD, UserStatus.INACTIVE);
        User room = add("room", Role.STANDARD, UserStatus.ROOM);
        Set<UserId> all = Set.of(tenant.firstAdmin().id(), standard.id(), room.id());
        List<String> expected = List.of("first.admin UNCHANGED", "room CHANGED", "standard CHANGED");
        assertThat(results(desk.commit(() -> roleChange.preview(role(all, Role.SYSTEM_ADMIN)))))
                .isEqualTo(expected);
        assertThat(results(desk.commit(() -> roleChange.apply(role(all, Role.SYSTEM_ADMIN)))))
                .isEqualTo(expected);
        assertThat(kinds()).containsExactly("USER_CHANGED", "USER_CHANGED");
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> role(all, Role.OPERATOR));
    }

    @Test // R1
    void nobody_but_a_system_admin_changes_many() {
        Actor standard = Actor.user(tenant.id(), UserId.create(), Role.STANDARD);
        Selection none = new Selection.Ticked(Set.of());
        DeleteUsers deletion = new DeleteUsers(tenant.id(), none, standard, Door.UI);
        ChangeRoles change = new ChangeRoles(tenant.id(), none, Role.STANDARD, standard, Door.UI);
        for (Runnable call : List.<Runnable>of(
                () -> removal.preview(deletion),
                () -> removal.apply(deletion),
                () -> roleChange.preview(change),
                () -> roleChange.apply(change))) {
            assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> desk.run(call));
        }
    }

    @Test
    void more_than_a_thousand_are_refused() {
        Set<UserId> many =
                IntStream.range(0, 1_001).mapToObj(i -> UserId.create()).collect(Collectors.toCollection(HashSet::new));
        assertThatExceptionOfType(TooManyUsers.class)
                .isThrownBy(() -> desk.run(() -> roleChange.apply(role(many, Role.STANDARD))));
        many.remove(many.iterator().next());
        assertThat(desk.commit(() -> roleChange.apply(role(many, Role.STANDARD)))
                        .outcomes())
                .hasSize(1_000);
    }

    private ChangeRoles role(Set<UserId> users, Role role) {
        return new ChangeRoles(tenant.id(), new Selection.Ticked(users), role, tenant.admin(), Door.UI);
    }

    private User add(String name, Role role, UserStatus status) {
        return tenant.add(TestTenant.person(name, role, status));
    }

    private List<String> kinds() {
        return desk
                .rows(
                        "select kind from ledger_entry where tenant_id = ?1 and seq > (select max(seq) from ledger_entry"
                                + " where tenant_id = ?1 and kind in ('USER_ADDED', 'SEAT_TAKEN')) order by seq",
                        tenant.id().value())
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static List<String> results(ManyOutcomes many) {
        return many.outcomes().stream()
                .map(one -> one.user().map(User::userName).orElse(one.id().toString()) + " " + one.result()
                        + one.refusal()
                                .map(RuleViolation::code)
                                .map(code -> " " + code)
                                .orElse(""))
                .toList();
    }
}
