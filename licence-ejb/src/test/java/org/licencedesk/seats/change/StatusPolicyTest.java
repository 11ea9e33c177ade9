package org.licencedesk.seats.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.directory.DisplayName;
import org.licencedesk.seats.directory.NewUser;
import org.licencedesk.seats.directory.UserAccount;
import org.licencedesk.seats.directory.UserName;

class StatusPolicyTest {
    private static final TenantId TENANT = TenantId.create();
    private static final Actor INSTALLATION = Actor.installation();

    private final StatusPolicy policy = new StatusPolicy();

    @ParameterizedTest // R4
    @CsvSource({
        // role, status, whether there is another active System Admin, what they are to become, and the refusal
        "SYSTEM_ADMIN, ACTIVE, false, LOCKED, last-system-admin",
        "SYSTEM_ADMIN, ACTIVE, false, INACTIVE, last-system-admin",
        "SYSTEM_ADMIN, ACTIVE, false, ROOM, last-system-admin",
        "SYSTEM_ADMIN, ACTIVE, false, ACTIVE, none",
        "SYSTEM_ADMIN, ACTIVE, true, LOCKED, none",
        "SYSTEM_ADMIN, LOCKED, false, INACTIVE, none",
        "SYSTEM_ADMIN, LOCKED, false, ACTIVE, none",
        "STANDARD, ACTIVE, false, INACTIVE, none"
    })
    void the_last_active_system_admin_stays_active(
            Role role, UserStatus status, boolean another, UserStatus next, String refusal) {
        assertThat(refusal(user(role, status, true), next, INSTALLATION, another))
                .isEqualTo(refusal);
    }

    @ParameterizedTest // R4
    @EnumSource
    void nobody_gives_themselves_another_status_than_active(UserStatus next) {
        UserAccount me = user(Role.SYSTEM_ADMIN, UserStatus.ACTIVE, true);
        UserAccount other = user(Role.SYSTEM_ADMIN, UserStatus.ACTIVE, true);
        Actor actor = Actor.user(TENANT, me.id(), Role.SYSTEM_ADMIN);
        assertThat(refusal(me, next, actor, true)).isEqualTo(next == UserStatus.ACTIVE ? "none" : "not-on-yourself");
        assertThat(refusal(other, next, actor, true)).isEqualTo("none");
    }

    @ParameterizedTest // R17, R21
    @EnumSource
    void a_person_has_a_mail_address_and_anything_else_needs_none(UserStatus next) {
        UserAccount queue = user(Role.STANDARD, UserStatus.QUEUE, false);
        assertThat(refusal(queue, next, INSTALLATION, true)).isEqualTo(next.isPerson() ? "email-missing" : "none");
        assertThat(refusal(user(Role.STANDARD, UserStatus.QUEUE, true), next, INSTALLATION, true))
                .isEqualTo("none");
    }

    @Test
    void a_mail_address_is_asked_for_of_those_who_become_a_person() {
        UserAccount queue = user(Role.STANDARD, UserStatus.QUEUE, false);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> policy.requireReachable(queue, UserStatus.LOCKED))
                .extracting(RuleViolation::code)
                .isEqualTo("email-missing");
        assertThatCode(() -> policy.requireReachable(queue, UserStatus.ASSET)).doesNotThrowAnyException();
        UserAccount reachable = user(Role.STANDARD, UserStatus.QUEUE, true);
        assertThatCode(() -> policy.requireReachable(reachable, UserStatus.LOCKED))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest // R25
    @EnumSource
    void the_wizard_alone_changes_no_status(Door door) {
        if (door == Door.WIZARD) {
            assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> policy.requireMayChangeStatus(door));
        } else {
            assertThatCode(() -> policy.requireMayChangeStatus(door)).doesNotThrowAnyException();
        }
    }

    private String refusal(UserAccount user, UserStatus next, Actor actor, boolean another) {
        return policy.whyNotBecome(user, next, actor, admin -> another)
                .map(RuleViolation::code)
                .orElse("none");
    }

    private static UserAccount user(Role role, UserStatus status, boolean reachable) {
        return new UserAccount(
                TENANT,
                new NewUser(
                        new UserName("ada"),
                        new DisplayName("Ada"),
                        reachable ? Optional.of(new EmailAddress("ada@example.org")) : Optional.empty(),
                        role,
                        status),
                Instant.parse("2026-03-10T09:00:00Z"));
    }
}
