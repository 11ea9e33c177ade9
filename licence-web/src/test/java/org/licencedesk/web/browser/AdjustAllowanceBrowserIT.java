package org.licencedesk.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.StoredTerms;
import org.licencedesk.web.fixture.TestTenant;

class AdjustAllowanceBrowserIT {

    private final Api operator = Api.of(Installation.shared().first());

    private final TestTenant tenant = TestTenant.create(operator, 10);

    @Test // R5, R6, R7, R8, R9, R10
    void the_allowance_is_raised_by_a_number_a_tick_and_two_saves() {
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.seesFigures(1, 10, 9);

            ada.button("Adjust User Allowance").click();
            assertThat(ada.field("New number of licences")).hasValue("10");
            ada.isAccessible("the number");
            asks(ada, "12");

            assertThat(ada.dialog()).containsText("Confirm the increase");
            assertThat(ada.dialog()).containsText("Maximum now10");
            assertThat(ada.dialog()).containsText("Maximum after12");
            assertThat(ada.dialog()).containsText("£24.00");
            assertThat(ada.dialog())
                    .containsText(
                            operator.get("/terms/current").body().path("text").asText());
            assertThat(ada.inDialog("Save")).isDisabled();
            ada.isAccessible("the confirmation");
            ada.accepts();

            assertThat(ada.dialog()).hasCount(0);
            ada.seesFigures(1, 12, 11);
            assertThat(ada.toast()).containsText("Your system holds 12 licences now. The next invoice will show it");
            assertThat(ada.button("Adjust User Allowance")).isFocused();
            Assertions.assertThat(tenant.admin()
                            .get(tenant.path("/invoices/next"))
                            .body()
                            .path("total")
                            .path("amount")
                            .asText())
                    .isNotEqualTo("120.00");
        }
    }

    @Test // R11
    void what_is_no_higher_number_is_refused_at_the_field_and_changes_nothing() {
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.button("Adjust User Allowance").click();
            for (String wrong : List.of("", "ten", "10.5", "-3")) {
                asks(ada, wrong);
                assertThat(ada.field("New number of licences")).hasAttribute("aria-invalid", "true");
                assertThat(ada.field("New number of licences")).isFocused();
                assertThat(ada.field("New number of licences")).hasValue(wrong);
                assertThat(ada.dialog().locator(".wrong")).hasText("Enter a whole number.");
            }
            asks(ada, "10");
            assertThat(ada.dialog().locator(".wrong")).hasText("Your system holds 10 already. Enter a higher number.");
            ada.isAccessible("a number that is refused");
        }
        Assertions.assertThat(tenant.figures()).isEqualTo(Map.of("maximum", 10, "occupied", 1));
    }

    @Test // R8, R29
    void terms_that_were_altered_are_neither_shown_nor_accepted() {
        operator.publishTerms("altered", "You owe us nothing.");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.button("Adjust User Allowance").click();
            asks(ada, "12");
            assertThat(ada.dialog()).containsText("You owe us nothing.");
            StoredTerms.alter("altered", "You owe us everything.");

            ada.accepts();
            assertThat(ada.dialog().locator(".refusal")).containsText("is not the one that was published");
            assertThat(ada.dialog()).not().containsText("You owe us");

            ada.page().reload();
            ada.button("Adjust User Allowance").click();
            asks(ada, "12");
            assertThat(ada.dialog().locator(".refusal")).containsText("is not the one that was published");
            assertThat(ada.dialog()).not().containsText("You owe us");
        } finally {
            StoredTerms.alter("altered", "You owe us nothing.");
        }
        Assertions.assertThat(tenant.figures()).isEqualTo(Map.of("maximum", 10, "occupied", 1));
    }

    @Test // R7
    void a_number_above_the_ceiling_is_refused_by_name() {
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.button("Adjust User Allowance").click();
            for (String tooHigh : List.of("1000001", "99999999999999999999")) {
                asks(ada, tooHigh);
                assertThat(ada.dialog().locator(".wrong"))
                        .hasText("At most 1,000,000 licences can be held. Enter a lower number.");
                assertThat(ada.field("New number of licences")).hasValue(tooHigh);
            }
        }
    }

    @Test // R11
    void a_lower_number_names_the_account_manager_and_how_many_must_be_freed() {
        tenant.add("ben", "ACTIVE");
        tenant.add("chidi", "LOCKED");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.button("Adjust User Allowance").click();
            asks(ada, "2");
            Locator warning = ada.dialog().locator(".note.warn");
            assertThat(warning).containsText("The allowance cannot be lowered here.");
            for (String contact : List.of("name", "email", "phone")) {
                assertThat(warning)
                        .containsText(tenant.admin()
                                .get(tenant.path("/allowance"))
                                .body()
                                .path("accountManager")
                                .path(contact)
                                .asText());
            }
            assertThat(warning).containsText("3 licences are in use: one must be freed first.");
            ada.isAccessible("a lower number");
        }
        Assertions.assertThat(tenant.figures()).isEqualTo(Map.of("maximum", 10, "occupied", 3));
    }

    @Test // R8
    void a_request_that_forges_the_tick_away_is_refused() {
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.button("Adjust User Allowance").click();
            asks(ada, "12");
            assertThat(ada.dialog()).containsText("Confirm the increase");
            ada.inDialog("Save").evaluate("button => { button.disabled = false; button.click(); }");
            assertThat(ada.dialog().locator(".note.warn"))
                    .containsText("Tick the box to accept the Terms and Conditions.");

            ada.field("I have read and accept the Terms and Conditions").press("Enter");
            assertThat(ada.dialog()).containsText("Maximum after12");
        }
        Assertions.assertThat(tenant.figures()).isEqualTo(Map.of("maximum", 10, "occupied", 1));
    }

    @Test // R32
    void of_two_browsers_the_second_sees_that_its_quote_no_longer_holds() {
        try (Visit ada = Visit.ofAdmin(tenant);
                Visit eve = Visit.ofAdmin(tenant)) {
            for (Visit one : List.of(ada, eve)) {
                one.button("Adjust User Allowance").click();
                asks(one, "12");
                one.field("I have read and accept the Terms and Conditions").check();
            }
            ada.inDialog("Save").click();
            ada.seesFigures(1, 12, 11);

            eve.inDialog("Save").click();
            assertThat(eve.dialog())
                    .containsText("The allowance has been changed in the meantime: it is 12 now. Nothing was bought.");
            asks(eve, "13");
            assertThat(eve.dialog()).containsText("Maximum now12");
            eve.accepts();
            eve.seesFigures(1, 13, 12);
        }
    }

    @Test // R32
    void a_price_that_changed_meanwhile_is_shown_and_confirmed_anew() {
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.button("Adjust User Allowance").click();
            asks(ada, "11");
            assertThat(ada.dialog()).containsText("Confirm the increase");
            LocalDate renewal = LocalDate.now(ZoneOffset.UTC).plusMonths(1).withDayOfMonth(1);
            Assertions.assertThat(
                            operator.put(tenant.path("/price"), "{'pricePerSeat':'15.00','from':'" + renewal + "'}")
                                    .status())
                    .isEqualTo(200);
            ada.accepts();
            assertThat(ada.dialog().locator(".note.warn"))
                    .containsText("The price, the terms, a date or an amount changed meanwhile.");
            assertThat(ada.inDialog("Save")).isDisabled();
            ada.accepts();
            ada.seesFigures(1, 11, 10);
        }
    }

    @Test // R30, R32
    void a_reduction_that_was_agreed_meanwhile_is_shown_before_it_is_ended() {
        Assertions.assertThat(tenant.admin()
                        .post(tenant.path("/reduction-requests"), "{'maximum':2,'reason':'Fewer people'}")
                        .status())
                .isEqualTo(201);
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.button("Adjust User Allowance").click();
            asks(ada, "11");
            assertThat(ada.dialog()).not().containsText("This ends an agreement.");
            tenant.decide("{'decision':'ACCEPT'}");

            ada.accepts();

            assertThat(ada.dialog()).containsText("The agreed reduction changed meanwhile.");
            assertThat(ada.dialog()).containsText("The reduction to 2 licences on");
            assertThat(ada.inDialog("Save")).isDisabled();
            Assertions.assertThat(agreed()).isEqualTo("2");
            ada.accepts();
            ada.seesFigures(1, 11, 10);
            Assertions.assertThat(agreed()).isEmpty();
        }
    }

    private String agreed() {
        return tenant.admin()
                .get(tenant.path("/allowance"))
                .body()
                .at("/agreedReduction/maximum")
                .asText();
    }

    @Test // R9
    void a_double_click_raises_it_once() {
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.button("Adjust User Allowance").click();
            asks(ada, "11");
            ada.field("I have read and accept the Terms and Conditions").check();
            ada.inDialog("Save").dblclick();
            ada.seesFigures(1, 11, 10);
            assertThat(ada.toast()).hasCount(1);
        }
        Assertions.assertThat(tenant.figures()).isEqualTo(Map.of("maximum", 11, "occupied", 1));
    }

    private static void asks(Visit visit, String number) {
        visit.field("New number of licences").fill(number);
        visit.inDialog("Save").click();
    }
}
