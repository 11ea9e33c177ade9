package org.licencedesk.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.TestTenant;
import org.licencedesk.web.fixture.Visitor;
import org.licencedesk.web.fixture.Visitor.Form;

/** Who guesses passwords is slowed down whatever they write into headers, and slows nobody else down (R21). */
class GuessingIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final URI node = Installation.shared().first().baseUri();

    private final TestTenant tenant =
            TestTenant.create(Api.of(Installation.shared().first()), 3);

    /** The address that the proxy of the operator notes. */
    private static final String SHARED = "198.51.100.100";

    @Test
    void who_guesses_is_held_up_whatever_they_write_into_headers_and_nobody_else_whose_browser_is_known() {
        Visitor ada = new Visitor(node, SHARED);
        HttpResponse<String> in = ada.signIn(tenant.slug(), "admin", TestTenant.PASSWORD);
        assertThat(in.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("licence-device="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "Max-Age=7776000", "Path=/")
                .containsIgnoringCase("SameSite=Lax")
                .doesNotContain("Secure", "admin");
        ada.post("/sign-out", Map.of(), Map.of());
        assertThat(ada.cookie("licence-device")).isPresent();

        assertHeldAfter(80, () -> guess(anywhere() + ", " + SHARED));
        // One attempt comes back every six seconds.
        await().atMost(Duration.ofSeconds(10))
                .until(() -> guess(anywhere() + ", " + SHARED).statusCode() == 200);
        assertHeldAfter(5, () -> guess(anywhere(), SHARED));
        assertHeldAfter(5, () -> guess(anywhere(), anywhere() + "," + SHARED + ":4711"));
        assertHeldAfter(5, () -> guess("[2001:db8::1]:80", "[::ffff:" + SHARED + "]:80"));
        assertThat(guess(anywhere()).statusCode()).isEqualTo(200);

        assertHeldAfter(5, () -> new Visitor(node, SHARED).signIn(tenant.slug(), "no-admin", TestTenant.PASSWORD));
        assertThat(ada.signIn(tenant.slug(), "admin", TestTenant.PASSWORD).statusCode())
                .isEqualTo(303);
    }

    private static void assertHeldAfter(int attempts, Supplier<HttpResponse<String>> attempt) {
        assertThat(Stream.generate(attempt).limit(attempts).anyMatch(answer -> answer.statusCode() == 429))
                .isTrue();
    }

    private static String anywhere() {
        return "203.0.113." + NUMBER.incrementAndGet() % 256;
    }

    private final Visitor guesser = new Visitor(node);

    private Optional<Form> form = Optional.empty();

    /** Tries a password at a name that nobody has, by a proxy that wrote these lines. */
    private HttpResponse<String> guess(String... forwarded) {
        Form signIn = form.orElseGet(() -> guesser.open("/sign-in", "signIn"));
        form = Optional.of(signIn);
        Map<String, String> typed = Map.of(
                "system", tenant.slug(), "userName", "nobody-" + NUMBER.incrementAndGet(), "password", "a horse");
        return guesser.submit(signIn, typed, forwarded);
    }
}
