package org.licencedesk.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.licencedesk.web.fixture.Visitor.encoded;
import static org.licencedesk.web.fixture.Visitor.form;
import static org.licencedesk.web.fixture.Visitor.location;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.NodeLog;
import org.licencedesk.web.fixture.TestTenant;
import org.licencedesk.web.fixture.Visitor;

/** A form is run where a page of ours sent it by POST, and nowhere else. */
class FormGuardIT {

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]+)\"");

    private static final Set<String> READ_ONLY = Set.of("/", "/problems/busy", "/health");

    private static final TestTenant TENANT =
            TestTenant.create(Api.of(Installation.shared().first()), 5);

    private final MicroServer node = Installation.shared().first();

    private final Visitor visitor = new Visitor(node.baseUri());

    private final NodeLog log = NodeLog.of(node);

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void a_link_signs_nobody_in(String method) {
        String query = encoded(credentials());

        HttpResponse<String> refused =
                visitor.send(visitor.request("/sign-in?" + query).method(method, BodyPublishers.noBody()));

        assertThat(visitor.session()).isEmpty();
        if (List.of("GET", "HEAD").contains(method)) {
            assertThat(refused.statusCode()).isEqualTo(400);
        } else {
            assertThat(refused.statusCode()).isEqualTo(405);
            assertThat(refused.headers().firstValue("Allow")).contains("GET, HEAD, POST");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/users", "/account", "/sign-in", "/problems/busy", "/health", "/no-such-page"})
    void pages_take_three_methods_at_most(String address) {
        signIn();
        for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND")) {
            HttpResponse<String> refused =
                    visitor.send(visitor.request(address).method(method, BodyPublishers.noBody()));

            assertThat(refused.statusCode()).as(method).isEqualTo(405);
            assertThat(refused.headers().firstValue("Allow"))
                    .contains(READ_ONLY.contains(address) ? "GET, HEAD" : "GET, HEAD, POST");
            assertThat(refused.headers().firstValue("Content-Security-Policy")).isPresent();
        }
    }

    @Test
    void a_form_in_the_query_of_a_post_needs_a_page_of_ours_too() {
        String address = "/sign-in?" + encoded(credentials());

        assertThat(visitor.postAsIs(address, Map.of(), Map.of()).statusCode()).isEqualTo(400);
        assertThat(visitor.postAsIs(address, Map.of(), Map.of("Origin", "https://elsewhere.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.session()).isEmpty();
    }

    @Test
    void a_browser_says_where_a_form_comes_from_in_one_way_or_the_other() {
        Map<String, String> fields = credentials();

        assertThat(visitor.postAsIs("/sign-in", fields, Map.of()).statusCode()).isEqualTo(400);
        for (String site : List.of("cross-site", "same-site", "none")) {
            assertThat(visitor.postAsIs("/sign-in", fields, Map.of("Sec-Fetch-Site", site))
                            .statusCode())
                    .as(site)
                    .isEqualTo(403);
        }
        String otherScheme = node.baseUri().toString().replace("http:", "https:");
        assertThat(visitor.postAsIs("/sign-in", fields, Map.of("Origin", otherScheme))
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.session()).isEmpty();

        assertThat(visitor.postAsIs("/sign-in", fields, Map.of("Sec-Fetch-Site", "same-origin"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(visitor.session()).isPresent();
    }

    @Test
    void what_is_no_page_and_changes_something_is_guarded_alike() {
        signIn();
        Map<String, String> german = Map.of("language", "de");

        for (String address : List.of("/sign-out", "/preference?language=de")) {
            HttpResponse<String> refused = visitor.get(address);
            assertThat(refused.statusCode()).isEqualTo(405);
            assertThat(refused.headers().firstValue("Allow")).contains("POST");
        }
        assertThat(visitor.postAsIs("/sign-out", Map.of(), Map.of()).statusCode())
                .isEqualTo(400);
        assertThat(visitor.postAsIs("/preference", german, Map.of()).statusCode())
                .isEqualTo(400);
        Map<String, String> foreign = Map.of("Origin", "https://elsewhere.example");
        assertThat(visitor.postAsIs("/sign-out", Map.of(), foreign).statusCode())
                .isEqualTo(403);
        assertThat(visitor.postAsIs("/preference", german, foreign).statusCode())
                .isEqualTo(403);
        assertThat(visitor.get("/users").body()).contains("lang=\"en\"");

        assertThat(visitor.post("/preference", german, Map.of()).statusCode()).isEqualTo(303);
        assertThat(visitor.get("/users").body()).contains("lang=\"de\"");
    }

    @Test
    void a_form_that_no_page_of_ours_can_have_made_is_refused_and_fails_nothing() {
        signIn();
        String state = viewState(visitor.get("/users"));
        String othersState = viewState(visitor.get("/account"));
        SoftAssertions softly = new SoftAssertions();
        for (String bad : List.of("", "x", ":", "1", "1:", "1:2:3", "stateless", "a".repeat(60_000), "%00", "\u00e9")) {
            softly.assertThat(post("/users", bad)).as("state " + shortened(bad)).isEqualTo(400);
            softly.assertThat(post("/users/new", bad))
                    .as("state " + shortened(bad))
                    .isEqualTo(400);
        }
        // Expired, out of range, and of another page.
        for (String stale : List.of("1:2", "-1:-1", "9999999999999999999:1", othersState, state + "1")) {
            softly.assertThat(post("/users", stale)).as("state " + stale).isLessThan(500);
            softly.assertThat(visitor.post("/users", script(stale), Map.of("Faces-Request", "partial/ajax"))
                            .statusCode())
                    .as("state of a script " + stale)
                    .isLessThan(500);
        }
        for (String bad : List.of("", "x", "1:2", state, "stateless2")) {
            softly.assertThat(post("/sign-in", bad))
                    .as("state " + shortened(bad))
                    .isEqualTo(400);
        }
        softly.assertAll();
        assertThat(log.stackTraces()).isEmpty();
    }

    @Test
    void parameters_of_faces_without_sense_fail_nothing() {
        signIn();
        String state = viewState(visitor.get("/users"));
        SoftAssertions softly = new SoftAssertions();
        for (String name : List.of(
                "jakarta.faces.source",
                "jakarta.faces.partial.execute",
                "jakarta.faces.partial.render",
                "jakarta.faces.partial.event",
                "jakarta.faces.behavior.event",
                "jakarta.faces.partial.resetValues",
                "jakarta.faces.ClientWindow",
                "omnifaces.event")) {
            for (String value : List.of("", "x", "@all", "@none", "a:b:c", "unload", "@(.x)", "true", "\u00e9<'\">")) {
                Map<String, String> fields = script(state);
                fields.put(name, value);
                softly.assertThat(visitor.post("/users", fields, Map.of("Faces-Request", "partial/ajax"))
                                .statusCode())
                        .as(name + "=" + value)
                        .isLessThan(500);
                softly.assertThat(visitor.get("/users?" + encoded(Map.of(name, value)))
                                .statusCode())
                        .as(name + "=" + value)
                        .isEqualTo(400);
                softly.assertThat(visitor.post("/users", Map.of(name, value), Map.of())
                                .statusCode())
                        .as(name + "=" + value + " without a state")
                        .isEqualTo(400);
            }
        }
        softly.assertThat(visitor.send(visitor.request("/users").header("Faces-Request", "partial/ajax"))
                        .statusCode())
                .isEqualTo(400);
        softly.assertAll();
        assertThat(log.stackTraces()).isEmpty();
    }

    @Test
    void an_encoded_form_is_refused() {
        Map<String, String> own = Map.of("Origin", node.baseUri().toString());
        for (String coding : List.of("gzip", "deflate", "x")) {
            Map<String, String> encoded = new LinkedHashMap<>(own);
            encoded.put("Content-Encoding", coding);
            HttpResponse<String> refused = visitor.postAsIs("/sign-in", credentials(), encoded);
            assertThat(refused.statusCode()).as(coding).isEqualTo(415);
            assertThat(refused.headers().firstValue("Accept-Encoding")).contains("identity");
        }
        assertThat(visitor.session()).isEmpty();
    }

    @Test
    void a_body_that_is_no_form_is_refused() {
        String good = encoded(credentials());
        SoftAssertions softly = new SoftAssertions();
        for (String bad :
                List.of("&a=%zz", "&%c0%af=1", "&a=%ff", "&a=%", "&a=\u00e9", "&jakarta.faces.ViewState=stateless")) {
            softly.assertThat(postBody("application/x-www-form-urlencoded", good + bad))
                    .as(bad)
                    .isEqualTo(400);
        }
        for (String type : List.of(
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "text/plain",
                "application/json",
                ";;;",
                "x")) {
            softly.assertThat(postBody(type, good)).as(type).isEqualTo(415);
        }
        softly.assertAll();
        assertThat(visitor.session()).isEmpty();
        assertThat(log.stackTraces()).isEmpty();

        assertThat(postBody("application/x-www-form-urlencoded; charset=UTF-8", good))
                .isEqualTo(303);
    }

    private int postBody(String type, String body) {
        return visitor.send(visitor.request("/sign-in")
                        .header("Origin", node.baseUri().toString())
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1)))
                .statusCode();
    }

    private int post(String address, String state) {
        Map<String, String> fields = Map.of("jakarta.faces.ViewState", state);
        HttpResponse<String> answer = visitor.post(address, fields, Map.of());
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.body()).doesNotContain("Exception");
        return answer.statusCode();
    }

    private void signIn() {
        assertThat(location(visitor.signIn(TENANT.slug(), "admin", TestTenant.PASSWORD)))
                .isEqualTo("/");
    }

    private static Map<String, String> credentials() {
        return form("signIn", Map.of("system", TENANT.slug(), "userName", "admin", "password", TestTenant.PASSWORD));
    }

    /** What a script of a page sends. */
    private static Map<String, String> script(String state) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("jakarta.faces.partial.ajax", "true");
        fields.put("jakarta.faces.source", "toasts");
        fields.put("jakarta.faces.partial.execute", "@none");
        fields.put("jakarta.faces.partial.render", "toasts");
        fields.put("jakarta.faces.ViewState", state);
        return fields;
    }

    private static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "...";
    }

    private static String viewState(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        Matcher found = VIEW_STATE.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
