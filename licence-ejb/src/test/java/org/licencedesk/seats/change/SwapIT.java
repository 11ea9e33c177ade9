package org.licencedesk.seats.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.allowance.AllowanceAdjustment;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.directory.UserDirectory;

/** One gives up a seat and another gets it, in one transaction. */
class SwapIT {
    private final Desk desk = Desk.open();
    private final TestTenant tenant = TestTenant.of(3);
    private final User holder = tenant.add(TestTenant.person("holder", Role.STANDARD, UserStatus.ACTIVE));
    private final User waiting = tenant.add(TestTenant.person("waiting", Role.STANDARD, UserStatus.INACTIVE));

    @Test // R16, R20
    void the_holder_becomes_inactive_the_other_gets_in_and_nothing_is_bought_whatever_is_accepted() {
        tenant.add(TestTenant.person("third", Role.STANDARD, UserStatus.ACTIVE));
        Consent consent = new Consent(quote(4), true);

        assertThat(swap(waiting, UserStatus.LOCKED, Optional.of(consent), holder.id(), tenant.admin()))
                .isEqualTo(new Figures(3, 3));

        assertThat(status(holder)).isEqualTo(UserStatus.INACTIVE);
        assertThat(status(waiting)).isEqualTo(UserStatus.LOCKED);
        assertThat(desk.rows(
                        "select kind, hex(user_id) from ledger_entry where tenant_id = ?1 order by seq desc limit 2",
                        tenant.id().value()))
                .map(row -> ((Object[]) row)[0] + " " + ((Object[]) row)[1])
                .containsExactly("SEAT_TAKEN " + hex(waiting), "SEAT_RELEASED " + hex(holder)); // R38
    }

    @Test
    void a_user_who_is_added_gets_the_seat_of_another() {
        tenant.add(TestTenant.person("third", Role.STANDARD, UserStatus.ACTIVE));
        UserRegistration registration = desk.bean(UserRegistration.class);
        AddUser command = adding(UserStatus.ACTIVE, Door.UI);
        assertThat(desk.commit(() -> registration.add(command)).figures()).isEqualTo(new Figures(3, 3));
        assertThat(status(holder)).isEqualTo(UserStatus.INACTIVE);
    }

    @Test
    void the_swap_happens_also_where_a_seat_is_available() {
        assertThat(swap(waiting, UserStatus.ACTIVE, Optional.empty(), holder.id(), tenant.admin()))
                .isEqualTo(new Figures(3, 2));
        assertThat(status(holder)).isEqualTo(UserStatus.INACTIVE);
    }

    @Test
    void nobody_is_released_where_no_seat_is_taken() {
        swap(waiting, UserStatus.ROOM, Optional.empty(), holder.id(), tenant.admin());
        User locked = tenant.add(TestTenant.person("locked", Role.STANDARD, UserStatus.LOCKED));
        swap(locked, UserStatus.ACTIVE, Optional.empty(), holder.id(), tenant.admin());
        UserRegistration registration = desk.bean(UserRegistration.class);
        desk.commit(() -> registration.add(adding(UserStatus.QUEUE, Door.UI)));
        assertThat(status(holder)).isEqualTo(UserStatus.ACTIVE);
        // A double click: the swap is done, and is not done again.
        User other = tenant.add(TestTenant.person("other", Role.STANDARD, UserStatus.INACTIVE));
        swap(other, UserStatus.ACTIVE, Optional.empty(), holder.id(), tenant.admin());
        assertThat(swap(other, UserStatus.ACTIVE, Optional.empty(), holder.id(), tenant.admin()))
                .isEqualTo(new Figures(3, 3));
    }

    @Test // R3, R4, R39
    void who_cannot_give_up_a_seat_is_refused_by_name_and_nothing_changes() {
        TestTenant elsewhere = TestTenant.of(3);
        User gone = tenant.add(TestTenant.person("gone", Role.STANDARD, UserStatus.LOCKED));
        tenant.delete(gone.id(), tenant.admin());
        User room = tenant.add(TestTenant.person("room", Role.STANDARD, UserStatus.ROOM));
        for (UserId none : List.of(UserId.create(), elsewhere.firstAdmin().id(), gone.id(), room.id(), waiting.id())) {
            assertThat(refusal(() -> swap(waiting, UserStatus.ACTIVE, Optional.empty(), none, tenant.admin())))
                    .isEqualTo("not-a-seat-holder {release=" + none + "}");
        }
        UserId first = tenant.firstAdmin().id();
        assertThat(refusal(() -> swap(waiting, UserStatus.ACTIVE, Optional.empty(), first, tenant.admin())))
                .isEqualTo("last-system-admin {}");
        tenant.add(TestTenant.person("admin", Role.SYSTEM_ADMIN, UserStatus.ACTIVE));
        Actor inPerson = Actor.user(tenant.id(), first, Role.SYSTEM_ADMIN);
        assertThat(refusal(() -> swap(waiting, UserStatus.ACTIVE, Optional.empty(), first, inPerson)))
                .isEqualTo("not-on-yourself {}");
        assertThat(status(waiting)).isEqualTo(UserStatus.INACTIVE);
        assertThat(tenant.figures()).isEqualTo(new Figures(3, 3));
    }

    @Test // R18, R34, R37
    void over_the_allowance_a_release_makes_no_seat_available_and_at_it_one_does() {
        tenant.correct(1);
        assertThat(refusal(() -> swap(waiting, UserStatus.ACTIVE, Optional.empty(), holder.id(), tenant.admin())))
                .isEqualTo("release-not-enough {figures=" + new Figures(1, 2) + "}");
        assertThat(status(holder)).isEqualTo(UserStatus.ACTIVE);
        tenant.correct(2);
        assertThat(swap(waiting, UserStatus.ACTIVE, Optional.empty(), holder.id(), tenant.admin()))
                .isEqualTo(new Figures(2, 2));
    }

    @Test // R34
    void of_many_who_want_the_same_seat_at_once_one_gets_it() throws Exception {
        tenant.add(TestTenant.person("third", Role.STANDARD, UserStatus.ACTIVE));
        List<Callable<String>> calls = IntStream.range(0, 8)
                .mapToObj(i -> tenant.add(TestTenant.person("w" + i, Role.STANDARD, UserStatus.INACTIVE)))
                .<Callable<String>>map(user -> () ->
                        refusal(() -> swap(user, UserStatus.ACTIVE, Optional.empty(), holder.id(), tenant.admin())))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<String> outcomes = new ArrayList<>();
        try {
            for (Future<String> outcome : threads.invokeAll(calls)) {
                outcomes.add(outcome.get());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(outcomes).filteredOn(outcome -> outcome.startsWith("none")).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.startsWith("not-a-seat-holder"))
                .hasSize(7);
        assertThat(tenant.figures()).isEqualTo(new Figures(3, 3));
    }

    @ParameterizedTest // R25
    @EnumSource(
            value = UserStatus.class,
            names = {"ACTIVE", "INACTIVE"})
    void the_wizard_neither_releases_anybody_nor_changes_a_status(UserStatus status) {
        UserRegistration registration = desk.bean(UserRegistration.class);
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> desk.commit(() -> registration.add(adding(status, Door.WIZARD))));
        ChangeStatus forged = new ChangeStatus(
                tenant.id(),
                holder.id(),
                status,
                Optional.empty(),
                Optional.empty(),
                Expected.anything(),
                tenant.admin(),
                Door.WIZARD);
        Supplier<SeatReceipt> change = () -> desk.bean(StatusChange.class).change(forged);
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> desk.commit(change));
        assertThat(status(holder)).isEqualTo(UserStatus.ACTIVE);
    }

    private AddUser adding(UserStatus status, Door door) {
        return new AddUser(
                tenant.id(),
                TestTenant.person("new", Role.STANDARD, status),
                Optional.empty(),
                Optional.of(holder.id()),
                tenant.admin(),
                door);
    }

    private Figures swap(User in, UserStatus status, Optional<Consent> consent, UserId out, Actor actor) {
        return desk.commit(tenant.changing(in.id(), status, consent, Optional.of(out), actor))
                .figures();
    }

    private Quote quote(int raiseTo) {
        AllowanceAdjustment adjustment = desk.bean(AllowanceAdjustment.class);
        return desk.commit(() -> adjustment.quote(tenant.id(), raiseTo, tenant.admin()));
    }

    private UserStatus status(User user) {
        UserDirectory directory = desk.bean(UserDirectory.class);
        return desk.commit(() -> directory.get(tenant.id(), user.id(), tenant.admin()))
                .status();
    }

    private static String hex(User user) {
        return user.id().toString().replace("-", "").toUpperCase(Locale.ROOT);
    }

    private static String refusal(Supplier<?> call) {
        try {
            return "none, but " + call.get();
        } catch (RuleViolation refused) {
            return refused.code() + " " + refused.facts();
        }
    }
}
