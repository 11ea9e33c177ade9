package org.licencedesk.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.licencedesk.web.fixture.Visitor.location;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;
import org.licencedesk.web.fixture.Visitor;

/** One-time links as a browser without scripts sees them: the form carries the link that it was opened by. */
class PasswordLinkIT {

    private static final String PASSWORD = "correct horse";

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final Installation installation = Installation.shared();

    private final Api operator = Api.of(installation.first());

    private final TestTenant tenant = TestTenant.create(operator, 9);

    private final Visitor visitor = new Visitor(installation.first().baseUri());

    @Test
    void of_two_links_in_two_tabs_each_sets_the_password_of_its_own_account() {
        String first = visitor.get(linkOf("ada")).body();
        String second = visitor.get(linkOf("ben")).body();

        assertThat(first).contains("value=\"ada\" autocomplete=\"username\"", tenant.slug());
        assertThat(second).contains("value=\"ben\" autocomplete=\"username\"");
        assertThat(location(send(first, "a horse for ada"))).isEqualTo("/");
        assertThat(location(send(second, "a horse for ben"))).isEqualTo("/");

        for (String user : List.of("ada", "ben")) {
            assertThat(signIn(user, "a horse for " + user)).isEqualTo(303);
        }
        assertThat(signIn("ada", "a horse for ben")).isEqualTo(200);
    }

    @Test
    void the_form_is_shown_again_with_its_link_after_a_password_that_cannot_be_one() {
        String form = visitor.get(linkOf("ada")).body();

        for (String refused : List.of("short", "password1", "ada-ada-ada")) {
            HttpResponse<String> again = send(form, refused);
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.body()).contains("aria-invalid=\"true\"");
            form = again.body();
        }
        assertThat(location(send(form, PASSWORD))).isEqualTo("/");
    }

    @Test
    void nobody_has_a_session_before_the_password_is_set() {
        String link = linkOf("ada");
        visitor.get(link);
        visitor.get("/password?token=of-nobody");
        visitor.get("/password");
        assertThat(visitor.session()).isEmpty();

        visitor.submit(link, "password", Map.of("new", PASSWORD));
        assertThat(visitor.session()).isPresent();
    }

    @Test
    void nothing_that_the_page_asks_for_is_told_the_link() {
        assertThat(visitor.get(linkOf("ada")).headers().firstValue("Referrer-Policy"))
                .contains("strict-origin");
    }

    @Test // R39
    void a_dead_link_says_why() throws SQLException {
        String id = tenant.add("ada", "ACTIVE");
        String first = newLink(id);
        String second = newLink(id);
        assertThat(dead(first)).contains("has been replaced by a newer one");

        sql("update user_account set status = 'LOCKED' where id = '" + id + "'");
        assertThat(dead(second)).contains("cannot sign in at the moment");
        sql("update user_account set status = 'ACTIVE' where id = '" + id + "'");
        visitor.submit(second, "password", Map.of("new", PASSWORD));
        assertThat(dead(second)).contains("has already been used");

        String third = newLink(id);
        sql("update sign_in_link set expires_at = '2026-01-01' where ended_at is null and user_id = '" + id + "'");
        assertThat(dead(third)).contains("older than 72 hours");

        String unknown = dead("/password?token=of-nobody");
        assertThat(unknown).contains("This link does not exist");
        assertThat(dead("/password?token=" + "x".repeat(5_000))).contains("This link does not exist");
        assertThat(dead("/password")).contains("This link does not exist");
        for (String answer : List.of(dead(first), dead(second), dead(third), unknown)) {
            assertThat(answer).doesNotContain("value=\"ada\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PassWord1, /password",
        "1qaz2wsx3edc, /password",
        "gwen-the-2nd, ",
        "GwenStacy1, /password",
        "gwen@test.example, /password",
        "three tame walruses, "
    })
    void a_password_is_refused_that_others_would_try_first(String password, String pointer) {
        Reply added = tenant.admin()
                .post(
                        tenant.path("/users"),
                        "{'userName':'gwen','displayName':'Gwen Stacy','email':'gwen@test.example','password':'"
                                + password + "'}");

        assertThat(added.status()).isEqualTo(pointer == null ? 201 : 400);
        assertThat(added.body().at("/violations/0/pointer").asText()).isEqualTo(pointer == null ? "" : pointer);
    }

    @Test
    void so_is_one_of_the_first_admin_and_of_an_account_manager() {
        Reply created = operator.post(
                "/tenants",
                "{'slug':'walrusworks','name':'Walrus Works','maximum':1,'currency':'GBP','firstAdmin':{'userName':'a',"
                        + "'displayName':'Ada','email':'a@b.example','password':'walrusworks1'}}");
        assertThat(created.status()).isEqualTo(400);
        assertThat(created.body().at("/violations/0/pointer").asText()).isEqualTo("/firstAdmin/password");
        assertThat(operator.get("/tenants/walrusworks").status()).isEqualTo(404);

        Reply manager = operator.post(
                "/account-managers",
                "{'name':'Morgan Vale','email':'morgan.vale@x.example','phone':'1','password':'morgan.vale'}");
        assertThat(manager.status()).isEqualTo(400);
        assertThat(manager.body().at("/violations/0/pointer").asText()).isEqualTo("/password");
    }

    private String linkOf(String user) {
        return newLink(tenant.add(user, "ACTIVE"));
    }

    private String newLink(String user) {
        return tenant.admin()
                .post(tenant.path("/users/" + user + "/sign-in-link"), "")
                .body()
                .path("signInLink")
                .asText();
    }

    private String dead(String link) {
        HttpResponse<String> answer = new Visitor(installation.first().baseUri()).get(link);
        assertThat(answer.statusCode()).isEqualTo(410);
        return answer.body();
    }

    /** Sends the form that the page shows, to the address that stands in it, with what is hidden in it. */
    private HttpResponse<String> send(String page, String password) {
        Map<String, String> fields = new LinkedHashMap<>(Visitor.form("password", Map.of("new", password)));
        fields.put("token", found(TOKEN, page));
        return visitor.post(
                "/password",
                fields,
                Map.of("Origin", installation.first().baseUri().toString()));
    }

    private static String found(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private int signIn(String user, String password) {
        return new Visitor(installation.first().baseUri())
                .signIn(tenant.slug(), user, password)
                .statusCode();
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = installation.database().connect("licence");
                Statement change = connection.createStatement()) {
            assertThat(change.executeUpdate(statement)).isEqualTo(1);
        }
    }
}
