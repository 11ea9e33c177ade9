package org.licencedesk.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.licencedesk.web.fixture.Visitor.location;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;
import org.licencedesk.web.fixture.Visitor;

class SignInIT {

    private static final String PASSWORD = "correct horse";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Installation installation = Installation.shared();

    private final TestTenant tenant = TestTenant.create(Api.of(installation.first()), 5);

    private final String admin = add("SYSTEM_ADMIN");

    private final Visitor visitor = visitor();

    @Test
    void a_system_admin_comes_in_and_gets_to_the_page_they_wanted() {
        HttpResponse<String> refused = visitor.get("/users?from=here");
        assertThat(refused.statusCode()).isEqualTo(303);
        assertThat(location(refused)).isEqualTo("/sign-in?to=%2Fusers%3Ffrom%3Dhere");

        HttpResponse<String> in = visitor.submit(
                location(refused),
                "signIn",
                Map.of("userName", admin, "password", PASSWORD, "system", "", "to", "/users?from=here"));

        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(location(in)).isEqualTo("/users?from=here");
        assertThat(visitor.get("/users").body())
                .contains("Number of Active Users", "Maximum Active Users", "Number of Licences Available");
        assertThat(lastSignIn()).isNotEmpty();
    }

    @Test
    void the_system_may_be_left_out_only_while_the_name_is_unique() {
        TestTenant.create(Api.of(installation.first()), 1).post(admin, "INACTIVE");

        assertThat(visitor.signIn("", admin, PASSWORD).statusCode()).isEqualTo(200);
        assertThat(visitor.signIn(tenant.slug(), admin, PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test // R40
    void name_and_system_may_be_pasted_with_white_space_around_them() {
        String name = "\u00a0" + admin + "\u3000 ";

        assertThat(visitor.signIn("\u00a0" + tenant.slug() + " ", name, PASSWORD)
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> nameless = visitor().signIn("", "\u00a0\u200a", PASSWORD);
        assertThat(nameless.body()).contains("Enter a user name.");
    }

    @Test // R21
    void every_failure_gets_the_same_refusal() throws SQLException {
        String locked = add("STANDARD");
        sql("update user_account set status = 'LOCKED' where user_name = '" + locked + "'");

        String wrongPassword = refusal(admin, "another horse");
        assertThat(wrongPassword).contains("Incorrect user name or password");
        assertThat(refusal("nobody-" + NUMBER.incrementAndGet(), PASSWORD)).isEqualTo(wrongPassword);
        assertThat(refusal(locked, PASSWORD)).isEqualTo(wrongPassword);
    }

    @Test
    void an_unknown_name_takes_as_long_as_a_wrong_password() {
        String other = add("STANDARD");
        long unknown = Long.MAX_VALUE;
        long wrong = Long.MAX_VALUE;
        // The best of a few: a busy machine makes single ones slow, and none fast.
        for (int i = 0; i < 8 && (i < 3 || !alike(unknown, wrong)); i++) {
            unknown = Math.min(unknown, nanosToRefuse("nobody-" + NUMBER.incrementAndGet()));
            wrong = Math.min(wrong, nanosToRefuse(i < 4 ? admin : other));
        }

        assertThat(alike(unknown, wrong)).as(unknown + " and " + wrong).isTrue();
    }

    private static boolean alike(long nanos, long otherNanos) {
        return nanos / 2 < otherNanos && otherNanos / 2 < nanos;
    }

    @Test // R21
    void guessing_is_slowed_down_and_locks_nobody_out() {
        for (int i = 0; i < 5; i++) {
            assertThat(visitor.signIn("", admin, "another horse").statusCode()).isEqualTo(200);
        }
        HttpResponse<String> held = visitor.signIn("", admin, PASSWORD);
        assertThat(held.statusCode()).isEqualTo(429);
        assertThat(held.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 30L);
        assertThat(held.body()).contains("too many attempts");

        assertThat(user(admin).body().at("/items/0/status").asText()).isEqualTo("ACTIVE");
        assertThat(new Visitor(installation.first().baseUri(), "198.51.100.90")
                        .signIn("", admin, PASSWORD)
                        .statusCode())
                .isEqualTo(303);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> visitor.signIn("", admin, PASSWORD).statusCode() == 303);
    }

    @Test
    void the_session_gets_another_identity_when_its_owner_signs_in() {
        visitor.signIn("", admin, PASSWORD);
        String before = visitor.session().orElseThrow();
        visitor.post(
                "/sign-out",
                Map.of(),
                Map.of("Origin", installation.first().baseUri().toString()));

        visitor.signIn("", admin, PASSWORD);

        assertThat(visitor.session()).isPresent().get().isNotEqualTo(before);
    }

    @Test
    void looking_at_the_form_opens_no_session() {
        visitor.get("/sign-in");

        assertThat(visitor.session()).isEmpty();
    }

    @Test // R21
    void an_open_session_ends_when_its_user_is_locked() throws SQLException {
        visitor.signIn("", admin, PASSWORD);
        assertThat(visitor.get("/users").statusCode()).isEqualTo(200);

        sql("update user_account set status = 'LOCKED' where user_name = '" + admin + "'");

        assertThat(location(visitor.get("/users"))).startsWith("/sign-in");
    }

    @Test // R1
    void a_standard_user_is_refused_every_page() throws SQLException {
        visitor.signIn("", add("STANDARD"), PASSWORD);
        for (String page : List.of("/users", "/ledger", "/account", "/setup", "/setup/users", "/no-such-page")) {
            HttpResponse<String> refused = visitor.get(page);
            assertThat(refused.statusCode()).as(page).isEqualTo(403);
            assertThat(refused.body()).contains("Only System Admins");
        }

        Visitor former = visitor();
        former.signIn("", admin, PASSWORD);
        sql("update user_account set role = 'STANDARD' where user_name = '" + admin + "'");
        assertThat(former.get("/users").statusCode()).isEqualTo(403);
    }

    @Test
    void signing_out_ends_the_session() {
        visitor.signIn("", admin, PASSWORD);

        HttpResponse<String> out = visitor.post("/sign-out", Map.of(), Map.of());

        assertThat(location(out)).isEqualTo("/sign-in");
        assertThat(location(visitor.get("/users"))).startsWith("/sign-in");
    }

    @Test
    void the_api_takes_no_session_and_opens_none() {
        visitor.signIn("", admin, PASSWORD);

        HttpResponse<String> refused = visitor.get("/api/v1" + tenant.path("/allowance"));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(tenant.admin().get(tenant.path("/allowance")).header("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void a_new_password_ends_open_sessions() {
        visitor.signIn("", admin, PASSWORD);
        String link = link(tenant.admin().post(tenant.path("/users/" + id(admin) + "/sign-in-link"), ""));

        Visitor early = visitor();
        early.submit(link, "password", Map.of("new", "a new horse"));

        assertThat(early.get("/users").statusCode()).isEqualTo(200);
        assertThat(location(visitor.get("/users"))).startsWith("/sign-in");
    }

    private String refusal(String userName, String password) {
        HttpResponse<String> refused = visitor.signIn("", userName, password);
        assertThat(refused.statusCode()).isEqualTo(200);
        return refused.body().replace(userName, "NAME");
    }

    private long nanosToRefuse(String userName) {
        Visitor.Form form = visitor.open("/sign-in", "signIn");
        Map<String, String> typed = Map.of("userName", userName, "password", "another horse", "system", "");
        long start = System.nanoTime();
        assertThat(visitor.submit(form, typed).statusCode()).isEqualTo(200);
        return System.nanoTime() - start;
    }

    private Visitor visitor() {
        return new Visitor(installation.first().baseUri());
    }

    /** Adds an active user with the password, whose name nobody else has. */
    private String add(String role) {
        String userName = "user-" + NUMBER.incrementAndGet() + "-" + tenant.slug();
        Reply added = tenant.admin()
                .post(
                        tenant.path("/users"),
                        tenant.newUser(userName, "ACTIVE")
                                .replace("}", ",'role':'" + role + "','password':'" + PASSWORD + "'}"));
        assertThat(added.status()).isEqualTo(201);
        return userName;
    }

    private String id(String userName) {
        return user(userName).body().at("/items/0/id").asText();
    }

    private String lastSignIn() {
        return user(admin).body().at("/items/0/lastSignInAt").asText();
    }

    private Reply user(String userName) {
        return tenant.admin().get(tenant.path("/users?q=" + userName));
    }

    private static String link(Reply answer) {
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("signInLink").asText();
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = installation.database().connect("licence");
                Statement change = connection.createStatement()) {
            assertThat(change.executeUpdate(statement)).isEqualTo(1);
        }
    }
}
