package org.licencedesk.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.OperatorAccount;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;
import org.licencedesk.web.fixture.Visitor;

class EmptyInstallationIT {

    private static final String PASSWORD = "three tame walruses";

    private static final Map<String, String> FIRST = Map.of(
            "name", "First",
            "slug", "first",
            "maximum", "1",
            "currency", "EUR",
            "adminName", "Ada Admin",
            "email", "ada@first.example",
            "password", PASSWORD);

    @Test // R28
    void is_opened_once_by_its_code_and_cannot_be_raised_before_there_are_terms() {
        try (Installation installation = Installation.start("empty-installation")) {
            Visitor visitor = new Visitor(installation.first().baseUri());

            HttpResponse<String> guessed = visitor.submit("/setup/system", "setup", with("code", "not-the-code"));
            assertThat(guessed.statusCode()).isEqualTo(403);
            assertThat(guessed.body()).contains("Incorrect setup code", "ada@first.example");

            openByHand(installation);

            assertThat(Visitor.location(visitor.get("/setup/system"))).endsWith("/");
            comesLater(installation.first().baseUri(), visitor);
            HttpResponse<String> signedIn = visitor.signIn("", "ada@first.example", PASSWORD);
            assertThat(Visitor.location(signedIn)).endsWith("/");
            assertThat(visitor.get("/users").body()).contains("Maximum Active Users");

            TestTenant other = TestTenant.create(Api.of(installation.first()), 1);
            Reply raise = other.admin().put(other.path("/allowance"), "{'maximum':2}");
            assertThat(raise.code()).isEqualTo("terms-not-published");
            assertThat(raise.body().path("detail").asText()).contains("An operator publishes them");
        }
    }

    /** An installation that has systems and no operator yet gets one by the same code, and then by none. */
    private static void comesLater(URI node, Visitor visitor) {
        Map<String, String> robin = Map.of(
                "code",
                Installation.SETUP_CODE,
                "name",
                "Robin Osei",
                "email",
                "robin@vendor.example",
                "password",
                PASSWORD);
        assertThat(Visitor.location(OperatorAccount.make(node, robin))).endsWith("/sign-in");
        assertThat(Visitor.location(visitor.get("/setup"))).endsWith("/setup/system");
        assertThat(Visitor.location(new Visitor(node).signIn("", "robin@vendor.example", PASSWORD)))
                .endsWith("/");
    }

    @Test // R28
    void whoever_holds_the_code_begins_as_an_operator_and_meets_no_dead_end() {
        try (Installation installation = Installation.start("operated-installation");
                Visit robin = Visit.at(installation.first().baseUri())) {
            robin.open("/");
            robin.link("Set it up").click();
            robin.isAccessible("the first operator");
            robin.field("Setup code").fill("not-the-code");
            robin.field("Your name").fill("Robin Osei");
            robin.field("Your email").fill("robin");
            robin.field("Your password").fill(PASSWORD);
            robin.button("Create the account").click();
            assertThat(robin.page().getByText("Enter an email address like name@example.com."))
                    .isVisible();
            assertThat(robin.field("Your email")).isFocused();
            robin.field("Your email").fill("robin@vendor.example");
            robin.field("Your password").fill(PASSWORD);
            robin.button("Create the account").click();
            assertThat(robin.page().getByText("Incorrect setup code")).isVisible();
            robin.isAccessible("the first operator with something wrong");
            robin.field("Setup code").fill(Installation.SETUP_CODE);
            robin.field("Your password").fill(PASSWORD);
            robin.button("Create the account").click();
            assertThat(robin.page().getByText("An operator can sign in.")).isVisible();
            robin.isAccessible("the first system after the first operator");
            robin.open("/setup");
            assertThat(robin.page().getByText("An operator can sign in.")).isVisible();
            robin.link("Later: sign in").click();

            robin.signIn("", "robin@vendor.example", PASSWORD);
            assertThat(robin.page().getByText("There is no system yet.")).isVisible();
            robin.isAccessible("no system yet");
            robin.link("Terms").click();
            assertThat(robin.page().getByText("No terms have been published yet."))
                    .isVisible();
            robin.isAccessible("no terms yet");
            robin.link("New version").click();
            robin.field("Version").fill("1");
            robin.field("Binding text").fill("Pay in advance.");
            robin.button("Preview").click();
            robin.button("Publish").click();
            assertThat(robin.toast()).containsText("Version 1 is in force.");
            robin.link("Account managers").click();
            assertThat(robin.page().getByText("There is no account manager yet."))
                    .isVisible();
            robin.field("Name").fill("Moa Lind");
            robin.field("Email").fill("moa@vendor.example");
            robin.field("Phone").fill("1");
            robin.button("Add account manager").click();
            assertThat(robin.link("Moa Lind")).isVisible();

            robin.open("/operator/new-system");
            robin.field("Name of the system").fill("First");
            robin.field("Short name of the system").fill("first");
            robin.field("Account manager").selectOption(new SelectOption().setIndex(1));
            robin.field("Name of the System Admin").fill("Ada Admin");
            robin.field("Email").fill("ada@first.example");
            robin.field("Maximum Active Users").fill("1");
            robin.field("Currency").fill("EUR");
            robin.field("Price per licence and billing period").fill("7.50");
            robin.button("Create the system").click();
            String link = robin.field("Password link of Ada Admin").inputValue();
            raises(installation, link);
        }
    }

    private static void raises(Installation installation, String link) {
        try (Visit ada = Visit.at(installation.first().baseUri())) {
            ada.open(link.substring(link.indexOf("/password")));
            ada.field("New password").fill(PASSWORD);
            ada.button("Set password and sign in").click();
            ada.button("Adjust User Allowance").click();
            ada.field("New number of licences").fill("2");
            ada.inDialog("Save").click();
            assertThat(ada.dialog()).containsText("Pay in advance.");
            ada.accepts();
            ada.seesFigures(1, 2, 1);
        }
    }

    private static void openByHand(Installation installation) {
        try (Visit ada = Visit.at(installation.first().baseUri())) {
            ada.open("/");
            ada.isAccessible("the sign-in page of an empty installation");
            ada.link("Set it up").click();
            ada.link("Create a system without an operator").click();
            ada.page().setViewportSize(390, 844);
            assertThat(ada.field("Setup code")).isVisible();
            assertThat(ada.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(390);
            ada.page().setViewportSize(1280, 900);
            ada.isAccessible("an empty installation");
            ada.button("Create the system").click();
            for (String field : List.of(
                    "Setup code",
                    "Name of the system",
                    "Short name of the system",
                    "Your name",
                    "Your email",
                    "Your password",
                    "Maximum Active Users",
                    "Currency")) {
                assertThat(ada.field(field)).hasAttribute("aria-invalid", "true");
                assertThat(ada.field(field)).hasAttribute("aria-required", "true");
            }
            assertThat(ada.page().getByText("Enter your name, at most 200 characters."))
                    .isVisible();
            assertThat(ada.field("Price per licence and month")).hasAttribute("aria-invalid", "false");
            ada.field("Setup code").fill(Installation.SETUP_CODE);
            ada.field("Name of the system").fill("First");
            ada.field("Short name of the system").fill("first");
            ada.field("Your name").fill("Ada Admin");
            ada.field("Your email").fill("ada@first.example");
            ada.field("Your password").fill(PASSWORD);
            ada.field("Maximum Active Users").fill("0");
            ada.field("Price per licence and month").fill("7.50");
            ada.field("Currency").fill("EUR");
            ada.button("Create the system").click();
            assertThat(ada.page().getByText("Enter a whole number from 1.")).isVisible();
            assertThat(ada.field("Maximum Active Users")).isFocused();
            ada.isAccessible("an empty installation with something wrong");

            ada.field("Maximum Active Users").fill("1");
            ada.field("Your password").fill(PASSWORD);
            ada.button("Create the system").click();
            assertThat(ada.link("Set it up")).hasCount(0);
            ada.signIn("", "ada@first.example", PASSWORD);
            assertThat(ada.page().locator("[aria-current='step']")).hasText("Company");

            ada.open("/setup/licence");
            ada.seesFigures(1, 1, 0);
            assertThat(ada.page().locator(".bill")).containsText("€7.50");
            ada.open("/setup/users");
            ada.field("Name").fill("Maya Lindt");
            ada.field("Email").fill("maya@first.example");
            ada.button("Add user").click();
            assertThat(ada.page().locator("main .refusal")).containsText("No terms have been published yet");
            assertThat(ada.field("Name")).hasValue("Maya Lindt");
        }
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> form = new HashMap<>(FIRST);
        form.put(field, value);
        return form;
    }
}
