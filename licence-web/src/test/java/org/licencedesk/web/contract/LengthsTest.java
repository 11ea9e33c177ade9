package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.Text;
import org.licencedesk.people.access.NewToken;
import org.licencedesk.seats.directory.UserName;
import org.licencedesk.seats.tenant.Contact;
import org.licencedesk.seats.tenant.Slug;

/** How long a text may be, in the code, in the document, in the tables and in the fields of the pages. */
class LengthsTest {

    static Stream<Arguments> inTheDocument() {
        return Stream.of(
                arguments("UserName", UserName.LONGEST),
                arguments("DisplayName", Text.LONGEST_NAME),
                arguments("Name", Text.LONGEST_NAME),
                arguments("TokenName", NewToken.LONGEST_NAME),
                arguments("Phone", Contact.LONGEST_PHONE),
                arguments("Reason", Reason.LONGEST),
                arguments("Email", EmailAddress.LONGEST),
                arguments("Slug", Slug.LONGEST));
    }

    static Stream<Arguments> inTheTables() {
        return Stream.of(
                arguments("user_account", "user_name", UserName.LONGEST),
                arguments("user_account", "display_name", Text.LONGEST_NAME),
                arguments("user_account", "email", EmailAddress.LONGEST),
                arguments("tenant", "slug", Slug.LONGEST),
                arguments("tenant", "name", Text.LONGEST_NAME),
                arguments("tenant", "contact_name", Text.LONGEST_NAME),
                arguments("tenant", "contact_email", EmailAddress.LONGEST),
                arguments("tenant", "contact_phone", Contact.LONGEST_PHONE),
                arguments("account_manager", "name", Text.LONGEST_NAME),
                arguments("account_manager", "email", EmailAddress.LONGEST),
                arguments("account_manager", "phone", Contact.LONGEST_PHONE),
                arguments("api_token", "name", NewToken.LONGEST_NAME),
                arguments("ledger_entry", "reason", Reason.LONGEST),
                arguments("reduction_request", "reason", Reason.LONGEST),
                arguments("reduction_request", "message", Reason.LONGEST));
    }

    static Stream<Arguments> onThePages() {
        return Stream.of(
                arguments("sign-in.xhtml", "userName", EmailAddress.LONGEST),
                arguments("sign-in.xhtml", "system", Slug.LONGEST),
                arguments("forgot-password.xhtml", "system", Slug.LONGEST),
                arguments("WEB-INF/pages/users.xhtml", "q", EmailAddress.LONGEST),
                arguments("WEB-INF/pages/deleted-users.xhtml", "q", EmailAddress.LONGEST),
                arguments("WEB-INF/pages/requests.xhtml", "reason", Reason.LONGEST),
                arguments("WEB-INF/parts/decide.xhtml", "message", Reason.LONGEST));
    }

    @ParameterizedTest
    @MethodSource("inTheDocument")
    void the_document_says_what_the_code_lets_in(String schema, int longest) {
        assertThat(number(
                        ApiDocument.text(), "(?m)^    " + schema + ":(?:\\n {6})?(?:.*\\n {6})*?.*?maxLength: (\\d+)"))
                .isEqualTo(longest);
    }

    @ParameterizedTest
    @MethodSource("inTheTables")
    void a_column_holds_what_the_code_lets_in(String table, String column, int longest) throws IOException {
        assertThat(number(
                        migration(),
                        "(?mi)^CREATE TABLE " + table + " \\(\\n(?:  .*\\n)*?  " + column + "\\s+VARCHAR\\((\\d+)\\)"))
                .isEqualTo(longest);
    }

    @ParameterizedTest
    @MethodSource("onThePages")
    void a_field_takes_what_the_code_lets_in(String page, String field, int longest) throws IOException {
        String text = Files.readString(Path.of("src", "main", "webapp").resolve(page));
        assertThat(number(text, "(?s) id=\"" + field + "\"[^>]*?maxlength=\"(\\d+)\""))
                .isEqualTo(longest);
    }

    private static int number(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .map((MatchResult found) -> Integer.parseInt(found.group(1)))
                .orElseThrow();
    }

    private static String migration() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(LengthsTest.class.getResourceAsStream("/db/migration/V1__licence_desk.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
