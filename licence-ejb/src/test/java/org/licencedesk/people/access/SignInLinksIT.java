package org.licencedesk.people.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.directory.User;

class SignInLinksIT {

    private static final Password PASSWORD = new Password("correct horse");

    private final Desk desk = Desk.open();
    private final SignInLinks links = desk.bean(SignInLinks.class);
    private final StoredLinks stored = desk.bean(StoredLinks.class);
    private final Instant begin = desk.clock().now();
    private final TestTenant tenant = TestTenant.of(5);
    private final User user = tenant.add(TestTenant.person("ada", Role.STANDARD, UserStatus.ACTIVE));
    private final AccountId owner = AccountId.of(user.id());

    @AfterEach
    void reset() {
        desk.clock().set(begin);
    }

    @Test
    void a_link_that_was_asked_for_ends_none_that_was_handed_over() {
        Secret handedOver = links.issue(tenant.id(), user.id(), tenant.admin());
        Secret first = forgotten();
        Secret second = forgotten();

        assertThat(links.state(handedOver).end()).isEmpty();
        assertThat(links.state(first).end()).contains(LinkEnd.REPLACED);
        assertThat(links.state(second).end()).isEmpty();

        Secret again = links.issue(tenant.id(), user.id(), tenant.admin());
        assertThat(links.state(handedOver).end()).contains(LinkEnd.REPLACED);
        assertThat(links.state(second).end()).as("earlier links are dead").contains(LinkEnd.REPLACED);
        assertThat(links.state(again).owner().orElseThrow().userName()).isEqualTo("ada");
    }

    @Test
    void setting_the_password_by_one_link_ends_all() {
        Secret handedOver = links.issue(tenant.id(), user.id(), tenant.admin());
        Secret forgotten = forgotten();

        links.redeem(forgotten, PASSWORD);

        assertThat(links.state(forgotten).end()).contains(LinkEnd.USED);
        assertThat(links.state(handedOver).end()).contains(LinkEnd.PASSWORD_SET);
        assertThatExceptionOfType(SignInLinkInvalid.class)
                .isThrownBy(() -> links.redeem(handedOver, PASSWORD))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(LinkEnd.PASSWORD_SET));
    }

    @Test
    void a_link_lives_for_72_hours_and_is_forgotten_30_days_later() {
        Secret link = links.issue(tenant.id(), user.id(), tenant.admin());

        desk.clock().pass(Duration.ofHours(72).minusSeconds(1));
        assertThat(links.state(link).end()).isEmpty();
        desk.clock().pass(Duration.ofSeconds(1));
        assertThat(links.state(link).end()).contains(LinkEnd.EXPIRED);

        desk.clock().pass(Duration.ofDays(30));
        forget();
        assertThat(links.state(link).end()).contains(LinkEnd.EXPIRED);
        desk.clock().pass(Duration.ofSeconds(1));
        forget();
        assertThat(links.state(link).end()).contains(LinkEnd.UNKNOWN);
    }

    @Test // R21
    void who_cannot_sign_in_now_can_use_it_once_they_can() {
        Secret link = links.issue(tenant.id(), user.id(), tenant.admin());

        tenant.change(user.id(), UserStatus.LOCKED, Optional.empty());
        assertThat(links.state(link).end()).contains(LinkEnd.CANNOT_SIGN_IN);
        tenant.change(user.id(), UserStatus.ACTIVE, Optional.empty());
        assertThat(links.state(link).end()).isEmpty();
    }

    private void forget() {
        desk.run(() -> stored.forget(1_000, desk.clock().now()));
    }

    private Secret forgotten() {
        return desk.commit(
                () -> stored.issue(owner, LinkOrigin.FORGOTTEN, desk.clock().now()));
    }
}
