package org.licencedesk.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestOriginTest {

    private static final Optional<URI> UNSET = Optional.empty();

    private static final Optional<URI> PUBLIC = Optional.of(URI.create("https://licences.example/desk/"));

    @Test
    void behind_a_proxy_scheme_host_and_port_of_the_public_address_count() {
        assertThat(origin(PUBLIC, "Host: 10.0.0.5:8080", "Origin: https://licences.example"))
                .isEqualTo(RequestOrigin.OWN);
        assertThat(origin(PUBLIC, "Host: 10.0.0.5:8080", "Origin: https://LICENCES.example:443"))
                .isEqualTo(RequestOrigin.OWN);
        assertThat(origin(PUBLIC, "Host: licences.example", "Origin: http://licences.example"))
                .isEqualTo(RequestOrigin.FOREIGN);
        assertThat(origin(PUBLIC, "Host: licences.example", "Origin: https://licences.example:8443"))
                .isEqualTo(RequestOrigin.FOREIGN);
        assertThat(origin(PUBLIC, "Host: 10.0.0.5:8080", "Origin: http://10.0.0.5:8080"))
                .isEqualTo(RequestOrigin.FOREIGN);
    }

    @Test
    void without_a_public_address_the_host_that_was_asked_counts() {
        assertThat(origin(UNSET, "Host: desk:8080", "Origin: http://desk:8080")).isEqualTo(RequestOrigin.OWN);
        assertThat(origin(UNSET, "Host: desk", "Origin: https://desk")).isEqualTo(RequestOrigin.OWN);
        assertThat(origin(UNSET, "Host: desk:8080", "Origin: http://desk:8081")).isEqualTo(RequestOrigin.FOREIGN);
        assertThat(origin(UNSET, "Host: desk:8080", "Origin: https://licences.example"))
                .isEqualTo(RequestOrigin.FOREIGN);
    }

    @Test
    void what_is_no_origin_or_more_than_one_is_foreign() {
        assertThat(origin(UNSET, "Host: desk", "Origin: null")).isEqualTo(RequestOrigin.FOREIGN);
        assertThat(origin(UNSET, "Host: desk", "Origin:")).isEqualTo(RequestOrigin.FOREIGN);
        assertThat(origin(UNSET, "Host: desk", "Origin: http://de sk")).isEqualTo(RequestOrigin.FOREIGN);
        assertThat(origin(UNSET, "Origin: http://")).isEqualTo(RequestOrigin.FOREIGN);
        assertThat(origin(UNSET, "Host: desk", "Origin: http://desk", "Origin: http://elsewhere.example"))
                .isEqualTo(RequestOrigin.FOREIGN);
    }

    @Test
    void without_an_origin_the_browser_says_it_otherwise_or_nobody_does() {
        assertThat(origin(UNSET, "Host: desk", "Sec-Fetch-Site: same-origin")).isEqualTo(RequestOrigin.OWN);
        for (String other : List.of("same-site", "cross-site", "none", "")) {
            assertThat(origin(UNSET, "Host: desk", "Sec-Fetch-Site: " + other)).isEqualTo(RequestOrigin.FOREIGN);
        }
        assertThat(origin(UNSET, "Host: desk", "Origin: http://elsewhere.example", "Sec-Fetch-Site: same-origin"))
                .isEqualTo(RequestOrigin.FOREIGN);
        assertThat(origin(UNSET, "Host: desk")).isEqualTo(RequestOrigin.UNSAID);
    }

    private static RequestOrigin origin(Optional<URI> publicAddress, String... headers) {
        return RequestOrigin.of(request(headers), publicAddress);
    }

    private static HttpServletRequest request(String... headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                RequestOriginTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> {
                    List<String> values = Arrays.stream(headers)
                            .filter(header -> header.startsWith(arguments[0] + ":"))
                            .map(header ->
                                    header.substring(header.indexOf(':') + 1).strip())
                            .toList();
                    return method.getName().equals("getHeaders")
                            ? Collections.enumeration(values)
                            : values.stream().findFirst().orElse(null);
                });
    }
}
