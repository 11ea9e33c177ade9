package org.licencedesk.web.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.Role;
import org.licencedesk.record.billing.InvoiceLine;
import org.licencedesk.record.billing.InvoiceLine.Kind;

class LineWordingTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

    @Test
    void says_what_is_charged_for_a_whole_period() {
        InvoiceLine line = line(Kind.PERIOD, 1200, FIRST, FIRST.plusDays(29), Optional.of("1012.50"));
        assertThat(LineWording.of(line, Locale.UK, Role.SYSTEM_ADMIN))
                .isEqualTo("1,200 licences, 1 Nov 2026 to 30 Nov 2026, at £1,012.50 each");
        assertThat(LineWording.of(line, Locale.GERMANY, Role.SYSTEM_ADMIN))
                .isEqualTo("1.200 Lizenzen, 01.11.2026 bis 30.11.2026, je 1.012,50\u00a0£");
    }

    @Test
    void says_what_is_charged_for_an_increase() {
        InvoiceLine line = line(Kind.INCREASE, 1, FIRST.plusDays(23), FIRST.plusDays(29), Optional.of("12.00"));
        assertThat(LineWording.of(line, Locale.UK, Role.SYSTEM_ADMIN))
                .isEqualTo("Increase by 1 licence on 24 Nov 2026: 7 days of 30 to 30 Nov 2026, at £12.00 each");
        assertThat(LineWording.of(line, Locale.GERMANY, Role.SYSTEM_ADMIN))
                .isEqualTo("Erhöhung um 1 Lizenz am 24.11.2026: 7 Tage von 30 bis 30.11.2026, je 12,00\u00a0£");
    }

    @ParameterizedTest // R33, R37
    @CsvSource(
            delimiter = '|',
            value = {
                "FIRST_PERIOD|2 licences from 24 Nov 2026 on: 7 days of 30 to 30 Nov 2026, at £12.00 each"
                        + "|2 Lizenzen ab 24.11.2026: 7 Tage von 30 bis 30.11.2026, je 12,00\u00a0£",
                "CORRECTION|Correction by 2 licences on 24 Nov 2026: 7 days of 30 to 30 Nov 2026, at £12.00 each"
                        + "|Korrektur um 2 Lizenzen am 24.11.2026: 7 Tage von 30 bis 30.11.2026, je 12,00\u00a0£",
                "CREDIT|Credit for 2 licences from 24 Nov 2026 on: 7 days of 30 to 30 Nov 2026, at £12.00 each"
                        + "|Gutschrift für 2 Lizenzen ab 24.11.2026: 7 Tage von 30 bis 30.11.2026, je 12,00\u00a0£"
            })
    void says_what_else_is_charged_and_credited(Kind kind, String english, String german) {
        InvoiceLine line = line(kind, 2, FIRST.plusDays(23), FIRST.plusDays(29), Optional.of("12.00"));
        assertThat(LineWording.of(line, Locale.UK, Role.SYSTEM_ADMIN)).isEqualTo(english);
        assertThat(LineWording.of(line, Locale.GERMANY, Role.SYSTEM_ADMIN)).isEqualTo(german);
    }

    @Test // R31
    void says_that_a_price_is_set_by_the_account_manager() {
        InvoiceLine line = line(Kind.PERIOD, 0, FIRST, FIRST.plusDays(29), Optional.empty());
        assertThat(LineWording.of(line, Locale.UK, Role.SYSTEM_ADMIN))
                .isEqualTo("No licences, 1 Nov 2026 to 30 Nov 2026, price set by your account manager");
        assertThat(LineWording.of(line, Locale.GERMANY, Role.SYSTEM_ADMIN))
                .isEqualTo("Keine Lizenzen, 01.11.2026 bis 30.11.2026, Preis laut Ihrem Account Manager");
    }

    @ParameterizedTest // R31
    @EnumSource(
            value = Role.class,
            names = {"ACCOUNT_MANAGER", "OPERATOR"})
    void to_the_vendor_a_price_that_is_not_known_is_not_set(Role reader) {
        InvoiceLine line = line(Kind.PERIOD, 0, FIRST, FIRST.plusDays(29), Optional.empty());
        assertThat(LineWording.of(line, Locale.UK, reader)).endsWith(", no price set yet");
        assertThat(LineWording.of(line, Locale.GERMANY, reader)).endsWith(", noch kein Preis festgelegt");
    }

    @Test
    void both_languages_have_the_same_texts() {
        assertThat(bundle(Locale.GERMAN).keySet()).isEqualTo(bundle(Locale.ROOT).keySet());
        assertThat(bundle(Locale.GERMAN).getLocale()).isEqualTo(Locale.GERMAN);
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "org.licencedesk.web.billing.texts",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static InvoiceLine line(Kind kind, int seats, LocalDate from, LocalDate to, Optional<String> price) {
        Optional<Money> money = price.map(amount -> Money.parse("price", amount, Currency.getInstance("GBP")));
        return new InvoiceLine(
                kind,
                seats,
                from,
                to,
                30,
                money,
                money,
                kind == Kind.INCREASE ? Optional.of(Identifiers.next()) : Optional.empty(),
                Optional.empty());
    }
}
