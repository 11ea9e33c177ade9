package org.licencedesk.messages.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;

/** Where webhooks may lead. */
class WebhookAddressTest {
    private static final AllowedAddresses NONE = AllowedAddresses.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://receiver.example/hook",
                "HTTPS://receiver.example",
                "https://receiver.example:8443/a?b=c",
                "https://93.184.215.14/",
                "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/",
                "https://xn--bcher-kva.example/"
            })
    void a_public_https_address_is_one(String url) {
        assertThat(WebhookAddress.parse(url, NONE).exempt()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "receiver.example",
                "/hook",
                "https:///hook",
                "https:receiver.example",
                "ftp://receiver.example",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://user@receiver.example/",
                "https://user:word@receiver.example/",
                "https://receiver.example/#part",
                "https://receiver.example:0/",
                "https://receiver.example:65536/",
                "https://receiver example/",
                "https://bücher.example/",
                "https://receiver_.example/"
            })
    void what_is_no_whole_address_is_refused(String url) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> WebhookAddress.parse(url, NONE))
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(Problem.NOT_IN_FORM));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://receiver.example/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://127.0.0.1./",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://[fd00:ec2::254]/",
                "https://[fe80::1]/",
                "https://[fe80::1%25eth0]/"
            })
    void what_is_plainly_not_public_is_refused(String url) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> WebhookAddress.parse(url, NONE))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("url"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.168.255.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "64:ff9b::a00:1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void addresses_that_are_not_public(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:200::1",
                "2606:4700:4700::1111",
                "2a00:1450:4001::1"
            })
    void addresses_that_are_public(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void the_operator_allows_hosts_with_or_without_a_port() {
        AllowedAddresses allowed = AllowedAddresses.of(" hooks.internal , 10.0.0.7:8080,");

        assertThat(WebhookAddress.parse("http://HOOKS.internal:99/a", allowed).exempt())
                .isTrue();
        assertThat(WebhookAddress.parse("http://10.0.0.7:8080/a", allowed).exempt())
                .isTrue();
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> WebhookAddress.parse("http://10.0.0.7:8081/a", allowed));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> WebhookAddress.parse("https://sub.hooks.internal.127.0.0.1/a", allowed));
    }
}
