package org.licencedesk.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.ClosedInvoices;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

class AccountBrowserIT {

    private final Api operator = Api.of(Installation.shared().first());

    @Test // R29, R33
    void what_it_costs_is_what_the_api_answers() {
        TestTenant tenant = TestTenant.create(operator, 10);
        raise(tenant, 12);
        JsonNode next = tenant.admin().get(tenant.path("/invoices/next")).body();
        String renewal = next.path("date").asText();
        operator.put(tenant.path("/price"), "{'pricePerSeat':'13.50','from':'" + renewal + "'}");
        JsonNode dearer = tenant.admin().get(tenant.path("/invoices/next")).body();
        JsonNode proof = tenant.admin().get(tenant.path("/acceptances")).body().at("/items/0");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.link("Allowance and account").click();
            ada.seesFigures(1, 12, 11);

            assertThat(ada.page().locator("#pricePerSeat")).containsText("£12.00 a month, since");
            assertThat(ada.page().locator("#price")).containsText("£13.50 a month, from");
            Locator lines = ada.page().locator("#next tbody tr");
            assertThat(lines).hasCount(dearer.path("lines").size() + 1);
            for (int i = 0; i < dearer.path("lines").size(); i++) {
                assertThat(lines.nth(i))
                        .containsText(dearer.at("/lines/" + i + "/text").asText());
                assertThat(lines.nth(i)).containsText(pounds(dearer.at("/lines/" + i + "/amount")));
            }
            assertThat(lines.last()).hasText("Total" + pounds(dearer.path("total")));

            Locator acceptance = ada.page().locator("#acceptances tbody tr");
            assertThat(acceptance).hasCount(1);
            assertThat(acceptance).containsText("of a test (token)");
            assertThat(acceptance).containsText("10 → 12");
            assertThat(acceptance).containsText(pounds(proof.path("monthlyIncrease")));
            assertThat(acceptance.locator("a"))
                    .hasAttribute(
                            "href", "/ledger/acceptances/" + proof.path("id").asText());
            assertThat(ada.page().locator("#manager a[href^='mailto:']")).isVisible();
            ada.isAccessible("account");
        }
    }

    @Test // R31
    void a_price_that_is_not_known_is_set_by_the_account_manager() {
        TestTenant tenant = TestTenant.create(operator, 3, "");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/account");
            assertThat(ada.page().locator("#pricePerSeat")).hasText("set by your account manager");
            assertThat(ada.page().locator("#next tbody tr").last()).hasText("Totalset by your account manager");
            assertThat(ada.page().locator("#invoices")).containsText("No invoice has been closed yet.");
            assertThat(ada.page().locator("#acceptances")).containsText("No increase has been confirmed yet.");
            assertThat(ada.page().locator("#webhooks")).containsText("No webhook has been added yet.");
            ada.isAccessible("an account without anything");
        }
    }

    @Test // R9, R10
    void an_increase_is_in_the_next_invoice_and_proven_at_once() {
        TestTenant tenant = TestTenant.create(operator, 10);
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/account");
            ada.button("Adjust User Allowance").click();
            ada.field("New number of licences").fill("13");
            ada.button("Save").click();
            ada.field("I have read and accept the Terms and Conditions").check();
            ada.button("Save").click();

            ada.seesFigures(1, 13, 12);
            assertThat(ada.page().locator("#next tbody tr").nth(1)).containsText("Increase by 3 licences");
            assertThat(ada.page().locator("#acceptances tbody tr")).containsText("Ada Admin");
            JsonNode next = tenant.admin().get(tenant.path("/invoices/next")).body();
            assertThat(ada.page().locator("#next tbody tr").last()).hasText("Total" + pounds(next.path("total")));
            assertThat(ada.button("Adjust User Allowance")).isFocused();
            assertThat(ada.page().locator("#messages tbody")).containsText("13 licences, 3 more than before");
        }
    }

    @Test // R3, R33
    void a_closed_invoice_is_read_by_its_date_and_another_systems_is_not_there() {
        TestTenant tenant = TestTenant.create(operator, 10);
        TestTenant stranger = TestTenant.create(operator, 10);
        ClosedInvoices.put(tenant, "2026-02-01");
        ClosedInvoices.put(stranger, "2026-03-01");
        JsonNode closed = tenant.admin().get(tenant.path("/invoices")).body().at("/items/0");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/account");
            assertThat(ada.page().locator("#invoices tbody tr")).hasCount(1);
            assertThat(ada.page().locator("#invoices tbody tr")).containsText(pounds(closed.path("total")));
            ada.link("1 February 2026").click();

            assertThat(ada.page().locator("h1")).hasText("Invoice of 1 February 2026");
            assertThat(ada.page().locator("main"))
                    .containsText(closed.at("/lines/0/text").asText());
            assertThat(ada.page().locator("tr.total")).hasText("Total" + pounds(closed.path("total")));
            ada.isAccessible("an invoice");

            ada.open("/account/invoices/2026-03-01");
            assertThat(ada.page().locator("h1")).hasText("Not found");
            ada.open("/account/elsewhere");
            assertThat(ada.page().locator("h1")).hasText("Not found");
        }
    }

    @Test // R31, R58
    void what_corrects_an_invoice_without_an_amount_is_read_beside_it() {
        TestTenant tenant = TestTenant.create(operator, 10, "");
        LocalDate start = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
        ClosedInvoices.putUnpriced(tenant, start);
        Reply set = operator.put(tenant.path("/price"), "{'pricePerSeat':'12.00','from':'" + start + "'}");
        Assertions.assertThat(set.status()).isEqualTo(200);
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/account");
            Locator rows = ada.page().locator("#invoices tbody tr");
            assertThat(rows).hasCount(2);
            assertThat(rows.first()).containsText("£120.00");
            assertThat(rows.last()).containsText("set by your account manager");
            ada.isAccessible("a correction among the invoices");
            rows.first().getByRole(AriaRole.LINK).click();

            assertThat(ada.page().locator("h1")).containsText("Correction of the invoice of 1 ");
            assertThat(ada.page().locator("main")).containsText("10 licences, 1 ");
            assertThat(ada.page().locator("main")).containsText("no price was known");
            assertThat(ada.page().locator("tr.total")).hasText("Total£120.00");
            ada.isAccessible("a correction");
            ada.open("/account/invoices/2026-03-01/correction");
            assertThat(ada.page().locator("h1")).hasText("Not found");
        }
    }

    @Test
    void a_webhook_shows_its_secret_once_and_a_parked_message_is_sent_again() {
        TestTenant tenant = TestTenant.create(operator, 10);
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/account");
            ada.button("Add a webhook").click();
            ada.field("Endpoint").fill("https://10.0.0.1/inside");
            ada.button("Save").click();
            assertThat(ada.field("Endpoint")).hasAttribute("aria-invalid", "true");
            assertThat(ada.dialog()).containsText("This address is not allowed here.");
            ada.isAccessible("a webhook with something wrong");
            ada.field("Endpoint").fill("http://127.0.0.1:9/licences");
            ada.button("Save").click();
            String secret = ada.field("Signing secret").inputValue();
            Assertions.assertThat(secret).startsWith("whsec_");
            ada.isAccessible("a secret");
            ada.button("Close").click();
            assertThat(ada.button("Add a webhook")).isFocused();

            tenant.add("ben", "ACTIVE");
            sql(
                    "update webhook_delivery set state = 'PARKED', attempts = 12, last_failure = 'REFUSED',"
                            + " last_status = 500 where kind = 'USER_ADDED' and webhook_id in"
                            + " (select w.id from webhook w join tenant t on t.id = w.tenant_id where t.slug = ?)",
                    tenant.slug());
            ada.link("http://127.0.0.1:9/licences").click();
            Locator parked = ada.page()
                    .locator("#messages tbody tr")
                    .filter(new Locator.FilterOptions().setHasText("User added"));
            assertThat(parked).containsText("Parked");
            assertThat(parked).containsText("12 attempts. The endpoint answered 500.");
            ada.isAccessible("a webhook");
            parked.getByRole(AriaRole.BUTTON).click();
            assertThat(ada.toast()).containsText("The message is sent again: User added.");
            assertThat(parked).not().containsText("Parked");

            assertThat(ada.field("Signing secret")).hasCount(0);
            ada.button("Make a new secret").click();
            assertThat(ada.field("Signing secret")).not().hasValue(secret);
            assertThat(ada.page().locator("#secretForm")).containsText("The previous one also signs until");

            ada.button("Remove this webhook").click();
            ada.isAccessible("the removal");
            ada.button("Remove").click();
            assertThat(ada.toast()).containsText("The webhook to 127.0.0.1 was removed.");
            assertThat(ada.page().locator("#webhooks")).containsText("No webhook has been added yet.");
        }
    }

    @Test // R3
    void the_webhook_of_another_system_is_not_there() {
        TestTenant stranger = TestTenant.create(operator, 2);
        String webhook = stranger.admin()
                .post(stranger.path("/webhooks"), "{'url':'https://hooks.test.example/'}")
                .body()
                .path("id")
                .asText();
        try (Visit ada = Visit.ofAdmin(TestTenant.create(operator, 2))) {
            ada.open("/account/webhooks/" + webhook);
            assertThat(ada.page().locator("h1")).hasText("Not found");
        }
    }

    @Test // R1
    void a_standard_user_gets_no_page_of_money() {
        TestTenant tenant = TestTenant.create(operator, 3);
        Reply added = tenant.admin()
                .post(
                        tenant.path("/users"),
                        "{'userName':'sam','displayName':'Sam','email':'sam@test.example','password':'"
                                + TestTenant.PASSWORD + "'}");
        Assertions.assertThat(added.status()).isEqualTo(201);
        try (Visit sam = Visit.start()) {
            sam.signIn(tenant.slug(), "sam", TestTenant.PASSWORD);
            assertThat(sam.page().locator("h1")).hasText("No access");
            for (String address : new String[] {"/account", "/account/invoices/2026-02-01", "/requests"}) {
                Assertions.assertThat(sam.page().navigate(address).status()).isEqualTo(403);
                assertThat(sam.page().locator("h1")).hasText("No access");
            }
        }
    }

    @Test
    void in_german_on_a_narrow_screen_all_of_it_is_german_and_fits() {
        TestTenant tenant = TestTenant.create(operator, 10);
        raise(tenant, 11);
        try (Visit ada =
                Visit.start(new Browser.NewContextOptions().setLocale("de-DE").setViewportSize(390, 844))) {
            ada.open("/account");
            ada.field("Benutzername").fill("admin");
            ada.field("Passwort").fill(TestTenant.PASSWORD);
            ada.field("System").fill(tenant.slug());
            ada.button("Anmelden").click();
            assertThat(ada.page().locator("h1")).hasText("Kontingent und Konto");
            assertThat(ada.page().locator("#pricePerSeat")).containsText("12,00 £ im Monat, seit");
            assertThat(ada.page().locator("#next tbody tr").nth(1)).containsText("Erhöhung um 1 Lizenz");
            for (String part : List.of("#next", "#price", "#manager", "#invoices", "#acceptances", "#webhooks")) {
                Assertions.assertThat(ada.page().locator(part).innerText())
                        .doesNotContainIgnoringCase(" licence", "{0");
            }
            Assertions.assertThat(ada.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(390);
            ada.isAccessible("account in German");
        }
    }

    private static void raise(TestTenant tenant, int maximum) {
        Reply asked = tenant.admin().put(tenant.path("/allowance"), "{'maximum':" + maximum + "}");
        Reply raised = tenant.admin()
                .put(tenant.path("/allowance"), "{'maximum':" + maximum + ",'accept':" + Api.ticked(asked) + "}");
        Assertions.assertThat(raised.status()).isEqualTo(200);
    }

    private static String pounds(JsonNode money) {
        return "£" + money.path("amount").asText();
    }

    private static void sql(String statement, String slug) {
        try (Connection connection = Installation.shared().database().connect("licence");
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setString(1, slug);
            Assertions.assertThat(prepared.executeUpdate()).isPositive();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
