package org.licencedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.licencedesk.kernel.Permission.CHANGE_TENANTS;
import static org.licencedesk.kernel.Permission.CORRECT_ALLOWANCE;
import static org.licencedesk.kernel.Permission.CREATE_TENANTS;
import static org.licencedesk.kernel.Permission.DECIDE_REDUCTIONS;
import static org.licencedesk.kernel.Permission.ERASE_USERS;
import static org.licencedesk.kernel.Permission.EXPORT_USERS;
import static org.licencedesk.kernel.Permission.MANAGE_ACCOUNT_MANAGERS;
import static org.licencedesk.kernel.Permission.MANAGE_OPERATORS;
import static org.licencedesk.kernel.Permission.MANAGE_TOKENS;
import static org.licencedesk.kernel.Permission.MANAGE_USERS;
import static org.licencedesk.kernel.Permission.MANAGE_WEBHOOKS;
import static org.licencedesk.kernel.Permission.PUBLISH_TERMS;
import static org.licencedesk.kernel.Permission.RAISE_ALLOWANCE;
import static org.licencedesk.kernel.Permission.REQUEST_REDUCTIONS;
import static org.licencedesk.kernel.Permission.SEE_ALLOWANCE;
import static org.licencedesk.kernel.Permission.SEE_INVOICES;
import static org.licencedesk.kernel.Permission.SEE_LEDGER;
import static org.licencedesk.kernel.Permission.SEE_NOTICES;
import static org.licencedesk.kernel.Permission.SEE_OPERATOR_TOKENS;
import static org.licencedesk.kernel.Permission.SEE_TENANTS;
import static org.licencedesk.kernel.Permission.SEE_USERS;
import static org.licencedesk.kernel.Permission.SET_PRICES;
import static org.licencedesk.kernel.Permission.SET_UP;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionTest {
    private static final TenantId TENANT = TenantId.create();

    @Test // R1
    void a_standard_user_may_do_nothing() {
        assertThat(permissionsOf(Role.STANDARD)).isEmpty();
    }

    @Test // R1
    void a_system_admin_manages_licences_and_users_of_the_tenant() {
        assertThat(permissionsOf(Role.SYSTEM_ADMIN))
                .containsExactlyInAnyOrder(
                        SEE_ALLOWANCE,
                        RAISE_ALLOWANCE,
                        REQUEST_REDUCTIONS,
                        MANAGE_USERS,
                        SEE_USERS,
                        SET_UP,
                        SEE_LEDGER,
                        SEE_INVOICES,
                        MANAGE_TOKENS,
                        MANAGE_WEBHOOKS,
                        SEE_NOTICES,
                        ERASE_USERS,
                        EXPORT_USERS);
    }

    @Test // R2
    void an_account_manager_sees_a_portfolio_and_neither_raises_nor_corrects() {
        assertThat(permissionsOf(Role.ACCOUNT_MANAGER))
                .containsExactlyInAnyOrder(
                        SEE_ALLOWANCE,
                        SEE_USERS,
                        SEE_LEDGER,
                        SEE_INVOICES,
                        SEE_NOTICES,
                        SEE_TENANTS,
                        CHANGE_TENANTS,
                        DECIDE_REDUCTIONS);
    }

    @Test // R2, R37
    void an_operator_corrects_but_accepts_nothing_for_a_tenant_and_only_erases_and_exports_users() {
        assertThat(permissionsOf(Role.OPERATOR))
                .containsExactlyInAnyOrder(
                        SEE_ALLOWANCE,
                        CORRECT_ALLOWANCE,
                        SEE_LEDGER,
                        SEE_INVOICES,
                        MANAGE_TOKENS,
                        SEE_NOTICES,
                        SEE_TENANTS,
                        CHANGE_TENANTS,
                        CREATE_TENANTS,
                        MANAGE_ACCOUNT_MANAGERS,
                        MANAGE_OPERATORS,
                        SEE_OPERATOR_TOKENS,
                        ERASE_USERS,
                        EXPORT_USERS,
                        SET_PRICES,
                        PUBLISH_TERMS);
    }

    @ParameterizedTest // R3
    @EnumSource(Permission.class)
    void an_actor_of_another_tenant_learns_nothing_whatever_the_role(Permission permission) {
        for (Role role : new Role[] {Role.STANDARD, Role.SYSTEM_ADMIN}) {
            Actor stranger = Actor.user(TenantId.create(), UserId.create(), role);
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> permission.require(stranger, TENANT));
        }
    }

    @Test
    void a_role_that_may_not_is_refused_in_its_own_tenant() {
        Actor standard = Actor.user(TENANT, UserId.create(), Role.STANDARD);
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> MANAGE_USERS.require(standard, TENANT));
        assertThatNoException().isThrownBy(() -> SEE_ALLOWANCE.require(Actor.installation(), TENANT));
    }

    @Test // R4
    void a_token_is_nobody_in_person() {
        UserId user = UserId.create();
        assertThat(Actor.user(TENANT, user, Role.SYSTEM_ADMIN).is(user)).isTrue();
        assertThat(Actor.user(TENANT, UserId.create(), Role.SYSTEM_ADMIN).is(user))
                .isFalse();
        assertThat(Actor.token(user.value(), Role.SYSTEM_ADMIN, Optional.of(TENANT), Optional.empty())
                        .is(user))
                .isFalse();
    }

    @Test
    void a_role_and_its_tenant_or_portfolio_go_together() {
        UUID token = Identifiers.next();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Actor.token(token, Role.SYSTEM_ADMIN, Optional.empty(), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Actor.token(token, Role.OPERATOR, Optional.of(TENANT), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Actor.token(token, Role.ACCOUNT_MANAGER, Optional.empty(), Optional.empty()));
    }

    private static Permission[] permissionsOf(Role role) {
        return Arrays.stream(Permission.values())
                .filter(permission -> permission.isGivenTo(role))
                .toArray(Permission[]::new);
    }
}
