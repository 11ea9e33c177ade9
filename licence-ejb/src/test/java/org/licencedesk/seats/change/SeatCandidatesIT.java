package org.licencedesk.seats.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.change.Candidate.Why;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.directory.UserAccounts;

/** Who is named to give up a seat, in which order, and who never is. */
class SeatCandidatesIT {
    private static final Instant START = Instant.parse("2026-03-10T09:00:00Z");

    private static final Duration TWO_WEEKS = Duration.ofDays(14);

    private final Desk desk = Desk.open();
    private final SeatCandidates candidates = desk.bean(SeatCandidates.class);
    private final TestTenant tenant = at(0, () -> TestTenant.of(20));

    @Test // R4
    void the_locked_then_who_never_signed_in_then_the_others_each_longest_first() {
        User first = tenant.firstAdmin();
        User admin = add(1, "second.admin", Role.SYSTEM_ADMIN, UserStatus.ACTIVE);
        User late = add(2, "late", UserStatus.ACTIVE);
        User later = add(3, "later", UserStatus.ACTIVE);
        User newcomer = add(4, "newcomer", UserStatus.ACTIVE);
        User lockedNow = add(5, "locked.now", UserStatus.ACTIVE);
        User lockedEarly = add(6, "locked.early", UserStatus.LOCKED);
        add(6, "room", UserStatus.ROOM);
        add(6, "inactive", UserStatus.INACTIVE);
        User deleted = add(6, "deleted", UserStatus.LOCKED);
        tenant.delete(deleted.id(), tenant.admin());
        signIn(10, first);
        signIn(9, late);
        signIn(8, later);
        at(11, () -> tenant.change(lockedNow.id(), UserStatus.LOCKED, Optional.empty()));

        assertThat(named(10, tenant.admin()))
                .containsExactly(
                        "locked.early LOCKED " + hours(6),
                        "locked.now LOCKED " + hours(11),
                        "second.admin NEVER_SIGNED_IN " + hours(1),
                        "newcomer NEVER_SIGNED_IN " + hours(4),
                        "later NOT_SIGNED_IN_SINCE " + hours(8),
                        "late NOT_SIGNED_IN_SINCE " + hours(9),
                        "first.admin NOT_SIGNED_IN_SINCE " + hours(10));
        assertThat(named(3, tenant.admin()))
                .containsExactlyElementsOf(named(10, tenant.admin()).subList(0, 3));
        assertThat(found(10, inPerson(admin)))
                .extracting(candidate -> candidate.user().id())
                .containsExactly(lockedEarly.id(), lockedNow.id(), newcomer.id(), later.id(), late.id(), first.id());
    }

    @Test // R4
    void the_last_active_system_admin_is_never_named_and_a_page_is_full_without_them() {
        for (String name : List.of("a", "b", "c")) {
            add(1, name, UserStatus.ACTIVE);
        }
        add(1, "locked.admin", Role.SYSTEM_ADMIN, UserStatus.LOCKED);
        assertThat(named(3, tenant.admin()))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("locked.admin", "a", "b");
        assertThat(found(9, tenant.admin())).extracting(Candidate::why).containsOnly(Why.LOCKED, Why.NEVER_SIGNED_IN);
    }

    @Test
    void nobody_is_named_instead_who_was_added_or_enabled_less_than_two_weeks_ago() {
        add(1, "added.early", UserStatus.ACTIVE);
        User enabled = add(1, "enabled.late", UserStatus.INACTIVE);
        add(1, "locked.early", UserStatus.LOCKED);
        User locked = add(1, "locked.late", UserStatus.ACTIVE);
        User signedIn = add(1, "signed.in", UserStatus.ACTIVE);
        signIn(2, signedIn);
        at(2, () -> tenant.change(enabled.id(), UserStatus.ACTIVE, Optional.empty()));
        at(2, () -> tenant.change(locked.id(), UserStatus.LOCKED, Optional.empty()));
        add(2, "added.late", UserStatus.ACTIVE);

        desk.clock().set(hours(1).plus(TWO_WEEKS).minusMillis(1));
        assertThat(namedInstead()).isEmpty();
        desk.clock().set(hours(1).plus(TWO_WEEKS));
        assertThat(namedInstead()).containsExactly("locked.early", "added.early", "signed.in");
        desk.clock().set(hours(2).plus(TWO_WEEKS));
        assertThat(namedInstead())
                .containsExactly("locked.early", "locked.late", "added.early", "enabled.late", "added.late");
    }

    @Test
    void another_lock_counts_anew() {
        User user = add(1, "user", UserStatus.LOCKED);
        add(2, "other", UserStatus.LOCKED);
        at(3, () -> tenant.change(user.id(), UserStatus.ACTIVE, Optional.empty()));
        at(4, () -> tenant.change(user.id(), UserStatus.LOCKED, Optional.empty()));
        assertThat(named(2, tenant.admin())).containsExactly("other LOCKED " + hours(2), "user LOCKED " + hours(4));
    }

    @Test // R1
    void nobody_but_a_system_admin_is_told() {
        Actor standard = Actor.user(tenant.id(), UserId.create(), Role.STANDARD);
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> found(5, standard));
    }

    @Test
    void each_group_is_read_in_the_order_of_its_index() {
        for (int i = 0; i < 12; i++) {
            User user = add(1, "u" + i, i % 2 == 0 ? UserStatus.ACTIVE : UserStatus.LOCKED);
            if (i % 4 == 0) {
                signIn(2, user);
            }
        }
        List<String> statements = desk.statementsOf(() -> found(15, tenant.admin())).stream()
                .filter(sql -> sql.contains("force index"))
                .toList();
        assertThat(statements).hasSize(5).allSatisfy(sql -> {
            Object[] plan =
                    (Object[]) desk.rows("explain " + sql, tenant.id().value()).get(0);
            assertThat(sql).contains("(" + plan[5] + ")");
            assertThat(String.valueOf(plan[9]).toLowerCase(Locale.ROOT)).doesNotContain("filesort");
        });
    }

    private List<String> namedInstead() {
        return desk.commit(() -> candidates.instead(tenant.id(), 5, tenant.admin())).stream()
                .map(candidate -> candidate.user().userName())
                .toList();
    }

    private List<Candidate> found(int most, Actor actor) {
        return desk.commit(() -> candidates.find(tenant.id(), most, actor));
    }

    private List<String> named(int most, Actor actor) {
        return found(most, actor).stream()
                .map(candidate -> candidate.user().userName() + " " + candidate.why() + " " + candidate.since())
                .toList();
    }

    private User add(int hours, String name, UserStatus status) {
        return add(hours, name, Role.STANDARD, status);
    }

    private User add(int hours, String name, Role role, UserStatus status) {
        return at(hours, () -> tenant.add(TestTenant.person(name, role, status)));
    }

    private void signIn(int hours, User user) {
        desk.run(() -> desk.bean(UserAccounts.class).noteSignIn(user.id(), hours(hours)));
    }

    private Actor inPerson(User user) {
        return Actor.user(tenant.id(), user.id(), Role.SYSTEM_ADMIN);
    }

    private <T> T at(int hours, java.util.function.Supplier<T> call) {
        desk.clock().set(hours(hours));
        return call.get();
    }

    private static Instant hours(int hours) {
        return START.plus(Duration.ofHours(hours));
    }
}
