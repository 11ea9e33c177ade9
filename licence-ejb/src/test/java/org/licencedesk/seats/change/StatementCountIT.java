package org.licencedesk.seats.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.messages.webhook.Webhooks;
import org.licencedesk.people.access.UserEnrolment;
import org.licencedesk.seats.directory.User;

/** What a change of seats asks of the database: the same few statements, however many users there are. */
class StatementCountIT {
    private final Desk desk = Desk.open();
    private final TestTenant tenant = TestTenant.of(50);

    @Test
    void an_activation_with_a_free_seat_locks_reads_the_user_and_writes_three_rows() {
        User user = tenant.add(TestTenant.person("ada", Role.STANDARD, UserStatus.INACTIVE));
        assertThat(kinds(activation(user)))
                .containsExactly(
                        "select allowance for update",
                        "select user_account",
                        "insert ledger_entry",
                        "update allowance",
                        "update user_account");
    }

    @Test
    void a_change_that_changes_nothing_writes_nothing() {
        User user = tenant.add(TestTenant.person("ada", Role.STANDARD, UserStatus.ACTIVE));
        assertThat(kinds(activation(user))).containsExactly("select allowance for update", "select user_account");
    }

    @Test
    void in_a_tenant_with_an_address_an_activation_asks_for_the_addresses_and_writes_a_message() {
        User user = tenant.add(TestTenant.person("ada", Role.STANDARD, UserStatus.INACTIVE));
        desk.bean(Webhooks.class).add(tenant.id(), "http://127.0.0.1:9/", tenant.admin());
        assertThat(kinds(activation(user)))
                .contains("select webhook", "insert webhook_delivery")
                .doesNotContain("insert mail")
                .hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void adding_a_user_to_a_free_seat_costs_the_same_in_a_tenant_of_many() {
        List<String> first = kinds(() -> tenant.add(TestTenant.person("ada", Role.STANDARD, UserStatus.ACTIVE)));
        assertThat(first.get(0)).isEqualTo("select allowance for update");
        for (int i = 0; i < 30; i++) {
            tenant.add(TestTenant.person("user" + i, Role.STANDARD, UserStatus.ACTIVE));
        }
        List<String> later = kinds(() -> tenant.add(TestTenant.person("zoe", Role.STANDARD, UserStatus.ACTIVE)));
        assertThat(later).isEqualTo(first).hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void the_sign_in_link_of_somebody_new_costs_one_statement_for_there_is_none_before_it() {
        AddUser command = new AddUser(
                tenant.id(),
                TestTenant.person("ada", Role.STANDARD, UserStatus.ACTIVE),
                Optional.empty(),
                Optional.empty(),
                tenant.admin(),
                Door.API);
        List<String> kinds =
                kinds(() -> desk.run(() -> desk.bean(UserEnrolment.class).enrol(command, Optional.empty())));
        assertThat(kinds).filteredOn(kind -> kind.endsWith("sign_in_link")).containsExactly("insert sign_in_link");
        assertThat(kinds).hasSizeLessThanOrEqualTo(8);
    }

    private Runnable activation(User user) {
        StatusChange change = desk.bean(StatusChange.class);
        ChangeStatus command = new ChangeStatus(
                tenant.id(),
                user.id(),
                UserStatus.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                Expected.anything(),
                tenant.admin(),
                Door.API);
        return () -> desk.run(() -> change.change(command));
    }

    /** @return what each statement does to which table, in their order */
    private List<String> kinds(Runnable call) {
        return desk.statementsOf(call).stream()
                .map(sql -> {
                    List<String> words = Stream.of(sql.split("[ (]")).toList();
                    String table = words.get(
                            words.get(0).equals("select")
                                    ? words.indexOf("from") + 1
                                    : sql.startsWith("insert") ? 2 : 1);
                    return words.get(0) + " " + table + (sql.endsWith("for update") ? " for update" : "");
                })
                .toList();
    }
}
