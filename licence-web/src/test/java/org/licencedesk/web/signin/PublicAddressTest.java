package org.licencedesk.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
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
    void browsers_keep_to_tls_for_a_year_with_the_hosts_below_if_the_operator_says_so() {
        URI address = URI.create("https://licences.example");
        assertThat(https.strictTransport()).contains("max-age=31536000");
        assertThat(new PublicAddress(Optional.of(address), true).strictTransport())
                .contains("max-age=31536000; includeSubDomains");
        assertThat(unset.strictTransport()).isEmpty();
        assertThat(new PublicAddress(Optional.of(URI.create("http://licences.example")), true).strictTransport())
                .isEmpty();
    }

    @Test
    void the_name_of_the_session_cookie_says_who_can_have_set_it() {
        assertThat(unset.cookie("JSESSIONID")).isEqualTo("JSESSIONID");
        assertThat(https.cookie("JSESSIONID")).isEqualTo("__Host-JSESSIONID");
        assertThat(https.path()).isEqualTo("/");
        PublicAddress below = new PublicAddress(Optional.of(URI.create("https://vendor.example/licences/")));
        assertThat(below.cookie("JSESSIONID")).isEqualTo("__Secure-JSESSIONID");
        assertThat(below.path()).isEqualTo("/licences");
    }
}
