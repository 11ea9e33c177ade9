package org.licencedesk.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserDirectoryIT {
    private static final Set<UserStatus> ALL = EnumSet.allOf(UserStatus.class);

    private final Desk desk = Desk.open();
    private final UserDirectory directory = desk.bean(UserDirectory.class);
    private final TestTenant tenant = TestTenant.of(5);

    @BeforeAll
    void fill() {
        AwkwardUsers.store(desk, tenant.id(), 330);
        AwkwardUsers.store(desk, TestTenant.of(5).id(), 40);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void pages_one_after_the_other_are_the_list(Wanted wanted) {
        ListModel model = new ListModel(desk, tenant.id());
        for (UserSort sort : UserQueries.sorts()) {
            UserQuery all = wanted.query(sort, Optional.empty(), 200);
            assertThat(walk(wanted, sort, 23)).as("%s by %s", wanted, sort).isEqualTo(model.list(all));
        }
    }

    static Stream<Wanted> filters() {
        List<Wanted> filters = new ArrayList<>();
        for (UserStatus status : UserStatus.values()) {
            filters.add(new Wanted(EnumSet.of(status), Optional.empty(), Optional.empty()));
        }
        Set<UserStatus> two = EnumSet.of(UserStatus.LOCKED, UserStatus.ROOM);
        Set<UserStatus> seated = UserQuery.statuses(ALL, Optional.of(true));
        filters.add(new Wanted(ALL, Optional.empty(), Optional.empty()));
        filters.add(new Wanted(two, Optional.empty(), Optional.empty()));
        filters.add(new Wanted(seated, Optional.empty(), Optional.empty()));
        filters.add(new Wanted(UserQuery.statuses(ALL, Optional.of(false)), Optional.empty(), Optional.empty()));
        filters.add(new Wanted(
                UserQuery.statuses(EnumSet.of(UserStatus.ROOM), Optional.of(true)),
                Optional.empty(),
                Optional.empty()));
        for (Role role : List.of(Role.STANDARD, Role.SYSTEM_ADMIN)) {
            filters.add(new Wanted(ALL, Optional.of(role), Optional.empty()));
            filters.add(new Wanted(two, Optional.of(role), Optional.empty()));
        }
        for (String prefix : List.of(
                "",
                "a",
                "AD",
                "ada",
                "Ada%",
                "zoë",
                "zo",
                "%",
                "%%",
                "_",
                "50_",
                "50%",
                "!",
                "!ba",
                "\\",
                "o'b",
                "\uD83D\uDE00",
                "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00",
                "\u0645",
                "席",
                " ",
                "m1",
                "first.admin@",
                "nobody")) {
            filters.add(new Wanted(ALL, Optional.empty(), Optional.of(prefix)));
        }
        filters.add(new Wanted(seated, Optional.of(Role.STANDARD), Optional.of("a")));
        filters.add(new Wanted(two, Optional.empty(), Optional.of("ada")));
        return filters.stream();
    }

    @Test
    void a_walk_meets_every_lasting_row_once_whatever_comes_and_goes_meanwhile() {
        Random random = new Random(17);
        for (UserSort sort : UserQueries.sorts()) {
            TestTenant moving = TestTenant.of(5);
            AwkwardUsers.store(desk, moving.id(), 120);
            List<UserId> atFirst = ids(AwkwardUsers.living(desk, moving.id()));
            List<UserId> going = new ArrayList<>(atFirst.subList(1, 40));
            List<UserId> met = new ArrayList<>();
            Optional<String> next = Optional.empty();
            do {
                UserQuery query = new UserQuery(ALL, Optional.empty(), Optional.empty(), sort, next, 7);
                Page<User> page = list(moving, query);
                met.addAll(ids(page.items()));
                next = page.next();
                UserId gone = going.remove(random.nextInt(going.size()));
                desk.rows("select 1"); // another transaction in between, as anybody's
                desk.run(() -> desk.entities()
                        .find(UserAccount.class, gone.value())
                        .delete(desk.clock().now()));
                moving.add(TestTenant.person("new" + random.nextInt(1_000_000), Role.STANDARD, UserStatus.INACTIVE));
            } while (next.isPresent() && !going.isEmpty());
            List<UserId> lasting = new ArrayList<>(atFirst);
            lasting.removeAll(atFirst.subList(1, 40));
            assertThat(met).as("by %s", sort).doesNotHaveDuplicates().containsAll(lasting);
        }
    }

    @Test
    void a_page_is_one_statement_whatever_is_asked_for() {
        UserQueries.all().forEach(query -> assertThat(desk.statementsOf(() -> list(tenant, query)))
                .hasSize(1));
    }

    @Test // R1, R3
    void only_a_system_admin_of_the_tenant_sees_its_users() {
        UserId user = tenant.firstAdmin().id();
        Actor standard = Actor.user(tenant.id(), UserId.create(), Role.STANDARD);
        Actor stranger = TestTenant.of(1).admin();
        assertThat(desk.commit(() -> directory.get(tenant.id(), user, tenant.admin())))
                .isEqualTo(tenant.firstAdmin());
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> desk.commit(() -> directory.get(tenant.id(), user, standard)));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> desk.commit(() -> directory.get(tenant.id(), user, stranger)));
        TestTenant other = TestTenant.of(1);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> desk.commit(() -> directory.get(other.id(), user, other.admin())));
    }

    private List<User> walk(Wanted wanted, UserSort sort, int size) {
        Map<UserId, User> met = new LinkedHashMap<>();
        List<User> rows = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page<User> page = list(tenant, wanted.query(sort, next, size));
            rows.addAll(page.items());
            page.items().forEach(user -> assertThat(met.put(user.id(), user)).isNull());
            next = page.next();
            assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
        } while (next.isPresent());
        return rows;
    }

    private Page<User> list(TestTenant of, UserQuery query) {
        return desk.commit(() -> directory.list(of.id(), query, of.admin()));
    }

    private static List<UserId> ids(List<User> users) {
        return users.stream().map(User::id).toList();
    }

    /** A filter. */
    record Wanted(Set<UserStatus> statuses, Optional<Role> role, Optional<String> prefix) {
        UserQuery query(UserSort sort, Optional<String> cursor, int size) {
            return new UserQuery(statuses, role, prefix, sort, cursor, size);
        }
    }
}
