package org.licencedesk.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.OperatorAccount;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

/** The operator's pages. */
class OperatorBrowserIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Api operator = Api.of(Installation.shared().first());

    private final String mark = ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();

    @Test // R2, R31, R33
    void an_operator_creates_a_system_prices_it_and_hands_it_to_an_account_manager() {
        String email = "mo-" + mark + "@vendor.example";
        enrol("Mo Keller", email);
        try (Visit robin = Visit.ofOperator()) {
            robin.isAccessible("all systems");
            robin.link("New system").click();
            robin.isAccessible("a new system");
            robin.field("Name of the system").fill("Kestrel " + mark);
            robin.field("Short name of the system").fill("Kestrel");
            robin.field("Name of the System Admin").fill("Ada Admin");
            robin.field("Email").fill("ada@kestrel.example");
            assertThat(robin.field("User name")).hasValue("ada@kestrel.example");
            robin.field("Maximum Active Users").fill("3");
            robin.field("Currency").fill("EUR");
            robin.button("Create the system").click();
            assertThat(robin.page()
                            .locator(".wrong")
                            .filter(new Locator.FilterOptions().setHasText("starting with a letter")))
                    .isVisible();
            assertThat(robin.field("Short name of the system")).isFocused();
            robin.isAccessible("a new system with something wrong");
            robin.field("Short name of the system").fill("kestrel-" + mark);
            robin.button("Create the system").click();
            assertThat(robin.toast()).containsText("Kestrel " + mark + " was created.");
            assertThat(robin.field("Password link of Ada Admin"))
                    .hasValue(Pattern.compile("http.*/password\\?token=.+"));
            robin.isAccessible("a system that was created");

            robin.link("Open the system").click();
            robin.seesFigures(1, 3, 2);
            assertThat(robin.page().locator("main")).containsText("The price list is empty.");
            robin.isAccessible("a system as its operator sees it");
            robin.field("Price per licence in EUR").fill("twelve");
            robin.button("Set the price").click();
            assertThat(robin.field("Price per licence in EUR")).hasAttribute("aria-invalid", "true");
            robin.field("Price per licence in EUR").fill("12.50");
            robin.button("Set the price").click();
            assertThat(robin.toast()).containsText("A licence costs €12.50 from ");
            assertThat(robin.page().locator("#prices")).containsText("€12.50");

            robin.button("Hand over").click();
            assertThat(robin.page().getByText("Choose an account manager.")).isVisible();
            robin.field("Account manager").selectOption(email(robin, email));
            robin.button("Hand over").click();
            assertThat(robin.toast().last()).containsText("Mo Keller is the account manager now.");
            assertThat(robin.page().locator("#contact")).containsText(email);
        }
        Assertions.assertThat(operator.get("/tenants/kestrel-" + mark)
                        .body()
                        .path("pricePerSeat")
                        .path("amount")
                        .asText())
                .isEqualTo("12.50");
    }

    @Test
    void the_forms_of_the_vendor_say_all_their_faults_at_once() {
        try (Visit robin = Visit.ofOperator()) {
            robin.open("/operator/new-system");
            robin.button("Create the system").click();
            assertThat(robin.page().locator(".wrong")).hasCount(7);
            robin.open("/operator/account-managers");
            robin.button("Add account manager").click();
            assertThat(robin.page().locator(".wrong")).hasCount(3);
            robin.open("/operator/operators");
            robin.button("Add operator").click();
            assertThat(robin.page().locator(".wrong")).hasCount(2);
            robin.open("/systems/" + TestTenant.create(operator, 2).slug());
            robin.button("Correct the maximum").click();
            assertThat(robin.page().locator(".wrong")).hasCount(2);
        }
    }

    @Test // R37
    void a_correction_may_leave_a_system_over_its_allowance_and_says_so() {
        TestTenant tenant = TestTenant.create(operator, 4);
        tenant.add("ben", "ACTIVE");
        try (Visit robin = Visit.ofOperator()) {
            robin.open("/systems/" + tenant.slug());
            robin.field("Corrected number of licences").fill("1");
            robin.button("Correct the maximum").click();
            assertThat(robin.page().getByText("Enter a reason.")).isVisible();
            robin.field("Reason").fill("Sold by mistake");
            robin.field("For the rest of the running period").selectOption("BILLED");
            robin.button("Correct the maximum").click();
            assertThat(robin.page().locator("main .refusal")).containsText("Only a correction upwards can be billed");
            robin.field("For the rest of the running period").selectOption("CREDITED");
            robin.button("Correct the maximum").click();
            assertThat(robin.toast()).containsText("The maximum is 1 now.");
            assertThat(robin.page().locator("#allowance")).containsText("over by 1");
            robin.isAccessible("a system over its allowance");
            robin.link("Ledger").click();
            assertThat(robin.page().locator("tbody tr").first()).containsText("Sold by mistake");
            assertThat(robin.page().locator("tbody tr").first()).containsText("Robin Osei, operator");
            robin.isAccessible("the ledger of a system");
            assertThat(robin.link("Users")).hasCount(0);
        }
        Assertions.assertThat(tenant.figures()).isEqualTo(Map.of("maximum", 1, "occupied", 2));
    }

    @Test // R29
    void terms_are_looked_at_beside_those_in_force_and_published_once() {
        operator.publishTerms("before-" + mark, "1. Seats are paid in advance.\n2. An increase is charged to the day.");
        String version = "now-" + mark;
        TestTenant tenant = TestTenant.create(operator, 4);
        try (Visit robin = Visit.ofOperator()) {
            robin.link("Terms").click();
            robin.isAccessible("the terms");
            assertThat(robin.page().locator("tbody tr").first()).containsText("before-" + mark);
            robin.link("New version").click();
            robin.isAccessible("a new version");
            assertThat(robin.field("Binding text"))
                    .hasValue(Pattern.compile("1\\. Seats are paid in advance\\.\\s+2\\..*"));
            robin.button("Preview").click();
            assertThat(robin.page().getByText("Begin with a letter or digit")).isVisible();
            robin.field("Version").fill("before-" + mark);
            robin.field("Binding text").fill("1. Seats are paid in advance.\n2. An increase is charged to the hour.");
            robin.field("German translation").fill("1. Lizenzen werden im Voraus bezahlt.");
            robin.button("Preview").click();
            assertThat(robin.page().locator(".diff .REMOVED")).containsText("charged to the day.");
            assertThat(robin.page().locator(".diff .ADDED")).containsText("charged to the hour.");
            assertThat(robin.page().locator(".diff .KEPT")).containsText("paid in advance");
            robin.isAccessible("a preview");
            robin.button("Publish").click();
            assertThat(robin.page().getByText("Published terms never change. Publish the text as a new version."))
                    .isVisible();
            robin.field("Version").fill(version);
            robin.button("Preview").click();
            robin.button("Publish").dblclick();
            assertThat(robin.toast()).containsText("Version " + version + " is in force.");
            assertThat(robin.page().locator("tbody tr").first()).containsText("In force");
            robin.link(version).click();
            assertThat(robin.page().locator("main")).containsText("Changes since version before-" + mark);
            assertThat(robin.page().locator("[lang=de].terms")).hasText("1. Lizenzen werden im Voraus bezahlt.");
            robin.isAccessible("a version");
        }
        Assertions.assertThat(
                        operator.get("/terms/" + version).body().path("text").asText())
                .isEqualTo("1. Seats are paid in advance.\n2. An increase is charged to the hour.");
        readsGerman(tenant);
    }

    // R8, R29
    private static void readsGerman(TestTenant tenant) {
        try (Visit ada = Visit.start(new Browser.NewContextOptions().setLocale("de-DE"))) {
            ada.open("/sign-in");
            ada.page().locator("#signIn\\:system").fill(tenant.slug());
            ada.page().locator("#signIn\\:userName").fill("admin");
            ada.page().locator("#signIn\\:password").fill(TestTenant.PASSWORD);
            ada.page().keyboard().press("Enter");
            ada.page().locator("#panel\\:adjust").click();
            ada.page().locator("#adjustForm\\:number").fill("5");
            ada.page().keyboard().press("Enter");
            assertThat(ada.dialog()).containsText("1. Lizenzen werden im Voraus bezahlt.");
            assertThat(ada.dialog()).containsText("Verbindlich ist der englische Text darunter");
            assertThat(ada.dialog()).containsText("2. An increase is charged to the hour.");
            ada.isAccessible("a confirmation with a translation");
        }
    }

    @Test // R54
    void an_account_manager_is_added_gets_a_token_and_is_disabled() {
        String email = "moa-" + mark + "@vendor.example";
        try (Visit robin = Visit.ofOperator()) {
            robin.link("Account managers").click();
            robin.isAccessible("the account managers");
            robin.button("Add account manager").click();
            assertThat(robin.page().getByText("Enter a name.")).isVisible();
            robin.field("Name").fill("Moa Lind");
            robin.field("Email").fill(OperatorAccount.EMAIL);
            robin.field("Phone").fill("+44 20 7946 0018");
            robin.button("Add account manager").click();
            assertThat(robin.page().getByText("already taken by another account manager or an operator"))
                    .isVisible();
            assertThat(robin.field("Email")).isFocused();
            robin.field("Email").fill(email);
            robin.button("Add account manager").click();
            assertThat(robin.toast()).containsText("Moa Lind was added.");
            String link = robin.field("Password link of Moa Lind").inputValue();

            robin.link("Moa Lind").click();
            robin.isAccessible("an account manager");
            robin.field("Name of a new token").fill("payroll import");
            robin.button("Create token").click();
            String token = robin.field("New token").inputValue();
            Assertions.assertThat(operator.as(token).get("/tenants").status()).isEqualTo(200);
            robin.isAccessible("a new token");
            setPassword(link);

            robin.button("Disable").click();
            assertThat(robin.toast()).containsText("Moa Lind is disabled.");
            assertThat(robin.page().getByText("There is no token.")).isVisible();
            Assertions.assertThat(operator.as(token).get("/tenants").status()).isEqualTo(401);
            robin.button("Enable").click();
            assertThat(robin.toast().last()).containsText("Moa Lind can sign in again");
            robin.field("Name of a new token").fill("payroll import");
            robin.button("Create token").click();
            robin.button("Revoke payroll import").click();
            assertThat(robin.toast().last()).containsText("The token no longer works.");
        }
    }

    private static void setPassword(String link) {
        try (Visit moa = Visit.start()) {
            moa.open(link.substring(link.indexOf("/password")));
            moa.field("New password").fill("seven quiet owls");
            moa.button("Set password and sign in").click();
            assertThat(moa.page().locator("h1")).hasText("Systems");
        }
    }

    @Test
    void an_operator_is_added_and_disabled_by_keyboard_alone_and_the_last_one_stays() {
        String email = "quinn-" + mark + "@vendor.example";
        try (Visit robin = Visit.ofOperator()) {
            Keyboard keys = robin.page().keyboard();
            robin.link("Operators").focus();
            keys.press("Enter");
            assertThat(robin.page().locator("h1")).hasText("Operators");
            robin.isAccessible("the operators");
            robin.button("Disable Robin Osei").focus();
            keys.press("Enter");
            assertThat(robin.page().locator("main .refusal").first()).containsText("Nobody else who has a password");
            robin.isAccessible("the last operator");

            robin.field("Name").focus();
            keys.type("Quinn Abara");
            keys.press("Tab");
            keys.type(email);
            keys.press("Enter");
            assertThat(robin.toast()).containsText("Quinn Abara was added.");
            assertThat(robin.page().locator("#signInLinkOf")).isFocused();
            String link = robin.field("Password link of Quinn Abara").inputValue();
            robin.isAccessible("an operator who was added");
            try (Visit quinn = Visit.start()) {
                quinn.open(link.substring(link.indexOf("/password")));
                quinn.field("New password").fill("seven quiet owls");
                quinn.button("Set password and sign in").click();
                assertThat(quinn.page().locator("h1")).hasText("Systems");
                robin.button("Disable Quinn Abara").focus();
                keys.press("Enter");
                assertThat(robin.toast().last()).containsText("Quinn Abara is disabled.");
                quinn.open("/operator/terms");
                assertThat(quinn.page()).hasURL(Pattern.compile(".*/sign-in.*"));
            }
            robin.link("Operator tokens").click();
            assertThat(robin.page().locator("tbody tr")).not().hasCount(0);
            robin.isAccessible("the operator tokens");
        }
    }

    @Test
    void a_phone_shows_all_of_it_in_german_without_scrolling_sideways() {
        OperatorAccount.make();
        TestTenant tenant = TestTenant.create(operator, 4);
        String manager = enrol("Bjørn-Åke Überlang von und zu Hohenstein", "long-" + mark + "@vendor.example");
        try (Visit robin =
                Visit.start(new Browser.NewContextOptions().setLocale("de-DE").setViewportSize(390, 844))) {
            robin.open("/sign-in");
            robin.page().locator("#signIn\\:userName").fill(OperatorAccount.EMAIL);
            robin.page().locator("#signIn\\:password").fill(OperatorAccount.PASSWORD);
            robin.page().keyboard().press("Enter");
            assertThat(robin.page().locator("h1")).hasText("Systeme");
            for (String address : List.of(
                    "/systems",
                    "/systems/" + tenant.slug(),
                    "/systems/" + tenant.slug() + "/ledger",
                    "/operator/new-system",
                    "/operator/terms",
                    "/operator/terms/1",
                    "/operator/new-terms",
                    "/operator/account-managers",
                    "/operator/account-managers/" + manager,
                    "/operator/operators",
                    "/operator/tokens")) {
                robin.open(address);
                Assertions.assertThat(robin.page().evaluate("document.documentElement.scrollWidth"))
                        .as(address)
                        .isEqualTo(390);
                robin.isAccessible(address);
            }
        }
    }

    private static String email(Visit robin, String email) {
        return robin.page()
                .locator("option")
                .filter(new Locator.FilterOptions().setHasText(email))
                .getAttribute("value");
    }

    private String enrol(String name, String email) {
        Reply enrolled = operator.post(
                "/account-managers", "{'name':'" + name + "','email':'" + email + "','phone':'+44 20 7946 0018'}");
        Assertions.assertThat(enrolled.status()).isEqualTo(201);
        return enrolled.body().path("id").asText();
    }
}
