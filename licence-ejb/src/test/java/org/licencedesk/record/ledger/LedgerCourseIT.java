package org.licencedesk.record.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.record.ledger.LedgerCourse.Point;
import org.licencedesk.seats.allowance.Figures;

/** How the figures are drawn over a time: each change of a few, and so many points of very many. */
class LedgerCourseIT {
    private static final Instant START = Instant.parse("2026-03-10T09:00:00Z");

    private final Desk desk = Desk.open();
    private final LedgerCourse course = desk.bean(LedgerCourse.class);
    private final TestTenant tenant = createdAtStart();

    private TestTenant createdAtStart() {
        now(0);
        return TestTenant.of(10);
    }

    @Test // R38
    void a_few_changes_are_all_shown_between_the_ends_of_the_time() {
        now(2);
        UserId user = add("ada");
        now(4);
        tenant.correct(7);
        now(6);
        tenant.delete(user, tenant.admin());
        now(9);
        assertThat(over(1, 8))
                .containsExactly(point(1, 10, 1), point(2, 10, 2), point(4, 7, 2), point(6, 7, 1), point(8, 7, 1));
        assertThat(over(2, 4)).containsExactly(point(2, 10, 2), point(4, 7, 2));
        assertThat(over(3, 3)).containsExactly(point(3, 10, 2));
    }

    @Test // R38
    void it_begins_with_the_tenant_and_ends_now() {
        now(2);
        add("ada");
        now(5);
        assertThat(over(-100, 100)).containsExactly(point(0, 10, 1), point(2, 10, 2), point(5, 10, 2));
        assertThat(over(-100, -1)).isEmpty();
        assertThat(over(6, 100)).isEmpty();
    }

    @Test // R38
    void of_very_many_changes_the_figures_at_two_hundred_instants_are_shown() {
        changes(LedgerCourse.POINTS);
        List<Point> points = over(0, LedgerCourse.POINTS);
        assertThat(points).hasSize(LedgerCourse.POINTS);
        assertThat(points).extracting(Point::at).startsWith(hours(0)).endsWith(hours(LedgerCourse.POINTS));
        assertThat(points).extracting(Point::at).isSorted().doesNotHaveDuplicates();
        assertThat(points).allSatisfy(point -> assertThat(point.figures()).isEqualTo(figuresAt(point.at())));
        assertThat(points.stream().map(Point::figures).distinct().count()).isGreaterThan(190);
    }

    @Test
    void as_many_changes_as_there_are_points_beside_the_ends_are_all_shown_and_one_more_is_not() {
        int fit = LedgerCourse.POINTS - 2;
        changes(fit + 1);
        assertThat(over(0, fit)).hasSize(fit + 1).last().isEqualTo(point(fit, 10 + fit, 1));
        assertThat(desk.statementsOf(() -> over(0, fit))).noneMatch(LedgerCourseIT::samples);
        assertThat(desk.statementsOf(() -> over(0, fit + 1))).anyMatch(LedgerCourseIT::samples);
    }

    @Test
    void a_time_that_is_shorter_than_two_hundred_instants_has_no_point_twice() {
        changes(LedgerCourse.POINTS);
        Instant last = hours(LedgerCourse.POINTS);
        desk.clock().set(last);
        for (int i = 0; i < LedgerCourse.POINTS; i++) {
            tenant.correct(1000 + i);
        }
        List<Point> points =
                desk.commit(() -> course.over(tenant.id(), last.minus(Duration.ofNanos(50_000)), last, tenant.admin()));
        assertThat(points).extracting(Point::at).isSorted().doesNotHaveDuplicates();
        assertThat(points).last().isEqualTo(new Point(last, tenant.figures()));
    }

    @Test
    void each_point_is_one_reading_of_an_index() {
        changes(LedgerCourse.POINTS);
        String sql = desk.statementsOf(() -> over(0, 1000)).stream()
                .filter(LedgerCourseIT::samples)
                .findFirst()
                .orElseThrow();
        List<Object> parameters = new ArrayList<>();
        for (int i = 0; i < LedgerCourse.POINTS; i++) {
            parameters.add(tenant.id().value());
            parameters.add(hours(i));
        }
        List<Object[]> reads = desk.rows("explain " + sql, parameters.toArray()).stream()
                .map(row -> (Object[]) row)
                .filter(row -> "ledger_entry".equals(row[2]))
                .toList();
        assertThat(reads).hasSize(LedgerCourse.POINTS).allSatisfy(row -> {
            assertThat(row[3]).isEqualTo("range");
            assertThat(row[5]).isEqualTo("ledger_at");
            assertThat(String.valueOf(row[9]).toLowerCase(Locale.ROOT)).doesNotContain("filesort");
        });
    }

    @Test
    void a_time_that_ends_before_it_begins_is_refused_at_its_end() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> over(2, 1))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("to"));
    }

    @Test // R1, R3
    void nobody_sees_it_who_does_not_see_the_ledger() {
        Actor standard = Actor.user(tenant.id(), UserId.create(), Role.STANDARD);
        Actor stranger = TestTenant.of(1).admin();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> over(0, 1, standard));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> over(0, 1, stranger));
    }

    private static boolean samples(String sql) {
        return sql.contains("union all");
    }

    /** Another maximum each hour, from the first on. */
    private void changes(int many) {
        for (int i = 1; i <= many; i++) {
            now(i);
            tenant.correct(10 + i);
        }
    }

    private UserId add(String name) {
        return tenant.add(TestTenant.person(name, Role.STANDARD, UserStatus.ACTIVE))
                .id();
    }

    private Figures figuresAt(Instant at) {
        return desk.commit(() -> desk.bean(Ledger.class).figuresAt(tenant.id(), at, tenant.admin()));
    }

    private List<Point> over(int from, int to) {
        return over(from, to, tenant.admin());
    }

    private List<Point> over(int from, int to, Actor actor) {
        return desk.commit(() -> course.over(tenant.id(), hours(from), hours(to), actor));
    }

    private static Point point(int hours, int maximum, int occupied) {
        return new Point(hours(hours), new Figures(maximum, occupied));
    }

    private void now(int hours) {
        desk.clock().set(hours(hours));
    }

    private static Instant hours(int hours) {
        return START.plus(Duration.ofHours(hours));
    }
}
