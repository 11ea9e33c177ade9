package org.licencedesk.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.TestTenant;

/** What every form does: says all that is wrong, loses nothing unasked, and shows that it works. */
class FormsBrowserIT {

    private final TestTenant tenant =
            TestTenant.create(Api.of(Installation.shared().first()), 5);

    @Test
    void all_that_is_wrong_is_said_at_once_and_what_must_be_filled_in_is_marked() {
        String ben = tenant.add("ben", "ACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/new");
            assertThat(ada.page().getByText("Fields marked with * are required."))
                    .isVisible();
            assertThat(ada.field("Name")).hasAttribute("aria-required", "true");
            assertThat(ada.field("User name")).hasAttribute("aria-required", "true");
            ada.button("Save").click();
            assertThat(ada.page().locator(".wrong"))
                    .hasText(new String[] {"Enter a name.", "Enter an email address.", "Enter a user name."});
            assertThat(ada.field("Name")).isFocused();
            ada.isAccessible("a form of which all is wrong");

            ada.field("Status").selectOption("Room");
            ada.button("Save").click();
            assertThat(ada.page().locator(".wrong")).hasText(new String[] {"Enter a name.", "Enter a user name."});

            ada.open("/users/" + ben);
            ada.field("Name").fill(" ");
            ada.field("Email").fill("no address");
            ada.button("Save").click();
            assertThat(ada.page().locator("#details .wrong")).hasText(new Pattern[] {
                Pattern.compile("Enter a name"), Pattern.compile("Enter an email address like")
            });
            ada.open("/setup/users");
            ada.button("Add user").click();
            assertThat(ada.page().locator(".wrong")).hasCount(3);
        }
    }

    @Test
    void a_page_warns_before_what_was_typed_is_lost_and_only_then() {
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/new");
            ada.link("Ledger").click();
            assertThat(ada.page()).hasURL(Pattern.compile("/ledger"));
            Assertions.assertThat(ada.warnings()).isEmpty();

            ada.open("/users/new");
            ada.field("Name").click();
            ada.page().keyboard().type("Maya Lindt");
            ada.staysWhenWarned(true);
            ada.link("Ledger").click();
            assertThat(ada.field("Name")).hasValue("Maya Lindt");
            assertThat(ada.page()).hasURL(Pattern.compile("/users/new"));
            Assertions.assertThat(ada.warnings()).containsExactly("beforeunload");

            ada.button("Save").click();
            assertThat(ada.field("Email")).hasAttribute("aria-invalid", "true");
            ada.link("Ledger").click();
            assertThat(ada.page()).hasURL(Pattern.compile("/users/new"));
            Assertions.assertThat(ada.warnings()).hasSize(2);

            ada.field("Email").fill("maya@test.example");
            ada.button("Save").click();
            assertThat(ada.page().getByText("Maya Lindt was added and uses a licence."))
                    .isVisible();
            ada.link("Ledger").click();
            assertThat(ada.page()).hasURL(Pattern.compile("/ledger"));
            Assertions.assertThat(ada.warnings()).hasSize(2);
        }
    }

    @Test
    void a_form_that_nothing_was_changed_in_says_so() {
        String ben = tenant.add("ben", "ACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/" + ben);
            ada.button("Save").click();
            assertThat(ada.toast()).containsText("No changes to save.");
            ada.open("/users/" + ben);
            ada.button("Change status").click();
            assertThat(ada.toast()).containsText("No changes to save.");
        }
        Assertions.assertThat(
                        tenant.admin().get(tenant.path("/ledger?limit=200")).text())
                .doesNotContain("USER_CHANGED");
    }

    @Test
    void what_takes_long_shows_that_it_works_and_cannot_be_pressed_again() {
        String ben = tenant.add("ben", "ACTIVE");
        List<Route> held = new ArrayList<>();
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/" + ben);
            hold(ada, "**/users/*", held);
            ada.field("Name").fill("Bennett");
            ada.button("Save").click();
            assertThat(ada.page().locator("body")).hasAttribute("data-busy", "true");
            assertThat(ada.page().locator("#working")).hasText("Working…");
            assertThat(ada.button("Save")).isDisabled();
            held.forEach(Route::resume);
            assertThat(ada.toast()).containsText("Bennett was saved.");
            assertThat(ada.page().locator("body")).not().hasAttribute("data-busy", "true");
            assertThat(ada.button("Save")).isEnabled();
        }
    }

    @Test
    void a_form_that_leads_to_another_page_is_sent_once() {
        List<Route> held = new ArrayList<>();
        try (Visit ada = Visit.start()) {
            ada.open("/sign-in");
            hold(ada, "**/sign-in", held);
            ada.page().getByLabel("User name").fill("admin");
            ada.page().getByLabel("Password").fill(TestTenant.PASSWORD);
            ada.field("System").fill(tenant.slug());
            ada.button("Sign in").dblclick();
            ada.page().waitForCondition(() -> !held.isEmpty());
            Assertions.assertThat(held).hasSize(1);
            held.forEach(Route::resume);
            assertThat(ada.page().locator("h1")).hasText("Users");
        }
    }

    private static void hold(Visit visit, String address, List<Route> held) {
        visit.page().route(address, route -> {
            if (route.request().method().equals("POST")) {
                held.add(route);
            } else {
                route.resume();
            }
        });
    }
}
