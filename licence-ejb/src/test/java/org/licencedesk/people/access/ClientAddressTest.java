package org.licencedesk.people.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "255.255.255.255, 255.255.255.255",
        "0.0.0.0, 0.0.0.0",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1",
        "2001:DB8::1, 2001:db8:0:0:0:0:0:1",
        "::1, 0:0:0:0:0:0:0:1",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:1",
        "::ffff:192.0.2.1, 192.0.2.1",
    })
    void reads_addresses(String text, String address) {
        assertThat(ClientAddress.parse(text).orElseThrow().address().getHostAddress())
                .isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "localhost",
                "192.0.2",
                "192.0.2.256",
                "192.0.2.1.1",
                "1",
                "192.0.2.01",
                "192.0.2.1:80",
                "[::1]",
                "::1::2",
                "12345::",
                ":",
                "a:b",
                "2001:db8::1 ",
                "١٩٢.0.2.1"
            })
    void takes_nothing_else_for_an_address_and_looks_nothing_up(String text) {
        assertThat(ClientAddress.parse(text)).isEmpty();
    }

    @Test
    void the_key_of_a_place_is_the_ipv4_address_or_the_network_of_ipv6() {
        assertThat(network("192.0.2.1")).isEqualTo(network("::ffff:192.0.2.1")).isNotEqualTo(network("192.0.2.2"));
        assertThat(network("2001:db8:1:2::1"))
                .isEqualTo(network("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(network("2001:db8:1:3::1"));
    }

    private static ThrottleKey network(String text) {
        return ClientAddress.parse(text).orElseThrow().network();
    }
}
