package org.licencedesk.seats.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;

/** What the vendor's staff see of a tenant's users (R2). */
class SeenUsersIT {

    private static final Actor MANAGER = Actor.manager(ManagerId.create());

    private final Desk desk = Desk.open();

    private final UserDirectory directory = desk.bean(UserDirectory.class);

    private final TestTenant tenant = TestTenant.of(3);

    private final UserQuery everybody = UserQuery.longest(
            new UserFilter(EnumSet.allOf(UserStatus.class), Optional.empty(), Optional.empty()), UserSort.BY_USER_NAME);

    @Test // R2
    void an_account_manager_looks_through_the_users_and_opens_none() {
        UserId ben = tenant.add(TestTenant.person("ben", Role.STANDARD, UserStatus.ACTIVE))
                .id();

        assertThat(desk.commit(() -> directory.page(tenant.id(), everybody, MANAGER))
                        .items())
                .extracting(User::id)
                .contains(ben);
        assertThat(desk.commit(() -> directory.count(tenant.id(), everybody.filter(), MANAGER)))
                .isNotNull();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> desk.commit(() -> directory.get(tenant.id(), ben, MANAGER)));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> desk.commit(() -> directory.list(tenant.id(), everybody, MANAGER)));
    }

    @Test // R2
    void an_operator_sees_no_users() {
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> desk.commit(() -> directory.page(tenant.id(), everybody, TestTenant.OPERATOR)));
    }
}
