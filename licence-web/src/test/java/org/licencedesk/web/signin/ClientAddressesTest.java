package org.licencedesk.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.licencedesk.platform.Settings;

class ClientAddressesTest {

    private static final String OWN = "10.0.0.1";

    /** What no installation can do without. */
    private static final Map<String, String> DATABASE = Map.of(
            "LICENCE_DB_URL", "jdbc:mariadb://127.0.0.1/licence", "LICENCE_DB_USER", "u", "LICENCE_DB_PASSWORD", "p");

    private static final Map<String, String> PUBLIC = Map.of("LICENCE_PUBLIC_URL", "https://licences.example");

    @Test
    void what_a_proxy_says_is_believed_only_where_there_is_one() {
        String said = "203.0.113.9, 198.51.100.7";

        assertThat(client(Map.of(), said)).isEqualTo(OWN);
        assertThat(client(PUBLIC, said)).isEqualTo("198.51.100.7");
        assertThat(client(PUBLIC)).isEqualTo(OWN);
        assertThat(client(proxies("1"), said)).isEqualTo("198.51.100.7");
        assertThat(client(
                        Map.of("LICENCE_PUBLIC_URL", "https://licences.example", "LICENCE_TRUSTED_PROXIES", "0"), said))
                .isEqualTo(OWN);
    }

    @Test
    void all_lines_of_the_header_are_one_list() {
        assertThat(client(PUBLIC, "203.0.113.9", "198.51.100.7")).isEqualTo("198.51.100.7");
        assertThat(client(proxies("2"), "203.0.113.9, 203.0.113.8", "198.51.100.7"))
                .isEqualTo("203.0.113.8");
    }

    @Test
    void the_outermost_of_the_trusted_proxies_says_who_it_is() {
        assertThat(client(proxies("2"), "203.0.113.9, 198.51.100.7, 192.0.2.4")).isEqualTo("198.51.100.7");
        assertThat(client(proxies("2"), "198.51.100.7")).isEqualTo("198.51.100.7");
        assertThat(client(proxies("10"), "198.51.100.7, 192.0.2.4")).isEqualTo("198.51.100.7");
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.7:4711, 198.51.100.7",
        "[2001:db8::7], 2001:db8:0:0:0:0:0:7",
        "[2001:db8::7]:4711, 2001:db8:0:0:0:0:0:7",
        "2001:db8::7, 2001:db8:0:0:0:0:0:7",
        "::ffff:198.51.100.7, 198.51.100.7",
        "[::ffff:198.51.100.7]:4711, 198.51.100.7"
    })
    void an_address_may_have_a_port_and_brackets(String noted, String address) {
        assertThat(client(PUBLIC, "203.0.113.9, " + noted)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({"unknown", "''", "198.51.100.7:x", "[198.51.100.7", "a.host.example", "198.51.100.7:123456", "_hidden"})
    void what_is_no_address_leads_to_the_next_one_that_is_nearer_to_us(String junk) {
        assertThat(client(PUBLIC, "203.0.113.9, " + junk)).isEqualTo(OWN);
        assertThat(client(proxies("2"), "203.0.113.9, " + junk + ", 192.0.2.4")).isEqualTo("192.0.2.4");
    }

    @Test
    void a_proxy_that_the_settings_do_not_know_is_warned_of_once() {
        assertThat(warnings(Map.of(), "198.51.100.7"))
                .singleElement()
                .asString()
                .contains("LICENCE_TRUSTED_PROXIES");
        assertThat(warnings(Map.of())).isEmpty();
        assertThat(warnings(PUBLIC, "198.51.100.7")).isEmpty();
        assertThat(warnings(proxies("0"), "198.51.100.7")).isEmpty();
    }

    private static Map<String, String> proxies(String count) {
        return Map.of("LICENCE_TRUSTED_PROXIES", count);
    }

    private static String client(Map<String, String> environment, String... lines) {
        return addresses(environment).of(request(lines)).address().getHostAddress();
    }

    private static ClientAddresses addresses(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(DATABASE);
        all.putAll(environment);
        return new ClientAddresses(Settings.of(all));
    }

    private static List<String> warnings(Map<String, String> environment, String... lines) {
        List<String> messages = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord message) {
                messages.add(message.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(ClientAddresses.class.getName());
        logger.addHandler(handler);
        try {
            ClientAddresses addresses = addresses(environment);
            addresses.warnOfProxy(request(lines));
            addresses.warnOfProxy(request(lines));
        } finally {
            logger.removeHandler(handler);
        }
        return messages;
    }

    private static HttpServletRequest request(String... lines) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ClientAddressesTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeaders" -> Collections.enumeration(List.of(lines));
                    case "getHeader" -> lines.length == 0 ? null : lines[0];
                    default -> OWN;
                });
    }
}
