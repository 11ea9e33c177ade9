package org.licencedesk.record.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.directory.User;

/** What is found in a ledger by each filter, in which order, and by which index it is read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerSearchIT {
    private static final int WRITTEN = 600;
    private static final Pattern NAMED_INDEX = Pattern.compile("force index \\((\\w+)\\)");

    private final Desk desk = Desk.open();
    private final LedgerSearch search = desk.bean(LedgerSearch.class);
    private final TestTenant tenant = createdBefore();
    private final TestTenant other = createdBefore();
    private final List<UserId> users = new ArrayList<>();

    private static TestTenant createdBefore() {
        Desk.open().clock().set(AwkwardLedger.START.minus(Duration.ofDays(1)));
        return TestTenant.of(50);
    }

    @BeforeAll
    void fill() {
        for (String name : List.of("ada", "bob", "cy")) {
            users.add(add(tenant, name).id());
        }
        AwkwardLedger.write(desk, tenant, users, WRITTEN);
        AwkwardLedger.write(desk, other, List.of(add(other, "zoe").id()), 50);
    }

    private static User add(TestTenant tenant, String name) {
        return tenant.add(TestTenant.person(name, Role.STANDARD, UserStatus.INACTIVE));
    }

    @ParameterizedTest // R38
    @MethodSource("filters")
    void a_walk_finds_what_the_filter_wants_once_and_the_newest_first(LedgerFilter filter) {
        List<Long> wanted = everything().stream()
                .filter(entry -> passes(filter, entry))
                .map(LedgerEntry::sequence)
                .sorted(Comparator.reverseOrder())
                .toList();
        assertThat(walk(filter, 17)).isEqualTo(wanted);
        assertThat(walk(filter, WRITTEN * 2)).isEqualTo(wanted);
    }

    private boolean passes(LedgerFilter filter, LedgerEntry entry) {
        return (filter.user().isEmpty() || filter.user().equals(entry.user()))
                && filter.kinds().contains(entry.kind())
                && filter.doors().contains(entry.door())
                && filter.from().filter(from -> entry.at().isBefore(from)).isEmpty()
                && filter.to().filter(to -> !entry.at().isBefore(to)).isEmpty();
    }

    private Stream<LedgerFilter> filters() {
        List<LedgerFilter> filters = new ArrayList<>();
        for (Optional<UserId> user : List.of(Optional.<UserId>empty(), Optional.of(users.get(0)))) {
            for (Set<EntryKind> kinds : kinds()) {
                for (Set<Door> doors : doors()) {
                    for (Optional<Instant> from : times(30)) {
                        for (Optional<Instant> to : times(90)) {
                            filters.add(new LedgerFilter(user, kinds, doors, from, to));
                        }
                    }
                }
            }
        }
        return filters.stream();
    }

    private static List<Set<EntryKind>> kinds() {
        return List.of(
                EnumSet.allOf(EntryKind.class),
                EnumSet.of(EntryKind.SEAT_TAKEN, EntryKind.SEAT_RELEASED, EntryKind.TENANT_CREATED));
    }

    private static List<Set<Door>> doors() {
        return List.of(EnumSet.allOf(Door.class), EnumSet.of(Door.WIZARD, Door.API));
    }

    private static List<Optional<Instant>> times(int steps) {
        return List.of(Optional.empty(), Optional.of(AwkwardLedger.START.plus(AwkwardLedger.STEP.multipliedBy(steps))));
    }

    @Test
    void a_time_counts_its_first_instant_and_not_its_last() {
        Instant at = AwkwardLedger.START.plus(AwkwardLedger.STEP.multipliedBy(7));
        Instant next = at.plus(Duration.ofNanos(1000));
        assertThat(found(within(at, next))).hasSize(4).allSatisfy(entry -> assertThat(entry.at())
                .isEqualTo(at));
        assertThat(found(within(at.minus(Duration.ofNanos(1000)), at))).isEmpty();
        assertThat(found(within(next, at.plus(AwkwardLedger.STEP)))).isEmpty();
        assertThat(found(within(next, at.plus(AwkwardLedger.STEP).plusNanos(1000))))
                .hasSize(4);
    }

    @Test
    void a_time_before_the_ledger_or_behind_it_finds_nothing() {
        Instant start = AwkwardLedger.START;
        assertThat(found(within(start.minus(Duration.ofDays(9)), start.minus(Duration.ofDays(8)))))
                .isEmpty();
        assertThat(found(within(start.plus(Duration.ofDays(99)), start.plus(Duration.ofDays(100)))))
                .isEmpty();
    }

    @Test
    void a_time_that_ends_before_it_begins_is_refused_at_its_end() {
        Instant at = AwkwardLedger.START;
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> within(at, at))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("to"));
    }

    @Test
    void no_kind_or_no_door_finds_nothing() {
        LedgerFilter all = LedgerFilter.everything();
        assertThat(found(new LedgerFilter(Optional.empty(), Set.of(), all.doors(), all.from(), all.to())))
                .isEmpty();
        assertThat(found(new LedgerFilter(Optional.empty(), all.kinds(), Set.of(), all.from(), all.to())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.5", "one", "1234567890123456789"})
    void what_is_no_cursor_is_refused(String cursor) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> page(LedgerFilter.everything(), Optional.of(cursor), 5))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("cursor"));
    }

    @Test // R22, R38
    void a_user_has_a_history_of_twenty_entries_also_when_deleted() {
        desk.clock().set(AwkwardLedger.START);
        TestTenant own = TestTenant.of(10);
        UserId user = add(own, "ada").id();
        for (int i = 0; i < 12; i++) {
            own.change(user, UserStatus.ACTIVE, Optional.empty());
            own.change(user, UserStatus.ROOM, Optional.empty());
        }
        own.delete(user, own.admin());
        List<LedgerEntry> history = desk.commit(() -> search.ofUser(own.id(), user, own.admin()));
        assertThat(history).hasSize(20).allSatisfy(entry -> assertThat(entry.user())
                .hasValue(user));
        assertThat(history)
                .extracting(LedgerEntry::kind)
                .startsWith(EntryKind.USER_DELETED, EntryKind.SEAT_RELEASED, EntryKind.SEAT_TAKEN);
        assertThat(history).extracting(LedgerEntry::sequence).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void what_was_before_is_the_users_own_entry_or_the_one_before_in_the_ledger() {
        List<LedgerEntry> oldestFirst = everything();
        Map<Long, Long> wanted = new HashMap<>();
        Map<Optional<UserId>, Long> last = new HashMap<>();
        for (LedgerEntry entry : oldestFirst) {
            Optional.ofNullable(entry.user().isPresent() ? last.get(entry.user()) : Long.valueOf(entry.sequence() - 1))
                    .filter(sequence -> sequence > 0)
                    .ifPresent(sequence -> wanted.put(entry.sequence(), sequence));
            last.put(entry.user(), entry.sequence());
        }

        Map<Long, LedgerEntry> before = desk.commit(() -> search.before(tenant.id(), oldestFirst, tenant.admin()));

        assertThat(before).hasSameSizeAs(wanted);
        before.forEach((sequence, entry) -> assertThat(entry.sequence()).isEqualTo(wanted.get(sequence)));
        assertThat(desk.commit(() -> search.before(tenant.id(), List.of(), tenant.admin())))
                .isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> desk.commit(() -> search.before(tenant.id(), oldestFirst, other.admin())));
    }

    @Test // R3
    void a_user_of_another_tenant_has_no_history_here() {
        assertThat(desk.commit(() -> search.ofUser(other.id(), users.get(0), other.admin())))
                .isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> desk.commit(() -> search.ofUser(tenant.id(), users.get(0), other.admin())));
    }

    @Test // R1
    void a_standard_user_is_refused() {
        Actor standard = Actor.user(tenant.id(), users.get(0), Role.STANDARD);
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> desk.commit(
                        () -> search.find(tenant.id(), LedgerFilter.everything(), PageRequest.first(5), standard)));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void is_read_backwards_from_the_index_that_is_named(LedgerFilter filter) {
        String sql = LedgerStatement.of(filter, 6);
        assertThat(reads(sql, query -> {
                    query.setParameter("tenant", tenant.id().value())
                            .setParameter("first", 100L)
                            .setParameter("before", 400L);
                    filter.user().ifPresent(user -> query.setParameter("user", user.value()));
                }))
                .isNotEmpty()
                .allSatisfy(read -> assertThat(read.key()).isIn(indexes(sql)));
    }

    @Test
    void a_time_is_found_by_one_reading_of_its_index() {
        Instant at = AwkwardLedger.START;
        List<String> statements = desk.statementsOf(() -> found(within(at, at.plus(AwkwardLedger.STEP)))).stream()
                .filter(sql -> sql.contains("at >="))
                .toList();
        assertThat(statements).hasSize(2).allSatisfy(sql -> assertThat(reads(
                        sql, query -> query.setParameter(1, tenant.id().value()).setParameter(2, at)))
                .extracting(Read::key)
                .containsExactly("ledger_at"));
    }

    private static Set<String> indexes(String sql) {
        return Stream.concat(
                        Stream.of("primary"), NAMED_INDEX.matcher(sql).results().map(hit -> hit.group(1)
                                .toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    /** How each table of entries is read; the order of a page that is put together of several is not looked at. */
    private List<Read> reads(String sql, Consumer<Query> parameters) {
        List<?> lines = desk.commit(() -> {
            Query query = desk.entities().createNativeQuery("explain " + sql);
            parameters.accept(query);
            return query.getResultList();
        });
        List<Read> reads = lines.stream()
                .map(line -> Read.of((Object[]) line))
                .filter(read -> Set.of("ledger_entry", "e").contains(read.table()))
                .toList();
        assertThat(reads).allSatisfy(read -> {
            assertThat(read.type()).isIn("range", "eq_ref", "ref");
            assertThat(read.extra()).doesNotContain("filesort");
        });
        return reads;
    }

    /** A line of EXPLAIN. */
    private record Read(String table, String type, String key, String extra) {
        static Read of(Object[] columns) {
            return new Read(text(columns[2]), text(columns[3]), text(columns[5]), text(columns[9]));
        }

        private static String text(Object column) {
            return String.valueOf(column).toLowerCase(Locale.ROOT);
        }
    }

    private static LedgerFilter within(Instant from, Instant to) {
        LedgerFilter all = LedgerFilter.everything();
        return new LedgerFilter(Optional.empty(), all.kinds(), all.doors(), Optional.of(from), Optional.of(to));
    }

    private List<LedgerEntry> found(LedgerFilter filter) {
        return page(filter, Optional.empty(), WRITTEN * 2).items();
    }

    private Page<LedgerEntry> page(LedgerFilter filter, Optional<String> cursor, int size) {
        return desk.commit(() -> search.find(tenant.id(), filter, new PageRequest(cursor, size), tenant.admin()));
    }

    private List<Long> walk(LedgerFilter filter, int size) {
        List<Long> met = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<LedgerEntry> page = page(filter, cursor, size);
            page.items().forEach(entry -> met.add(entry.sequence()));
            cursor = page.next();
        } while (cursor.isPresent());
        return met;
    }

    private List<LedgerEntry> everything() {
        return desk.commit(() -> desk.bean(Ledger.class).after(tenant.id(), 0, WRITTEN * 2, tenant.admin()))
                .items();
    }
}
