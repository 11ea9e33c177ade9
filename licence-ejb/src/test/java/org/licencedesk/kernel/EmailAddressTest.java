package org.licencedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.kernel.InvalidValue.Problem;

/** R44: mail goes to the address that was typed, or nowhere. */
class EmailAddressTest {

    private static final String LONG_DOMAIN = ("a".repeat(61) + ".").repeat(2) + "a".repeat(61) + ".example";

    @ParameterizedTest // R44
    @CsvSource({
        "anna@demo.example, anna@demo.example",
        "Anna.Lang@Demo.Example, Anna.Lang@demo.example",
        "o'brien+x@example.org, o'brien+x@example.org",
        "a@b, a@b",
        "!#$%&*/=?^_`{|}~-@b.example, !#$%&*/=?^_`{|}~-@b.example",
        "a@faß.example, a@xn--fa-hia.example",
        "a@βόλος.example, a@xn--nxasmm1c.example",
        "a@bücher.example, a@xn--bcher-kva.example",
        "a@BÜCHER.example, a@xn--bcher-kva.example",
        "a@bu\u0308cher.example, a@xn--bcher-kva.example",
        "a@xn--bcher-kva.example, a@xn--bcher-kva.example",
        "用户@例え。jp, 用户@xn--r8jz45g.jp",
        "šda@b.example, šda@b.example",
        "a@نامه\u200cای.example, a@xn--mgba3gch31f060k.example"
    })
    void an_address_is_kept_as_typed_and_its_domain_goes_out_by_idna_2008(String typed, String onTheWire) {
        assertThat(new EmailAddress(typed).text()).isEqualTo(typed);
        assertThat(new EmailAddress(typed).onTheWire()).isEqualTo(onTheWire);
    }

    @Test
    void a_local_part_beyond_ascii_needs_a_server_that_knows_it() {
        assertThat(new EmailAddress("šda@b.example").isAscii()).isFalse();
        assertThat(new EmailAddress("ada@bücher.example").isAscii()).isTrue();
    }

    @ParameterizedTest // R44
    @ValueSource(
            strings = {
                "a",
                "@",
                "a@",
                "@b.example",
                "a@b@c.example",
                "a b@c.example",
                "a@b c.example",
                " a@b.example",
                "a@b.example ",
                "a@b..example",
                "<a@b.example>",
                "a<a@b.example>",
                ".@.",
                ".a@b.example",
                "a.@b.example",
                "a..b@c.example",
                "a@.b.example",
                "a@b.example.",
                "a@-b.example",
                "a@b-.example",
                "a@b_c.example",
                "a@127.0.0.1",
                "a@[127.0.0.1]",
                "\"a b\"@c.example",
                "a(b)@c.example",
                "a,b@c.example",
                "a;b@c.example",
                "a:b@c.example",
                "a\\b@c.example",
                "a\u00a0b@c.example",
                "a\u3000@c.example",
                "a\u2800@c.example",
                "a\u200b@c.example",
                "a\u00adb@c.example",
                "a\u200d@c.example",
                "a\u202eb@c.example",
                "\u200ea@c.example",
                "a\u2060b@c.example",
                "a\ufeffb@c.example",
                "a\u3164b@c.example",
                "a\u2028b@c.example",
                "a\ue000b@c.example",
                "\u0308a@c.example",
                "a@b\u200bc.example",
                "a@b\u00adc.example",
                "a@b\u200dc.example",
                "a@b\u202ec.example",
                "a@\u2603.example",
                "a@i\u2764.example",
                "a@\u24b6.example",
                "a@xn--i-7iq.example",
                "a@xn--zzzzzzzz.example",
                "a@\u0627b.example"
            })
    void what_has_not_the_form_is_refused(String typed) {
        assertThat(problem(typed)).isEqualTo(Problem.NOT_IN_FORM);
        assertThat(EmailAddress.find(typed)).isEmpty();
    }

    @Test
    void it_is_refused_at_the_field_it_was_typed_in() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> EmailAddress.of("contact/email", "a@b@c"))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("contact/email"));
        assertThat(problem("")).isEqualTo(Problem.BLANK);
        assertThat(problem("a\r\nRCPT TO:<b@c.example>@d.example")).isEqualTo(Problem.CONTROL_CHARACTER);
    }

    @Test
    void up_to_64_bytes_before_the_sign() {
        assertThat(EmailAddress.find("a".repeat(64) + "@b.example")).isPresent();
        assertThat(EmailAddress.find("a".repeat(65) + "@b.example")).isEmpty();
        assertThat(EmailAddress.find("š".repeat(32) + "@b.example")).isPresent();
        assertThat(EmailAddress.find("š".repeat(32) + "a@b.example")).isEmpty();
    }

    @Test
    void up_to_63_characters_in_a_label_as_the_dns_knows_it() {
        assertThat(EmailAddress.find("a@" + "b".repeat(63) + ".example")).isPresent();
        assertThat(EmailAddress.find("a@" + "b".repeat(64) + ".example")).isEmpty();
        assertThat(EmailAddress.find("a@" + "ü" + "b".repeat(56) + ".example")).isEmpty();
        assertThat(EmailAddress.find("a@" + "ü" + "b".repeat(54) + ".example")).isPresent();
    }

    @Test
    void up_to_254_characters_in_all() {
        int left = 254 - 1 - LONG_DOMAIN.length();
        assertThat(problem("a".repeat(left + 1) + "@" + LONG_DOMAIN)).isEqualTo(Problem.TOO_LONG);
        assertThat(new EmailAddress("a".repeat(left) + "@" + LONG_DOMAIN).onTheWire())
                .hasSize(254);
        assertThat(problem("š".repeat(20) + "a".repeat(left - 39) + "@" + LONG_DOMAIN))
                .as("in bytes too")
                .isEqualTo(Problem.TOO_LONG);
    }

    private static Problem problem(String typed) {
        try {
            new EmailAddress(typed);
        } catch (InvalidValue e) {
            return e.problem();
        }
        throw new AssertionError("Taken: " + typed);
    }
}
