package org.licencedesk.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.TestTenant;
import org.licencedesk.web.fixture.Visitor;

/** A node behind a proxy that speaks TLS, with what an operator may open and tighten. */
class HttpsAddressIT {

    private static final String ADDRESS = Installation.TLS_ADDRESS;

    private static final TestTenant TENANT =
            TestTenant.create(Api.of(Installation.shared().first()), 5);

    private final Visitor visitor = new Visitor(Installation.shared().strict().baseUri());

    @Test
    void the_cookies_are_ones_that_only_this_host_can_have_set() {
        Map<String, String> typed = Visitor.form(
                "signIn", Map.of("system", TENANT.slug(), "userName", "admin", "password", TestTenant.PASSWORD));

        assertThat(visitor.post("/sign-in", typed, Map.of()).statusCode()).isEqualTo(403);
        HttpResponse<String> in = visitor.post("/sign-in", typed, Map.of("Origin", ADDRESS));

        assertThat(in.statusCode()).isEqualTo(303);
        List<String> cookies = in.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.contains("SESSIONID"))
                .toList();
        assertThat(cookies).singleElement().asString().startsWith("__Host-JSESSIONID=");
        assertThat(Stream.of(cookies.get(0).split("; *")).skip(1).map(attribute -> attribute.toLowerCase(Locale.ROOT)))
                .containsExactlyInAnyOrder("path=/", "secure", "httponly", "samesite=lax");
        assertThat(in.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.contains("licence-device"))
                .singleElement()
                .asString()
                .startsWith("__Host-licence-device=")
                .contains("Secure")
                .doesNotContain("Domain");
        String session = cookies.get(0).replaceFirst(";.*", "");
        assertThat(visitor.send(visitor.request("/users").header("Cookie", session))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void browsers_are_told_to_keep_to_tls() {
        for (String address : List.of("/sign-in", "/no-such-page", "/api/v1/terms/current", "/api/v1/tenants")) {
            assertThat(visitor.get(address).headers().allValues("Strict-Transport-Security"))
                    .containsExactly("max-age=31536000; includeSubDomains");
        }
    }

    @Test
    void the_metrics_are_open_where_that_was_said() {
        HttpResponse<String> metrics = visitor.get("/metrics");

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body()).contains("memory_usedHeap_bytes");
    }
}
