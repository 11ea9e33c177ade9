package org.licencedesk.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
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

            HttpResponse<String> guessed = visitor.submit("/setup", "setup", with("code", "not-the-code"));
            assertThat(guessed.statusCode()).isEqualTo(403);
            assertThat(guessed.body()).contains("Incorrect setup code", "ada@first.example");

            openByHand(installation);

            assertThat(Visitor.location(visitor.get("/setup"))).endsWith("/");
            HttpResponse<String> signedIn = visitor.signIn("", "ada@first.example", PASSWORD);
            assertThat(Visitor.location(signedIn)).endsWith("/");
            assertThat(visitor.get("/users").body()).contains("Maximum Active Users");

            TestTenant other = TestTenant.create(Api.of(installation.first()), 1);
            Reply raise = other.admin().put(other.path("/allowance"), "{'maximum':2}");
            assertThat(raise.code()).isEqualTo("terms-not-published");
        }
    }

    private static void openByHand(Installation installation) {
        try (Visit ada = Visit.at(installation.first().baseUri())) {
            ada.open("/");
            ada.isAccessible("the sign-in page of an empty installation");
            ada.link("Set it up").click();
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
