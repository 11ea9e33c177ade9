package org.licencedesk.seats.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.record.ledger.Ledger;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.IncreaseNotConfirmed;
import org.licencedesk.seats.directory.DisplayName;
import org.licencedesk.seats.directory.NewUser;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.directory.UserFilter;
import org.licencedesk.seats.directory.UserName;

/** Many users at once. */
class BulkStatusChangeIT {
    private final Desk desk = Desk.open();
    private final BulkStatusChange bulk = desk.bean(BulkStatusChange.class);
    private final TestTenant tenant = TestTenant.of(3);

    @Test // R16, R18, R19, R35
    void one_consent_buys_exactly_the_seats_that_are_missing_for_all() {
        User held = add("held", UserStatus.LOCKED);
        List<User> waiting = people("w", 4, UserStatus.INACTIVE);
        Set<UserId> ids = ids(waiting);
        ids.add(held.id());

        BulkPreview preview = preview(ids, UserStatus.ACTIVE);
        assertThat(preview.figures()).isEqualTo(new Figures(3, 2));
        assertThat(preview.seats()).isEqualTo(4);
        assertThat(preview.quote().orElseThrow().raiseTo()).isEqualTo(6);
        assertThat(preview.quote().orElseThrow().seats()).isEqualTo(3);
        assertThat(tenant.figures()).isEqualTo(new Figures(3, 2));

        assertThatExceptionOfType(IncreaseNotConfirmed.class)
                .isThrownBy(() -> apply(ids, UserStatus.ACTIVE, Optional.empty(), tenant.admin()))
                .satisfies(refused -> assertThat(refused.facts())
                        .containsEntry("quote", preview.quote().orElseThrow()));
        assertThat(tenant.figures()).isEqualTo(new Figures(3, 2));

        BulkReceipt done =
                apply(ids, UserStatus.ACTIVE, preview.quote().map(quote -> new Consent(quote, true)), tenant.admin());
        assertThat(done.figures()).isEqualTo(new Figures(6, 6));
        assertThat(results(done.outcomes()))
                .containsExactly("held CHANGED", "w0 CHANGED", "w1 CHANGED", "w2 CHANGED", "w3 CHANGED");
        assertThat(done.outcomes())
                .allSatisfy(outcome ->
                        assertThat(outcome.user().orElseThrow().status()).isEqualTo(UserStatus.ACTIVE));
        assertThat(desk.rows(
                        "select count(*) from acceptance where tenant_id = ?1",
                        tenant.id().value()))
                .map(Object::toString)
                .containsExactly("1"); // R29
    }

    @Test // R12, R20
    void nothing_is_asked_where_seats_are_available_or_none_is_needed() {
        Set<UserId> two = ids(people("w", 2, UserStatus.INACTIVE));
        assertThat(preview(two, UserStatus.ACTIVE).quote()).isEmpty();
        assertThat(apply(two, UserStatus.ACTIVE, Optional.empty(), tenant.admin())
                        .figures())
                .isEqualTo(new Figures(3, 3));
        assertThat(apply(two, UserStatus.LOCKED, Optional.empty(), tenant.admin())
                        .figures())
                .isEqualTo(new Figures(3, 3));
        assertThat(apply(two, UserStatus.ROOM, Optional.empty(), tenant.admin()).figures())
                .isEqualTo(new Figures(3, 1));
    }

    @Test // R3, R4
    void who_can_be_changed_is_and_the_others_are_named_with_the_reason() {
        tenant.correct(10);
        User me = add("me", Role.SYSTEM_ADMIN, UserStatus.ACTIVE);
        User third = add("third", Role.SYSTEM_ADMIN, UserStatus.ACTIVE);
        User already = add("already", UserStatus.INACTIVE);
        NewUser queue = new NewUser(
                new UserName("queue"), new DisplayName("Queue"), Optional.empty(), Role.STANDARD, UserStatus.QUEUE);
        Set<UserId> all = ids(List.of(tenant.firstAdmin(), me, third, already, tenant.add(queue)));
        UserId stranger = TestTenant.of(1).firstAdmin().id();
        all.add(stranger);
        Actor inPerson = Actor.user(tenant.id(), me.id(), Role.SYSTEM_ADMIN);
        List<String> expected = List.of(
                "already UNCHANGED",
                "first.admin CHANGED",
                "me REFUSED not-on-yourself",
                "queue REFUSED email-missing",
                "third CHANGED",
                stranger + " REFUSED not-found");

        ChangeStatuses command = new ChangeStatuses(
                tenant.id(), new Selection.Ticked(all), UserStatus.INACTIVE, Optional.empty(), inPerson, Door.UI);
        assertThat(results(desk.commit(() -> bulk.preview(command)).outcomes())).isEqualTo(expected);
        BulkReceipt done = desk.commit(() -> bulk.apply(command));
        assertThat(results(done.outcomes())).isEqualTo(expected);
        assertThat(done.figures()).isEqualTo(new Figures(10, 1));
    }

    @Test // R4
    void of_all_system_admins_one_stays_whoever_asks() {
        tenant.correct(10);
        add("second", Role.SYSTEM_ADMIN, UserStatus.ACTIVE);
        add("third", Role.SYSTEM_ADMIN, UserStatus.ACTIVE);
        assertThat(results(apply(everybody(), UserStatus.LOCKED, tenant.admin()).outcomes()))
                .containsExactly("first.admin CHANGED", "second CHANGED", "third REFUSED last-system-admin");
    }

    @Test
    void all_that_match_are_those_who_match_when_it_happens() {
        add("b", UserStatus.INACTIVE);
        Selection inactive = new Selection.AllThatMatch(
                new UserFilter(EnumSet.of(UserStatus.INACTIVE), Optional.of(Role.STANDARD), Optional.empty()));
        add("a", UserStatus.INACTIVE);
        assertThat(results(apply(inactive, UserStatus.ASSET, tenant.admin()).outcomes()))
                .containsExactly("a CHANGED", "b CHANGED");
        assertThat(apply(inactive, UserStatus.ASSET, tenant.admin()).outcomes()).isEmpty();
        assertThat(apply(new Selection.Ticked(Set.of()), UserStatus.ASSET, tenant.admin())
                        .outcomes())
                .isEmpty();
    }

    @Test // R1, R25
    void neither_the_wizard_nor_a_standard_user_does_it() {
        Actor standard = Actor.user(tenant.id(), UserId.create(), Role.STANDARD);
        for (ChangeStatuses command : List.of(
                new ChangeStatuses(
                        tenant.id(), everybody(), UserStatus.ROOM, Optional.empty(), tenant.admin(), Door.WIZARD),
                new ChangeStatuses(tenant.id(), everybody(), UserStatus.ROOM, Optional.empty(), standard, Door.UI))) {
            assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> desk.commit(() -> bulk.apply(command)));
            assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> desk.commit(() -> bulk.preview(command)));
        }
    }

    @Test // R38
    void a_thousand_are_a_few_statements_and_an_entry_each_and_one_more_is_refused() {
        // So many that no level is passed, of which somebody would have to be told.
        TestTenant many = TestTenant.of(10_000);
        desk.run(() -> IntStream.range(0, 999).forEach(i -> desk.entities()
                .persist(new org.licencedesk.seats.directory.UserAccount(
                        many.id(),
                        TestTenant.person("user" + i, Role.STANDARD, UserStatus.INACTIVE),
                        desk.clock().now()))));
        ChangeStatuses lock = new ChangeStatuses(
                many.id(),
                new Selection.AllThatMatch(
                        new UserFilter(EnumSet.of(UserStatus.INACTIVE), Optional.empty(), Optional.empty())),
                UserStatus.LOCKED,
                Optional.empty(),
                many.admin(),
                Door.UI);
        long before = sent();
        List<String> statements = desk.statementsOf(() -> desk.run(() -> bulk.apply(lock)));
        assertThat(statements.stream().distinct().count()).isLessThanOrEqualTo(7);
        assertThat(sent() - before).isLessThan(2 * 999 + 30);
        assertThat(many.figures()).isEqualTo(new Figures(10_000, 1_000));
        List<LedgerEntry> entries = new ArrayList<>();
        for (long after = 0; after < 1_001; after = entries.size()) {
            long from = after;
            entries.addAll(desk.commit(() -> desk.bean(Ledger.class).after(many.id(), from, 500, many.admin()))
                    .items());
        }
        LedgerProof.check(many.id(), entries);

        Selection everybody = everybody();
        ChangeStatuses all =
                new ChangeStatuses(many.id(), everybody, UserStatus.LOCKED, Optional.empty(), many.admin(), Door.UI);
        assertThat(desk.commit(() -> bulk.preview(all)).outcomes()).hasSize(1_000);
        many.add(TestTenant.person("one.more", Role.STANDARD, UserStatus.ACTIVE));
        assertThat(refusal(all)).isEqualTo("too-many-users {most=1000}");
        Set<UserId> tooMany =
                IntStream.range(0, 1_001).mapToObj(i -> UserId.create()).collect(Collectors.toSet());
        assertThat(refusal(new ChangeStatuses(
                        many.id(),
                        new Selection.Ticked(tooMany),
                        UserStatus.LOCKED,
                        Optional.empty(),
                        many.admin(),
                        Door.UI)))
                .isEqualTo("too-many-users {most=1000}");
    }

    /** How many statements the server has run for whomever. */
    private long sent() {
        return Long.parseLong(String.valueOf(
                ((Object[]) desk.rows("show global status like 'Questions'").get(0))[1]));
    }

    private String refusal(ChangeStatuses command) {
        try {
            return "none, but " + desk.commit(() -> bulk.apply(command));
        } catch (RuleViolation refused) {
            return refused.code() + " " + refused.facts();
        }
    }

    private BulkPreview preview(Set<UserId> users, UserStatus status) {
        ChangeStatuses command = new ChangeStatuses(
                tenant.id(), new Selection.Ticked(users), status, Optional.empty(), tenant.admin(), Door.UI);
        return desk.commit(() -> bulk.preview(command));
    }

    private BulkReceipt apply(Set<UserId> users, UserStatus status, Optional<Consent> consent, Actor actor) {
        ChangeStatuses command =
                new ChangeStatuses(tenant.id(), new Selection.Ticked(users), status, consent, actor, Door.UI);
        return desk.commit(() -> bulk.apply(command));
    }

    private BulkReceipt apply(Selection users, UserStatus status, Actor actor) {
        ChangeStatuses command = new ChangeStatuses(tenant.id(), users, status, Optional.empty(), actor, Door.UI);
        return desk.commit(() -> bulk.apply(command));
    }

    private static Selection everybody() {
        return new Selection.AllThatMatch(
                new UserFilter(EnumSet.allOf(UserStatus.class), Optional.empty(), Optional.empty()));
    }

    private User add(String name, UserStatus status) {
        return add(name, Role.STANDARD, status);
    }

    private User add(String name, Role role, UserStatus status) {
        return tenant.add(TestTenant.person(name, role, status));
    }

    private List<User> people(String prefix, int many, UserStatus status) {
        return IntStream.range(0, many).mapToObj(i -> add(prefix + i, status)).toList();
    }

    private static Set<UserId> ids(List<User> users) {
        return new HashSet<>(users.stream().map(User::id).toList());
    }

    private static List<String> results(List<BulkOutcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.user()
                                .map(User::userName)
                                .orElse(outcome.id().toString())
                        + " " + outcome.result()
                        + outcome.refusal().map(refused -> " " + refused.code()).orElse(""))
                .toList();
    }
}
