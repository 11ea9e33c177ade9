package org.licencedesk.seats.directory;

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
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.change.EditUser;
import org.licencedesk.seats.change.UserEditing;
import org.licencedesk.seats.change.UserRemoval;

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

    @Test // R42
    void the_beginning_of_every_word_is_found_without_case_and_accents() {
        TestTenant own = TestTenant.of(9);
        User zoe = own.add(named("zoe\u0308.mu\u0308ller", "Zoë Müller-Lüdenscheidt", "z.m@büro.example"));
        User lodz = own.add(named("lodz", "Łucja Østergård", "lucja@x.example"));
        User ono = own.add(named("ono", "オノ ヨーコ", "ono@x.example"));

        for (String typed : List.of(
                "Zoë",
                "zoe\u0308",
                "ZOE",
                "mull",
                "MÜLL",
                "luden",
                "Zoe Lud",
                "Müller, Zoë",
                "zoe.mu",
                "Müller-L",
                "z.m@b",
                "buro",
                "\uFF3A\uFF4F\uFF45")) {
            assertThat(found(own, typed)).as(typed).containsExactly(zoe.id());
        }
        assertThat(found(own, "lucja ost")).containsExactly(lodz.id());
        assertThat(found(own, "おの")).containsExactly(ono.id());
        for (String typed : List.of("oë", "uller", "zoe x", "zoe-mu", "Zoe%", "_oe", "zoe!")) {
            assertThat(found(own, typed)).as(typed).isEmpty();
        }
        assertThat(found(own, " \u00a0")).hasSize(4);
    }

    @Test // R22, R42
    void a_user_is_found_by_the_names_of_today_and_a_tombstone_on_its_page_until_it_is_erased() {
        TestTenant own = TestTenant.of(9);
        User anna = own.add(named("anna.berg", "Anna Berg", "anna@x.example"));
        UserEditing editing = desk.bean(UserEditing.class);
        desk.run(() -> editing.edit(new EditUser(
                own.id(),
                anna.id(),
                Optional.empty(),
                Optional.of(new DisplayName("Anna Lindt")),
                Optional.empty(),
                Optional.empty(),
                Expected.anything(),
                own.admin(),
                Door.API)));
        assertThat(found(own, "lin")).containsExactly(anna.id());
        assertThat(found(own, "ann berg")).containsExactly(anna.id());
        desk.run(() -> editing.edit(new EditUser(
                own.id(),
                anna.id(),
                Optional.of(new UserName("lindt")),
                Optional.empty(),
                Optional.of(Optional.of(new EmailAddress("a@x.example"))),
                Optional.empty(),
                Expected.anything(),
                own.admin(),
                Door.API)));
        assertThat(found(own, "berg")).isEmpty();
        assertThat(buried(own, "lin")).isEmpty();

        own.delete(anna.id(), own.admin());
        assertThat(found(own, "lin")).isEmpty();
        assertThat(buried(own, "lin ann")).containsExactly(anna.id());
        desk.run(() -> desk.bean(UserRemoval.class).erase(own.id(), anna.id(), own.admin()));
        assertThat(buried(own, "lin")).isEmpty();
        assertThat(desk.rows(
                        "select word from user_word where user_id = ?1",
                        anna.id().value()))
                .isEmpty();
    }

    private static NewUser named(String userName, String displayName, String email) {
        return new NewUser(
                new UserName(userName),
                new DisplayName(displayName),
                Optional.of(new EmailAddress(email)),
                Role.STANDARD,
                UserStatus.INACTIVE);
    }

    private List<UserId> found(TestTenant where, String typed) {
        UserFilter filter = new UserFilter(ALL, Optional.empty(), Optional.of(typed));
        List<UserId> found = ids(
                list(where, UserQuery.longest(filter, UserSort.BY_USER_NAME)).items());
        assertThat(desk.commit(() -> directory.count(where.id(), filter, where.admin())))
                .isEqualTo(new Count(found.size(), false));
        return found;
    }

    private List<UserId> buried(TestTenant where, String typed) {
        return desk
                .commit(() -> directory.deleted(where.id(), Optional.of(typed), PageRequest.first(50), where.admin()))
                .items()
                .stream()
                .map(tombstone -> tombstone.user().id())
                .toList();
    }

    @Test // R3, R22
    void by_name_the_deleted_are_found_behind_the_living_and_the_erased_are_not() {
        TestTenant own = TestTenant.of(9);
        own.add(TestTenant.person("may%", Role.STANDARD, UserStatus.INACTIVE));
        own.add(TestTenant.person("maya", Role.STANDARD, UserStatus.INACTIVE));
        for (String name : List.of("may", "mayor", "mayday")) {
            own.delete(
                    own.add(TestTenant.person(name, Role.STANDARD, UserStatus.INACTIVE))
                            .id(),
                    own.admin());
        }
        desk.run(() -> desk.entities()
                .createNativeQuery("update user_account set erased_at = deleted_at where user_name = 'mayday'")
                .executeUpdate());

        assertThat(everNamed(own, "MAY", 5, own.admin())).containsExactly("may%", "maya", "may", "mayor");
        assertThat(everNamed(own, "may%", 5, own.admin())).containsExactly("may%");
        assertThat(everNamed(own, "may", 1, own.admin())).containsExactly("may%", "may");
        assertThat(everNamed(tenant, "mayor", 5, tenant.admin())).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> everNamed(own, "may", 5, tenant.admin()));
    }

    private List<String> everNamed(TestTenant where, String prefix, int most, Actor actor) {
        return desk.commit(() -> directory.everNamed(where.id(), prefix, most, actor)).stream()
                .map(User::userName)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void pages_one_after_the_other_are_the_list(UserFilter wanted) {
        ListModel model = new ListModel(desk, tenant.id());
        for (UserSort sort : UserQueries.sorts()) {
            UserQuery all = new UserQuery(wanted, sort, Optional.empty(), 200);
            assertThat(walk(wanted, sort, 23)).as("%s by %s", wanted, sort).isEqualTo(model.list(all));
        }
    }

    static Stream<UserFilter> filters() {
        List<UserFilter> filters = new ArrayList<>();
        for (UserStatus status : UserStatus.values()) {
            filters.add(new UserFilter(EnumSet.of(status), Optional.empty(), Optional.empty()));
        }
        Set<UserStatus> two = EnumSet.of(UserStatus.LOCKED, UserStatus.ROOM);
        Set<UserStatus> seated = UserFilter.statuses(ALL, Optional.of(true));
        filters.add(new UserFilter(ALL, Optional.empty(), Optional.empty()));
        filters.add(new UserFilter(two, Optional.empty(), Optional.empty()));
        filters.add(new UserFilter(seated, Optional.empty(), Optional.empty()));
        filters.add(new UserFilter(UserFilter.statuses(ALL, Optional.of(false)), Optional.empty(), Optional.empty()));
        filters.add(new UserFilter(
                UserFilter.statuses(EnumSet.of(UserStatus.ROOM), Optional.of(true)),
                Optional.empty(),
                Optional.empty()));
        for (Role role : List.of(Role.STANDARD, Role.SYSTEM_ADMIN)) {
            filters.add(new UserFilter(ALL, Optional.of(role), Optional.empty()));
            filters.add(new UserFilter(two, Optional.of(role), Optional.empty()));
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
                "off",
                "per 50",
                "brien",
                "slash",
                "décomposed ZOE",
                "strasse",
                "STRAßE",
                "example org a",
                "example.org",
                "n1",
                "さ",
                "nobody")) {
            filters.add(new UserFilter(ALL, Optional.empty(), Optional.of(prefix)));
        }
        filters.add(new UserFilter(seated, Optional.of(Role.STANDARD), Optional.of("a")));
        filters.add(new UserFilter(two, Optional.empty(), Optional.of("ada")));
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
                UserQuery query = new UserQuery(everybody(), sort, next, 7);
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void pages_can_be_turned_back_to_the_first_and_are_the_same_pages(UserFilter wanted) {
        for (UserSort sort : UserQueries.sorts()) {
            List<List<User>> forth = new ArrayList<>();
            UserSlice page = page(wanted, sort, Optional.empty());
            assertThat(page.previous()).isEmpty();
            forth.add(page.items());
            while (page.next().isPresent()) {
                page = page(wanted, sort, page.next());
                forth.add(page.items());
            }
            List<List<User>> back = new ArrayList<>(List.of(page.items()));
            while (page.previous().isPresent()) {
                page = page(wanted, sort, page.previous());
                assertThat(page.next()).isPresent();
                back.add(0, page.items());
            }
            assertThat(back).as("%s by %s", wanted, sort).isEqualTo(forth);
        }
    }

    @Test
    void whoever_is_put_before_the_first_page_meanwhile_is_on_one_of_their_own() {
        TestTenant own = TestTenant.of(1);
        for (String name : List.of("m1", "m2", "m3")) {
            own.add(TestTenant.person(name, Role.STANDARD, UserStatus.INACTIVE));
        }
        UserSlice first = page(own, everybody(), UserSort.BY_USER_NAME, Optional.empty(), 2);
        UserSlice second = page(own, everybody(), UserSort.BY_USER_NAME, first.next(), 2);
        own.add(TestTenant.person("a", Role.STANDARD, UserStatus.INACTIVE));
        UserSlice turned = page(own, everybody(), UserSort.BY_USER_NAME, second.previous(), 2);
        assertThat(turned.items()).isEqualTo(first.items());
        UserSlice before = page(own, everybody(), UserSort.BY_USER_NAME, turned.previous(), 2);
        assertThat(before.items()).extracting(User::userName).containsExactly("a");
        assertThat(before.previous()).isEmpty();
        assertThat(page(own, everybody(), UserSort.BY_USER_NAME, before.next(), 2)
                        .items())
                .isEqualTo(first.items());
    }

    @Test
    void a_cursor_that_turns_back_is_none_of_a_list_that_cannot() {
        UserSlice first = page(everybody(), UserSort.BY_USER_NAME, Optional.empty());
        UserSlice second = page(everybody(), UserSort.BY_USER_NAME, first.next());
        UserQuery query = new UserQuery(everybody(), UserSort.BY_USER_NAME, second.previous(), 23);
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> list(tenant, query));
        UserSort other = UserSort.parse("displayName").orElseThrow();
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> page(everybody(), other, second.previous()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void the_count_is_the_length_of_the_list(UserFilter wanted) {
        int length = new ListModel(desk, tenant.id())
                .list(new UserQuery(wanted, UserSort.BY_USER_NAME, Optional.empty(), 200))
                .size();
        assertThat(desk.commit(() -> directory.count(tenant.id(), wanted, tenant.admin())))
                .isEqualTo(new Count(length, false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void a_walk_of_all_shows_the_list(UserFilter wanted) {
        UserSort sort = UserSort.parse("-displayName").orElseThrow();
        List<User> met = new ArrayList<>();
        desk.run(() ->
                desk.bean(UserWalk.class).walk(tenant.id(), UserQuery.longest(wanted, sort), tenant.admin(), met::add));
        assertThat(met)
                .isEqualTo(new ListModel(desk, tenant.id()).list(new UserQuery(wanted, sort, Optional.empty(), 200)));
    }

    @Test
    void a_page_is_one_statement_whatever_is_asked_for_and_one_more_that_weighs_the_words_of_a_search() {
        UserQueries.all().forEach(query -> assertThat(desk.statementsOf(() -> list(tenant, query)))
                .hasSize(query.filter().sought().isPresent() ? 2 : 1));
    }

    /** Others of these tests sign the first System Admin in. */
    private User asStored(UserId id) {
        UserFilter first =
                new UserFilter(EnumSet.allOf(UserStatus.class), Optional.empty(), Optional.of("first.admin"));
        return new ListModel(desk, tenant.id())
                .list(new UserQuery(first, UserSort.BY_USER_NAME, Optional.empty(), 200)).stream()
                        .filter(user -> user.id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    @Test // R1, R3
    void only_a_system_admin_of_the_tenant_sees_its_users() {
        UserId user = tenant.firstAdmin().id();
        Actor standard = Actor.user(tenant.id(), UserId.create(), Role.STANDARD);
        Actor stranger = TestTenant.of(1).admin();
        assertThat(desk.commit(() -> directory.get(tenant.id(), user, tenant.admin())))
                .isEqualTo(asStored(user));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> desk.commit(() -> directory.get(tenant.id(), user, standard)));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> desk.commit(() -> directory.get(tenant.id(), user, stranger)));
        TestTenant other = TestTenant.of(1);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> desk.commit(() -> directory.get(other.id(), user, other.admin())));
    }

    private List<User> walk(UserFilter wanted, UserSort sort, int size) {
        Map<UserId, User> met = new LinkedHashMap<>();
        List<User> rows = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page<User> page = list(tenant, new UserQuery(wanted, sort, next, size));
            rows.addAll(page.items());
            page.items().forEach(user -> assertThat(met.put(user.id(), user)).isNull());
            next = page.next();
            assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
        } while (next.isPresent());
        return rows;
    }

    private UserSlice page(UserFilter wanted, UserSort sort, Optional<String> cursor) {
        return page(tenant, wanted, sort, cursor, 23);
    }

    private UserSlice page(TestTenant of, UserFilter wanted, UserSort sort, Optional<String> cursor, int size) {
        UserQuery query = new UserQuery(wanted, sort, cursor, size);
        return desk.commit(() -> directory.page(of.id(), query, of.admin()));
    }

    private static UserFilter everybody() {
        return new UserFilter(ALL, Optional.empty(), Optional.empty());
    }

    private Page<User> list(TestTenant of, UserQuery query) {
        return desk.commit(() -> directory.list(of.id(), query, of.admin()));
    }

    private static List<UserId> ids(List<User> users) {
        return users.stream().map(User::id).toList();
    }
}
