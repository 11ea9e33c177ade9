package org.licencedesk.seats.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserStatus;

class UserTextsTest {
    private static final String FACE = "\uD83D\uDE00";

    @Test
    void a_user_name_has_1_to_100_characters() {
        assertThat(new UserName(FACE.repeat(100)).text()).isEqualTo(FACE.repeat(100));
        assertThat(new UserName("4me@example.org").text()).isEqualTo("4me@example.org");
        assertThat(refused(UserName::new, FACE.repeat(101))).isEqualTo("userName TOO_LONG");
        assertThat(refused(UserName::new, "")).isEqualTo("userName BLANK");
        assertThat(refused(UserName::new, "a\u0001")).isEqualTo("userName CONTROL_CHARACTER");
    }

    @Test
    void a_display_name_has_1_to_200_characters_in_any_script() {
        assertThat(new DisplayName("\u0645\u062D\u0645\u062F").text()).isEqualTo("\u0645\u062D\u0645\u062F");
        assertThat(new DisplayName("a".repeat(200)).text()).hasSize(200);
        assertThat(refused(DisplayName::new, "a".repeat(201))).isEqualTo("displayName TOO_LONG");
        assertThat(refused(DisplayName::new, " ")).isEqualTo("displayName BLANK");
        assertThat(refused(DisplayName::new, "two\nlines")).isEqualTo("displayName CONTROL_CHARACTER");
    }

    @ParameterizedTest
    @EnumSource(names = {"ACTIVE", "LOCKED", "INACTIVE"})
    void a_person_has_a_mail_address(UserStatus status) {
        assertThat(refused(ignored -> without(Role.STANDARD, status), "")).isEqualTo("email BLANK");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"ACTIVE", "LOCKED", "INACTIVE"})
    void a_thing_needs_none(UserStatus status) {
        assertThat(without(Role.STANDARD, status).email()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCOUNT_MANAGER", "OPERATOR"})
    void a_user_is_never_the_vendors(Role role) {
        assertThat(refused(ignored -> without(role, UserStatus.ROOM), "")).isEqualTo("role UNKNOWN");
    }

    private static NewUser without(Role role, UserStatus status) {
        return new NewUser(new UserName("a"), new DisplayName("A"), Optional.empty(), role, status);
    }

    private static String refused(Function<String, Object> value, String text) {
        InvalidValue[] refusal = new InvalidValue[1];
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> value.apply(text))
                .satisfies(thrown -> refusal[0] = thrown);
        Problem problem = refusal[0].problem();
        return refusal[0].field() + " " + problem;
    }
}
