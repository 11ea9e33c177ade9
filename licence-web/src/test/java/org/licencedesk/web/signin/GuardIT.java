package org.licencedesk.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.TestTenant;
import org.licencedesk.web.fixture.Visitor;

class GuardIT {

    private static final int TOO_MUCH = 70_000;

    private final URI node = Installation.shared().first().baseUri();

    private final Visitor visitor = new Visitor(node);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/users",
                "/sign-in",
                "/sign-in.xhtml",
                "/password",
                "/api/v1/tenants",
                "/api/v1/terms/current"
            })
    void every_answer_carries_the_security_headers(String address) {
        HttpResponse<String> answer = visitor.get(address);

        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("frame-ancestors 'none'")
                .doesNotContain("script-src 'unsafe-inline'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        // The address of a link holds a secret, and a form without any referrer would have no origin.
        String referrer = address.equals("/password") ? "strict-origin" : "same-origin";
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains(referrer);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void redirects_name_no_host() {
        assertThat(Visitor.location(visitor.get("/sign-in.xhtml"))).isEqualTo("/sign-in");
        assertThat(Visitor.location(visitor.get("/users.xhtml"))).startsWith("/sign-in?to=");
    }

    @Test
    void the_inline_scripts_of_a_page_are_let_run_by_their_word_and_no_others() {
        HttpResponse<String> page = visitor.get("/sign-in");

        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).matches("script-src 'self' 'nonce-[A-Za-z0-9+/=]+'; default-src 'self'.*");
        assertThat(page.body().split("<script", -1).length)
                .isEqualTo(page.body().split("<script[^>]* nonce=\"|<script nonce=\"", -1).length);
    }

    @Test
    void the_session_cookie_is_kept_from_scripts_and_other_sites() {
        TestTenant tenant = TestTenant.create(Api.of(Installation.shared().first()), 1);
        HttpResponse<String> answer = visitor.signIn(tenant.slug(), "admin", TestTenant.PASSWORD);

        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID="))
                .singleElement()
                .asString()
                .contains("HttpOnly")
                .containsIgnoringCase("SameSite=Lax")
                .doesNotContain("Secure");
    }

    @Test
    void a_form_that_another_site_sends_is_refused() {
        HttpResponse<String> refused =
                visitor.post("/sign-in", Map.of(), Map.of("Origin", "https://elsewhere.example"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(visitor.post("/sign-in", Map.of(), Map.of("Origin", "null")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_form_that_no_page_of_ours_made_is_refused_and_fails_nothing() {
        Map<String, String> forged =
                Visitor.form("signIn", "no word", Map.of("userName", "a", "password", "b", "system", ""));

        HttpResponse<String> refused = visitor.post("/sign-in", forged, Map.of("Origin", node.toString()));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Bad request").doesNotContain("Exception");
    }

    @Test
    void a_form_is_64_kib_at_most_and_says_how_long_it_is() {
        String long_ = "a".repeat(TOO_MUCH);

        assertThat(visitor.send(visitor.request("/sign-in").POST(BodyPublishers.ofString(long_)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(visitor.send(visitor.request("/sign-in")
                                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(long_))))
                        .statusCode())
                .isEqualTo(411);
    }

    @Test
    void a_script_of_a_page_whose_session_ended_is_sent_to_the_sign_in_page() {
        HttpResponse<String> answer = visitor.post("/users", Map.of(), Map.of("Faces-Request", "partial/ajax"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<redirect url=\"/sign-in?to=%2Fusers\"/>");
    }
}
