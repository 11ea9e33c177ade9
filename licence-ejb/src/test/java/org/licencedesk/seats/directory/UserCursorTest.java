package org.licencedesk.seats.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;

class UserCursorTest {
    private static final User USER = new User(
            UserId.create(),
            TenantId.create(),
            "Zoë \uD83D\uDE00 \u0645!%_",
            "Zoë",
            Optional.empty(),
            Role.STANDARD,
            UserStatus.ROOM,
            Instant.parse("2026-04-16T09:00:00.123456Z"),
            Optional.empty(),
            0);

    @Test
    void says_behind_which_row_the_next_page_begins() {
        assertThat(readBack(UserSort.Key.USER_NAME))
                .isEqualTo(new UserCursor(USER.userName(), USER.id().value()));
        assertThat(readBack(UserSort.Key.DISPLAY_NAME))
                .isEqualTo(new UserCursor("Zoë", USER.id().value()));
        assertThat(readBack(UserSort.Key.STATUS)).isEqualTo(new UserCursor("ROOM", USER.userName()));
        assertThat(readBack(UserSort.Key.CREATED_AT))
                .isEqualTo(new UserCursor(USER.createdAt(), USER.id().value()));
        assertThat(readBack(UserSort.Key.ROLE)).isEqualTo(new UserCursor("STANDARD", USER.userName()));
        assertThat(readBack(UserSort.Key.LAST_SIGN_IN))
                .isEqualTo(new UserCursor(Instant.EPOCH, USER.id().value()));
    }

    @Test
    void is_good_for_its_own_order_only() {
        String cursor = UserCursor.after(USER, UserSort.BY_USER_NAME);
        for (String other : new String[] {"-userName", "displayName", "status", "createdAt", "role", "lastSignInAt"}) {
            UserSort sort = UserSort.parse(other).orElseThrow();
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> UserCursor.parse(cursor, sort))
                    .matches(refused -> refused.field().equals("cursor"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%",
                "no cursor",
                "!!!!",
                "userName\na",
                "userName\na\nb",
                "userName\na\n0198c0de-0000-7000-8000-000000000000\nmore",
                "userName\na\n' or 1=1 -- 000000000000000000000000"
            })
    void what_is_no_cursor_is_refused(String text) {
        String encoded = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        for (String given : new String[] {text, encoded}) {
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> UserCursor.parse(given, UserSort.BY_USER_NAME));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"status\nGONE\na", "role\nKING\na", "createdAt\nyesterday\n0198c0de-0000-7000-8000-000000000000"
            })
    void a_value_that_the_column_cannot_have_is_refused(String text) {
        String encoded = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        UserSort sort = UserSort.parse(text.substring(0, text.indexOf('\n'))).orElseThrow();
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> UserCursor.parse(encoded, sort));
    }

    @Test
    void an_order_is_named_as_in_the_contract() {
        assertThat(UserSort.parse("userName")).contains(UserSort.BY_USER_NAME);
        assertThat(UserSort.parse("-createdAt")).contains(new UserSort(UserSort.Key.CREATED_AT, true));
        assertThat(UserSort.parse("-createdAt")).map(UserSort::toString).contains("-createdAt");
        for (String none : new String[] {"", "-", "--userName", "username", "user_name", "+userName", "email"}) {
            assertThat(UserSort.parse(none)).isEmpty();
        }
    }

    private static UserCursor readBack(UserSort.Key key) {
        UserSort sort = new UserSort(key, true);
        return UserCursor.parse(UserCursor.after(USER, sort), sort);
    }
}
