package org.licencedesk.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublicAddressTest {

    private final PublicAddress unset = new PublicAddress(Optional.empty());

    private final PublicAddress https = new PublicAddress(Optional.of(URI.create("https://licences.example")));

    @Test
    void cookies_are_secure_where_the_address_is() {
        assertThat(https.isHttps()).isTrue();
        assertThat(unset.isHttps()).isFalse();
        assertThat(new PublicAddress(Optional.of(URI.create("http://licences.example"))).isHttps())
                .isFalse();
    }

    @Test
    void a_form_comes_from_our_own_page_or_from_no_browser() {
        Map<String, String> behindProxy = Map.of("Host", "10.0.0.5:8080", "Origin", "https://licences.example");
        assertThat(https.isForeign(request(behindProxy))).isFalse();
        assertThat(unset.isForeign(request(behindProxy))).isTrue();
        assertThat(unset.isForeign(request(Map.of("Host", "desk:8080", "Origin", "http://desk:8080"))))
                .isFalse();
        assertThat(unset.isForeign(request(Map.of("Host", "desk:8080", "Origin", "http://desk:8081"))))
                .isTrue();
        assertThat(unset.isForeign(request(Map.of("Host", "desk:8080", "Origin", "null"))))
                .isTrue();
        assertThat(unset.isForeign(request(Map.of("Host", "desk:8080")))).isFalse();
    }

    private static HttpServletRequest request(Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                PublicAddressTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getHeader") ? headers.get((String) arguments[0]) : "127.0.0.1");
    }
}
