package org.licencedesk.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.TestTenant;

class NewUserBrowserIT {

    private final Api operator = Api.of(Installation.shared().first());

    @Test // R12
    void while_licences_are_available_nothing_is_asked_and_the_link_is_shown() {
        TestTenant tenant = TestTenant.create(operator, 3);
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.link("New User").click();
            ada.isAccessible("new user");
            ada.field("Name").fill("Maya Lindt");
            ada.field("Email").fill("maya@test.example");
            assertThat(ada.field("User name")).hasValue("maya@test.example");
            ada.field("User name").fill("maya");
            ada.field("Email").fill("maya.lindt@test.example");
            assertThat(ada.field("User name")).hasValue("maya");
            ada.button("Save").click();

            assertThat(ada.page().getByText("Maya Lindt was added and uses a licence."))
                    .isVisible();
            Assertions.assertThat(ada.field("Password link").inputValue()).contains("/password?token=");
            ada.seesFigures(2, 3, 1);
            ada.isAccessible("added");
            ada.link("Back to users").click();
            assertThat(ada.link("maya")).isVisible();
        }
    }

    @Test // R13, R14, R16
    void with_none_available_saving_an_active_user_asks_and_declining_keeps_the_form() {
        TestTenant tenant = TestTenant.create(operator, 1);
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.link("New User").click();
            assertThat(ada.page().locator(".note.warn")).containsText("No licence is available.");
            typesMaya(ada);
            ada.button("Save").click();

            assertThat(ada.dialog()).containsText("Maya Lindt becomes Active. The allowance grows by one licence.");
            assertThat(ada.dialog()).containsText("Maximum after2");
            ada.button("Cancel").click();
            assertThat(ada.dialog()).hasCount(0);
            assertThat(ada.field("Name")).hasValue("Maya Lindt");
            Assertions.assertThat(tenant.figures()).isEqualTo(Map.of("maximum", 1, "occupied", 1));

            ada.button("Save").click();
            ada.accepts();
            assertThat(ada.page().getByText("Maya Lindt was added and uses a licence."))
                    .isVisible();
            ada.seesFigures(2, 2, 0);
        }
    }

    @Test // R40
    void names_are_kept_composed_and_without_blanks_around_them_and_must_show_something() {
        TestTenant tenant = TestTenant.create(operator, 3);
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/new");
            ada.field("Name").fill("\u200b\u2060");
            ada.field("Email").fill("\u00a0zoe@test.example ");
            ada.field("User name").fill("\u3000zoe\u0308\u00a0");
            ada.button("Save").click();
            assertThat(ada.page().getByText("Enter a name.")).isVisible();

            ada.field("Name").fill("\u00a0Zoe\u0308 Lindt\u2003");
            ada.button("Save").click();
            assertThat(ada.page().getByText("Zoë Lindt was added and uses a licence."))
                    .isVisible();
            JsonNode zoe = tenant.admin().get(tenant.path("/users?q=zo")).body().at("/items/0");
            Assertions.assertThat(zoe.path("userName").asText()).isEqualTo("zoë");
            Assertions.assertThat(zoe.path("displayName").asText()).isEqualTo("Zoë Lindt");
            Assertions.assertThat(zoe.path("email").asText()).isEqualTo("zoe@test.example");

            ada.open("/users/" + zoe.path("id").asText());
            ada.field("Name").fill("\u3000");
            ada.button("Save").click();
            assertThat(ada.page().getByText("Enter a name.")).isVisible();
            ada.field("Name").fill("\u00a0Zoë Berg ");
            ada.button("Save").click();
            assertThat(ada.page().locator("h1")).hasText("Zoë Berg");
            assertThat(ada.field("Name")).hasValue("Zoë Berg");
        }
    }

    @Test // R15
    void a_room_asks_nothing_and_needs_no_mail_address() {
        TestTenant tenant = TestTenant.create(operator, 1);
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/new");
            ada.field("Name").fill("Board Room");
            ada.field("User name").fill("board-room");
            ada.field("Status").selectOption("Room");
            ada.button("Save").click();

            assertThat(ada.page().getByText("Board Room was added.")).isVisible();
            ada.seesFigures(1, 1, 0);
        }
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_what_was_typed_stays() {
        TestTenant tenant = TestTenant.create(operator, 3);
        tenant.add("taken", "INACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/new");
            ada.button("Save").click();
            assertThat(ada.field("Name")).hasAttribute("aria-invalid", "true");
            assertThat(ada.field("Name")).isFocused();
            assertThat(ada.page().getByText("Enter a name.")).isVisible();
            ada.isAccessible("a form with something wrong");

            ada.field("Name").fill("Second");
            ada.field("Email").fill("second@test.example");
            ada.field("User name").fill("TAKEN");
            ada.button("Save").click();
            assertThat(ada.field("User name")).hasAttribute("aria-invalid", "true");
            assertThat(ada.page().getByText("This user name is already taken")).isVisible();
            assertThat(ada.field("Email")).hasValue("second@test.example");
        }
    }

    @Test // R14, R20
    void instead_of_buying_somebody_elses_licence_is_freed() {
        TestTenant tenant = TestTenant.create(operator, 3);
        tenant.add("ben", "ACTIVE");
        tenant.add("chidi", "LOCKED");
        tenant.age();
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/new");
            typesMaya(ada);
            ada.button("Save").click();
            assertThat(ada.dialog()).containsText("The person you choose becomes Inactive");
            assertThat(ada.dialog().locator(".swap")).hasText(new Pattern[] {
                Pattern.compile("chidi chidi · Locked since"), Pattern.compile("ben ben · Never signed in")
            });
            ada.isAccessible("the confirmation with who could give a licence up");
            ada.inDialog("Deactivate chidi and use this licence").click();

            assertThat(ada.page().getByText("Maya Lindt was added and uses a licence."))
                    .isVisible();
            ada.seesFigures(3, 3, 0);
            assertThat(ada.toast()).containsText("chidi is Inactive now; the licence went to Maya Lindt.");
            Assertions.assertThat(status(tenant, "chidi")).isEqualTo("INACTIVE");

            ada.button("Undo").click();
            assertThat(ada.toast())
                    .containsText("The change was undone: chidi has the licence again, Maya Lindt is Inactive.");
            ada.seesFigures(3, 3, 0);
            Assertions.assertThat(status(tenant, "chidi")).isEqualTo("LOCKED");
            Assertions.assertThat(status(tenant, "maya")).isEqualTo("INACTIVE");
        }
    }

    @Test // R19, R20
    void whoever_was_added_or_enabled_of_late_is_not_named_to_free_a_licence() {
        TestTenant tenant = TestTenant.create(operator, 2);
        tenant.add("ben", "LOCKED");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/new");
            typesMaya(ada);
            ada.button("Save").click();
            assertThat(ada.dialog()).containsText("Confirm the increase");
            assertThat(ada.dialog().locator(".swap")).hasCount(0);
        }
    }

    private static String status(TestTenant tenant, String userName) {
        return tenant.admin()
                .get(tenant.path("/users?q=" + userName))
                .body()
                .at("/items/0/status")
                .asText();
    }

    @Test // R12
    void a_double_click_adds_one_user() {
        TestTenant tenant = TestTenant.create(operator, 3);
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/new");
            typesMaya(ada);
            ada.button("Save").dblclick();
            assertThat(ada.page().getByText("Maya Lindt was added and uses a licence."))
                    .isVisible();
            assertThat(ada.page().locator(".refusal")).hasCount(0);
            ada.seesFigures(2, 3, 1);
        }
    }

    @Test // R8, R14
    void a_request_that_forges_the_tick_adds_nobody() {
        TestTenant tenant = TestTenant.create(operator, 1);
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/new");
            typesMaya(ada);
            ada.button("Save").click();
            assertThat(ada.dialog()).containsText("Confirm the increase");
            ada.inDialog("Save").evaluate("button => { button.disabled = false; button.click(); }");
            assertThat(ada.dialog().locator(".note.warn"))
                    .containsText("Tick the box to accept the Terms and Conditions.");
        }
        Assertions.assertThat(tenant.figures()).isEqualTo(Map.of("maximum", 1, "occupied", 1));
    }

    private static void typesMaya(Visit visit) {
        visit.field("Name").fill("Maya Lindt");
        visit.field("Email").fill("maya@test.example");
    }
}
