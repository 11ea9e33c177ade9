package org.licencedesk.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.NodeLog;
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
    void a_slash_at_the_end_makes_no_other_page() {
        TestTenant tenant = TestTenant.create(Api.of(Installation.shared().first()), 5);
        String user = tenant.add("ben", "ACTIVE");
        for (String address : List.of("/sign-in/", "/problems/busy/", "/openapi/", "/ready/")) {
            assertThat(visitor.get(address).statusCode()).as(address).isEqualTo(200);
        }
        visitor.signIn(tenant.slug(), "admin", TestTenant.PASSWORD);
        for (String address : List.of(
                "/users/",
                "/users/new/",
                "/users/" + user + "/",
                "/account/",
                "/requests/",
                "/ledger/",
                "/setup/users/")) {
            HttpResponse<String> page = visitor.get(address);
            assertThat(page.statusCode()).as(address).isEqualTo(200);
            assertThat(page.body())
                    .as(address)
                    .contains(
                            visitor.get(address.replaceAll("/$", "")).body().replaceAll("(?s).*(<h1.*?</h1>).*", "$1"));
        }
    }

    @Test
    void redirects_name_no_host() {
        assertThat(Visitor.location(visitor.get("/sign-in.xhtml"))).isEqualTo("/sign-in");
        assertThat(Visitor.location(visitor.get("/users.xhtml"))).startsWith("/sign-in?to=");
    }

    @Test
    void whoever_is_signed_in_opens_pages_without_a_warning_in_the_log() {
        TestTenant tenant = TestTenant.create(Api.of(Installation.shared().first()), 2);
        NodeLog log = NodeLog.of(Installation.shared().first());

        assertThat(visitor.signIn(tenant.slug(), "admin", TestTenant.PASSWORD).statusCode())
                .isEqualTo(303);
        for (String address : List.of("/users", "/users?q=a", "/account", "/ledger", "/requests", "/setup/company")) {
            assertThat(visitor.get(address).statusCode()).as(address).isEqualTo(200);
        }
        assertThat(visitor.get("/users/nobody").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/no-such-page").statusCode()).isEqualTo(404);

        assertThat(log.text()).doesNotContain("jakarta.enterprise.web");
    }

    @Test
    void no_page_has_a_script_or_a_handler_in_it_and_the_policy_lets_none_run() {
        TestTenant tenant =
                TestTenant.create(Api.of(Installation.shared().first()), 2).unfinished();
        List<HttpResponse<String>> pages = new ArrayList<>();
        for (String open : List.of("/sign-in", "/forgot-password", "/password", "/problems/busy")) {
            pages.add(visitor.get(open));
        }
        pages.add(visitor.submit("/sign-in", "signIn", Map.of("system", "", "userName", "a", "password", "b")));
        visitor.signIn(tenant.slug(), "admin", TestTenant.PASSWORD);
        String ben = tenant.add("ben", "ACTIVE");
        List<String> addresses = List.of(
                "/users",
                "/users/new",
                "/users/" + ben,
                "/users?deleted=yes",
                "/account",
                "/requests",
                "/ledger",
                "/setup/company",
                "/setup/licence",
                "/setup/users",
                "/setup/finish",
                "/systems",
                "/no-such-page");
        addresses.forEach(address -> pages.add(visitor.get(address)));
        SoftAssertions softly = new SoftAssertions();
        for (HttpResponse<String> page : pages) {
            softly.assertThat(page.body()).as(page.uri().getPath()).startsWith("<!DOCTYPE html>");
            assertHasNoScriptInIt(softly, page);
        }
        HttpResponse<String> part =
                visitor.post("/users", opening(visitor.get("/users")), Map.of("Faces-Request", "partial/ajax"));
        softly.assertThat(part.body()).contains("<partial-response", "adjustForm:number");
        assertHasNoScriptInIt(softly, part);
        softly.assertAll();
    }

    private static void assertHasNoScriptInIt(SoftAssertions softly, HttpResponse<String> page) {
        String address = page.uri().getPath();
        softly.assertThat(page.headers().allValues("Content-Security-Policy"))
                .as(address)
                .singleElement()
                .asString()
                .startsWith("script-src 'self'; default-src 'self';");
        softly.assertThat(page.body())
                .as(address)
                .doesNotContainPattern("(?i)<script(?![^>]* src=\"/)")
                .doesNotContainPattern("(?i)<[a-z][^>]* on[a-z]+=")
                .doesNotContainPattern("(?i)javascript:|<eval>|nonce");
    }

    /** What the button that opens a dialog sends. */
    private static Map<String, String> opening(HttpResponse<String> users) {
        Matcher state = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]+)\"")
                .matcher(users.body());
        assertThat(state.find()).isTrue();
        return Map.of(
                "panel", "panel",
                "jakarta.faces.ViewState", state.group(1),
                "jakarta.faces.source", "panel:adjust",
                "jakarta.faces.partial.event", "click",
                "jakarta.faces.partial.execute", "panel:adjust",
                "jakarta.faces.partial.render", "adjustForm:body",
                "jakarta.faces.partial.ajax", "true");
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
                new HashMap<>(Visitor.form("signIn", Map.of("userName", "a", "password", "b", "system", "")));
        forged.put("jakarta.faces.ViewState", "1:2");

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
