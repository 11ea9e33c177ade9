package org.licencedesk.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Visitor;

/** Whoever did not sign in is kept nothing of: no request of theirs opens a session. */
class AnonymousIT {

    private final URI node = Installation.shared().first().baseUri();

    private final Visitor visitor = new Visitor(node, "198.51.100.90");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/sign-in.xhtml",
                "/sign-in?to=/users",
                "/sign-in?to=https://elsewhere.example",
                "/password",
                "/password?token=of-nobody",
                "/forgot-password",
                "/setup",
                "/setup/users",
                "/problems/busy",
                "/problems/too-many-requests",
                "/problems/none",
                "/problems",
                "/preference",
                "/sign-out",
                "/users",
                "/users/new",
                "/account",
                "/systems",
                "/no-such-page",
                "/no/such/page.xhtml",
                "/WEB-INF/web.xml",
                "/WEB-INF/pages/problem.xhtml",
                "/jakarta.faces.resource/desk.css.xhtml?ln=licence",
                "/jakarta.faces.resource/none.css.xhtml?ln=licence",
                "/health/ready",
                "/openapi",
                "/api/v1/terms/current",
                "/api/v1/problems/busy",
                "/api/v1/tenants",
                "/api/none"
            })
    void looking_at_a_page_opens_no_session(String address) {
        for (String method : new String[] {"GET", "HEAD"}) {
            assertKeepsNothing(visitor.send(visitor.request(address).method(method, BodyPublishers.noBody())));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/sign-in, signIn, 200",
        "/forgot-password, forgot, 200",
        "/sign-in, none, 200",
    })
    void sending_a_form_opens_no_session(String page, String form, int status) {
        Map<String, String> typed = Map.of("system", "", "userName", "nobody", "password", "a horse");
        HttpResponse<String> answer = visitor.submit(page, form, typed);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertKeepsNothing(answer);
        assertKeepsNothing(visitor.submit(page, form, Map.of("system", "", "userName", "", "password", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/password", "/forgot-password", "/setup", "/users", "/problems/busy", "/none"})
    void a_form_that_no_page_made_opens_no_session(String address) {
        Map<String, String> forged = new HashMap<>(Visitor.form("signIn", Map.of("userName", "a")));

        assertKeepsNothing(visitor.post(address, forged, Map.of("Origin", node.toString())));
        assertKeepsNothing(visitor.post(address, forged, Map.of("Origin", "https://elsewhere.example")));
        assertKeepsNothing(visitor.post(address, Map.of("a", "b".repeat(70_000)), Map.of()));
        assertKeepsNothing(visitor.post(address, Map.of(), Map.of("Faces-Request", "partial/ajax")));
        forged.put("jakarta.faces.ViewState", "-1:-1");
        assertKeepsNothing(visitor.post(address, forged, Map.of("Origin", node.toString())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS"})
    void another_method_opens_no_session(String method) {
        for (String address : new String[] {"/sign-in", "/users", "/problems/busy", "/none"}) {
            assertKeepsNothing(visitor.send(visitor.request(address).method(method, BodyPublishers.ofString("a=b"))));
        }
    }

    private void assertKeepsNothing(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("Set-Cookie"))
                .as("%s %s", answer.request().method(), answer.uri())
                .isEmpty();
        assertThat(visitor.session()).isEmpty();
    }
}
