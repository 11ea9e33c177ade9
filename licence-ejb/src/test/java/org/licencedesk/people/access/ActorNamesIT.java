package org.licencedesk.people.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.ActorKind;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.OperatorId;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.change.UserRemoval;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.tenant.Contact;

/** How those are called who acted, and those whom it concerned. */
class ActorNamesIT {
    private final Desk desk = Desk.open();
    private final TestTenant tenant = TestTenant.of(10);

    @Test // R22, R38
    void a_deleted_user_is_still_known_and_an_erased_one_is_not() {
        User living = add("ada");
        User deleted = add("bob");
        User erased = add("cy");
        tenant.delete(deleted.id(), tenant.admin());
        tenant.delete(erased.id(), tenant.admin());
        desk.run(() -> desk.bean(UserRemoval.class).erase(tenant.id(), erased.id(), tenant.admin()));
        Names names = names(Set.of(label(living), label(erased)), Set.of(deleted.id(), erased.id()));
        assertThat(names.of(living.id())).hasValue("ADA");
        assertThat(names.of(deleted.id())).hasValue("BOB");
        assertThat(names.of(erased.id())).isEmpty();
        assertThat(names.of(label(living))).isEqualTo(new ActorName(ActorKind.USER, Optional.of("ADA")));
        assertThat(names.of(label(erased))).isEqualTo(new ActorName(ActorKind.USER, Optional.empty()));
    }

    @Test
    void managers_and_tokens_have_names_and_the_installation_has_none() {
        ManagerId manager = desk.commit(() -> desk.bean(AccountManagerEnrolment.class)
                        .enrol(
                                new Contact("Morgan", UUID.randomUUID() + "@vendor.example", "1"),
                                Optional.empty(),
                                TestTenant.OPERATOR))
                .id();
        UUID token = token(tenant, "payroll");
        desk.run(() -> desk.bean(Tokens.class).revoke(tenant.id(), token, tenant.admin()));
        String ofManager = Actor.manager(manager).label();
        String ofToken = "token:" + token;
        String ofInstallation = Actor.installation().label();
        Names names = names(Set.of(ofManager, ofToken, ofInstallation), Set.of());
        assertThat(names.of(ofManager)).isEqualTo(new ActorName(ActorKind.MANAGER, Optional.of("Morgan")));
        assertThat(names.of(ofToken)).isEqualTo(new ActorName(ActorKind.TOKEN, Optional.of("payroll")));
        assertThat(names.of(ofInstallation)).isEqualTo(new ActorName(ActorKind.INSTALLATION, Optional.empty()));
    }

    @Test // R3
    void nothing_of_another_tenant_is_told() {
        TestTenant other = TestTenant.of(5);
        String ofToken = "token:" + token(other, "secret project");
        UserId user = other.firstAdmin().id();
        Names names = names(Set.of(ofToken), Set.of(user));
        assertThat(names.of(user)).isEmpty();
        assertThat(names.of(ofToken).name()).isEmpty();
    }

    @Test
    void a_page_costs_a_statement_a_kind_and_none_for_a_kind_that_it_has_not() {
        String token = "token:" + UUID.randomUUID();
        String otherToken = "token:" + UUID.randomUUID();
        Set<String> labels = Set.of(label(add("ada")), label(add("bob")), token, otherToken);
        Set<UserId> concerned = Set.of(add("cy").id());
        assertThat(desk.statementsOf(() -> names(labels, concerned))).hasSize(2);
        assertThat(desk.statementsOf(() -> names(Set.of("installation"), Set.of())))
                .isEmpty();
    }

    @Test // R1
    void a_standard_user_is_refused() {
        Actor standard = Actor.user(tenant.id(), UserId.create(), Role.STANDARD);
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() ->
                        desk.commit(() -> desk.bean(ActorNames.class).of(tenant.id(), Set.of(), Set.of(), standard)));
    }

    @Test
    void each_actor_has_a_label_of_its_kind() {
        UUID id = UUID.randomUUID();
        for (Actor actor : List.of(
                Actor.user(tenant.id(), new UserId(id), Role.SYSTEM_ADMIN),
                Actor.manager(new ManagerId(id)),
                Actor.operator(new OperatorId(id)),
                Actor.token(id, Role.OPERATOR, Optional.empty(), Optional.empty()))) {
            ActorKind kind = ActorKind.of(actor.label()).orElseThrow();
            assertThat(actor.label()).isEqualTo(kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + id);
            assertThat(kind.idIn(actor.label())).hasValue(id);
        }
    }

    private Names names(Set<String> labels, Set<UserId> concerned) {
        return desk.commit(() -> desk.bean(ActorNames.class).of(tenant.id(), labels, concerned, tenant.admin()));
    }

    private User add(String name) {
        return tenant.add(TestTenant.person(name, Role.STANDARD, UserStatus.ACTIVE));
    }

    private UUID token(TestTenant owner, String name) {
        return desk.commit(() -> desk.bean(Tokens.class)
                        .issue(owner.id(), Role.STANDARD, new NewToken(name, Optional.empty()), owner.admin()))
                .id();
    }

    private static String label(User user) {
        return "user:" + user.id();
    }
}
