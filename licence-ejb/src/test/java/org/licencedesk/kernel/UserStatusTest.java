package org.licencedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.licencedesk.kernel.UserStatus.ACTIVE;
import static org.licencedesk.kernel.UserStatus.INACTIVE;
import static org.licencedesk.kernel.UserStatus.LOCKED;

import java.util.Arrays;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class UserStatusTest {
    @Test // R17
    void active_and_locked_occupy_a_seat_and_nothing_else_does() {
        assertThat(those(UserStatus::occupiesSeat)).containsExactly(ACTIVE, LOCKED);
    }

    @Test // R21
    void only_the_active_can_sign_in() {
        assertThat(those(UserStatus::canSignIn)).containsExactly(ACTIVE);
    }

    @Test // R21
    void everybody_but_the_inactive_can_be_given_records() {
        assertThat(those(status -> !status.assignable())).containsExactly(INACTIVE);
    }

    @Test
    void active_locked_and_inactive_are_people() {
        assertThat(those(UserStatus::isPerson)).containsExactly(ACTIVE, LOCKED, INACTIVE);
    }

    private static UserStatus[] those(Predicate<UserStatus> condition) {
        return Arrays.stream(UserStatus.values()).filter(condition).toArray(UserStatus[]::new);
    }
}
