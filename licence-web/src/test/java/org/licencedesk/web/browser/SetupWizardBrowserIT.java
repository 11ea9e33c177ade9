package org.licencedesk.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.TestTenant;

class SetupWizardBrowserIT {

    private static final String NAME = "newUser:displayName";

    private static final String FORGERY = """
            async ([button, fields]) => {
                const form = document.forms[button.split(':')[0]] || document.querySelector('main form');
                const sent = new URLSearchParams(new FormData(form));
                const more = {
                    'jakarta.faces.partial.ajax': 'true',
                    'jakarta.faces.partial.execute': '@all',
                    'jakarta.faces.partial.render': 'toasts deletionForm:body confirmForm:body',
                    'jakarta.faces.source': button,
                    'jakarta.faces.partial.event': 'click',
                    [button]: button,
                    ...fields
                };
                Object.entries(more).forEach(([name, value]) => sent.set(name, value));
                const headers = { 'Faces-Request': 'partial/ajax' };
                const answer = await fetch(location.href, { method: 'POST', body: sent, headers });
                return answer.text();
            }""";

    private final Api operator = Api.of(Installation.shared().first());

    @Test // R23, R26, R28
    void it_opens_right_after_signing_in_and_is_taken_up_where_it_was_left() {
        TestTenant tenant = TestTenant.create(operator, 3).unfinished();
        try (Visit ada = signedIn(tenant)) {
            isAt(ada, "Company");
            ada.isAccessible("the company");
            ada.button("Save and continue").click();

            isAt(ada, "Licence");
            ada.seesFigures(1, 3, 2);
            assertThat(ada.page().locator(".figure dt")).hasText(new String[] {
                "Number of Active Users", "Maximum Active Users", "Number of Licences Available"
            });
            assertThat(ada.page().locator(".bill")).containsText("Price per licence and month");
            assertThat(ada.page().locator(".bill")).containsText("£12.00");
            assertThat(ada.button("Adjust User Allowance")).hasCount(0);
            ada.isAccessible("the licence");
            ada.link("Continue").click();

            isAt(ada, "Users");
            ada.seesFigures(1, 3, 2);
            assertThat(ada.button("Adjust User Allowance")).hasCount(0);
            ada.isAccessible("the users");

            ada.open("/");
            assertThat(ada.page().locator("h1")).hasText("Users");
            ada.link("Setup Wizard").click();
            isAt(ada, "Users");
            ada.button("Sign out").click();
            ada.signIn(tenant.slug(), "admin", TestTenant.PASSWORD);
            isAt(ada, "Users");
        }
    }

    @Test // R28
    void later_is_remembered_and_the_wizard_stays_within_reach() {
        TestTenant tenant = TestTenant.create(operator, 3).unfinished();
        try (Visit ada = signedIn(tenant)) {
            ada.open("/setup/licence");
            ada.button("Later").click();
            assertThat(ada.page().locator("h1")).hasText("Users");
            assertThat(ada.toast()).containsText("You will find the Setup Wizard in the menu.");

            ada.button("Sign out").click();
            ada.signIn(tenant.slug(), "admin", TestTenant.PASSWORD);
            assertThat(ada.page().locator("h1")).hasText("Users");
            ada.link("Setup Wizard").click();
            isAt(ada, "Licence");
        }
    }

    @Test // R23, R28
    void it_ends_with_a_summary_and_opens_by_itself_no_more() {
        TestTenant tenant = TestTenant.create(operator, 1).unfinished();
        try (Visit ada = signedIn(tenant)) {
            ada.open("/setup/users");
            fill(ada, "Maya Lindt", "maya@test.example");
            ada.button("Add user").click();
            ada.accepts();
            assertThat(ada.toast()).containsText("Maya Lindt was added and uses a licence.");
            ada.link("Continue").click();

            isAt(ada, "Finish");
            ada.seesFigures(2, 2, 0);
            assertThat(ada.page().locator(".bill tr")).hasText(new String[] {
                "Users added in the wizard1", "Increases confirmed in the wizard1", "Licences added by them1"
            });
            ada.isAccessible("the summary");
            ada.button("Finish the setup").click();
            assertThat(ada.toast()).containsText("The setup is finished.");

            ada.button("Sign out").click();
            ada.signIn(tenant.slug(), "admin", TestTenant.PASSWORD);
            assertThat(ada.page().locator("h1")).hasText("Users");
            ada.link("Setup Wizard").click();
            isAt(ada, "Finish");
            assertThat(ada.button("Later")).hasCount(0);
            assertThat(ada.link("Go to Users")).isVisible();
        }
    }

    @Test // R24, R13, R14, R15, R16
    void with_none_available_adding_asks_and_declining_keeps_what_was_typed() {
        TestTenant tenant = TestTenant.create(operator, 1).unfinished();
        try (Visit ada = signedIn(tenant)) {
            ada.open("/setup/users");
            assertThat(ada.page().locator(".note.warn")).containsText("No licence is available. You can go on");
            fill(ada, "Maya Lindt", "maya@test.example");
            ada.field("Status").selectOption("Locked");
            ada.field("Role").selectOption("System Admin");
            ada.button("Add user").click();

            assertThat(ada.dialog()).containsText("Maya Lindt becomes Locked. The allowance grows by one licence.");
            assertThat(ada.dialog()).containsText("Maximum after2");
            assertThat(ada.page().locator(".swap")).hasCount(0);
            ada.isAccessible("the confirmation");
            ada.inDialog("Cancel").click();
            assertThat(ada.field("Name")).hasValue("Maya Lindt");
            assertThat(ada.field("Role")).hasValue("SYSTEM_ADMIN");
            holds(tenant, 1, 1);

            ada.field("Status").selectOption("Asset");
            ada.button("Add user").click();
            assertThat(ada.toast()).containsText("Maya Lindt was added.");
            ada.seesFigures(1, 1, 0);

            fill(ada, "Tom Varga", "tom@test.example");
            ada.button("Add user").click();
            assertThat(ada.dialog()).not().containsText("Nothing was saved.");
            ada.accepts();
            assertThat(ada.toast()).containsText("Tom Varga was added and uses a licence.");
            ada.seesFigures(2, 2, 0);
            assertThat(ada.field("Password link of Tom Varga")).hasValue(Pattern.compile(".*/password\\?token=.+"));
            assertThat(ada.field("Password link of Maya Lindt")).hasCount(0);
        }
    }

    @Test // R24
    void ten_users_are_added_by_keyboard_alone_and_a_second_enter_adds_nobody() {
        TestTenant tenant = TestTenant.create(operator, 10).unfinished();
        try (Visit ada = signedIn(tenant)) {
            ada.open("/setup/users");
            Keyboard keys = ada.page().keyboard();
            Locator name = ada.page().locator("id=" + NAME);
            while (!(boolean) name.evaluate("field => field === document.activeElement")) {
                keys.press("Tab");
            }
            for (int number = 1; number <= 10; number++) {
                keys.type("User " + number);
                keys.press("Tab");
                keys.type("user" + number + "@test.example");
                keys.press("Enter");
                keys.press("Enter");
                if (number == 10) {
                    assertThat(ada.field("I have read and accept the Terms and Conditions"))
                            .isFocused();
                    keys.press("Space");
                    keys.press("Tab");
                    keys.press("Tab");
                    keys.press("Enter");
                    keys.press("Enter");
                }
                assertThat(ada.toast()).containsText("User " + number + " was added and uses a licence.");
                assertThat(name).isFocused();
                assertThat(name).hasValue("");
            }
            ada.seesFigures(11, 11, 0);
            assertThat(ada.page().locator("[aria-invalid='true']")).hasCount(0);
            assertThat(ada.page().locator("tbody .who").first()).hasText("User 10user10@test.example");
            ada.isAccessible("ten users");
        }
        holds(tenant, 11, 11);
    }

    @Test // R24
    void what_is_wrong_is_said_at_its_field_and_what_was_typed_stays() {
        TestTenant tenant = TestTenant.create(operator, 3).unfinished();
        tenant.add("taken", "INACTIVE");
        try (Visit ada = signedIn(tenant)) {
            ada.open("/setup/users");
            ada.button("Add user").click();
            assertThat(ada.field("Name")).hasAttribute("aria-invalid", "true");
            assertThat(ada.field("Name")).isFocused();

            fill(ada, "Second", "second@test.example");
            ada.field("User name").fill("TAKEN");
            ada.button("Add user").click();
            assertThat(ada.field("User name")).isFocused();
            assertThat(ada.page().getByText("This user name is already taken")).isVisible();
            assertThat(ada.field("Email")).hasValue("second@test.example");
            ada.isAccessible("a row with something wrong");
        }
    }

    @Test // R27, R4
    void a_user_is_deleted_which_frees_a_licence_and_nobody_deletes_themselves() {
        TestTenant tenant = TestTenant.create(operator, 2).unfinished();
        tenant.add("ben", "ACTIVE");
        try (Visit ada = signedIn(tenant)) {
            ada.open("/setup/users");
            assertThat(ada.button("Delete Ada Admin")).hasCount(0);
            ada.field("Name").fill("Typed before");
            ada.button("Delete ben").click();
            assertThat(ada.dialog()).containsText("Delete ben?");
            ada.isAccessible("the deletion");
            ada.inDialog("Cancel").click();
            assertThat(ada.button("Delete ben")).isFocused();

            ada.button("Delete ben").click();
            ada.inDialog("Delete").click();
            assertThat(ada.toast()).containsText("ben was deleted. One licence is free.");
            ada.seesFigures(1, 2, 1);
            assertThat(ada.page().locator(".note.warn")).hasCount(0);
            assertThat(ada.field("Name")).hasValue("Typed before");
        }
        holds(tenant, 2, 1);
    }

    @Test // R4
    void a_forged_request_does_not_delete_whoever_sends_it() {
        TestTenant tenant = TestTenant.create(operator, 2).unfinished();
        tenant.add("ben", "ACTIVE");
        try (Visit ada = signedIn(tenant)) {
            ada.open("/setup/users");
            Assertions.assertThat(forge(ada, "people:rows:0:ask", Map.of("user", id(tenant, "admin"))))
                    .contains("Delete Ada Admin?");
            Assertions.assertThat(forge(ada, "deletionForm:delete", Map.of()))
                    .contains("without an active System Admin");
        }
        holds(tenant, 2, 2);
    }

    @Test // R25, R3
    void a_forged_request_neither_changes_a_status_nor_reaches_another_system() {
        TestTenant tenant = TestTenant.create(operator, 3).unfinished();
        String ben = tenant.add("ben", "ACTIVE");
        TestTenant other = TestTenant.create(operator, 3);
        String stranger = other.add("stranger", "ACTIVE");
        try (Visit ada = signedIn(tenant)) {
            ada.open("/setup/users");
            Map<String, String> inactive = Map.of(
                    "user", ben,
                    "status", "INACTIVE",
                    "statusForm:status", "INACTIVE",
                    "changeForm:status", "INACTIVE",
                    "marks:marked", ben,
                    "newUser:status", "INACTIVE");
            for (String button : List.of(
                    "statusForm:changeStatus",
                    "changeForm:apply",
                    "changeForm:ask",
                    "undoForm:undo",
                    "newUser:status")) {
                forge(ada, button, inactive);
            }
            forge(ada, "confirmForm:instead:0:free", inactive);
            Assertions.assertThat(status(tenant, ben)).isEqualTo("ACTIVE");

            Assertions.assertThat(forge(ada, "people:rows:0:ask", Map.of("user", stranger)))
                    .contains("There is nothing here");
            forge(ada, "deletionForm:delete", Map.of("user", stranger));
        }
        Assertions.assertThat(status(tenant, ben)).isEqualTo("ACTIVE");
        Assertions.assertThat(status(other, stranger)).isEqualTo("ACTIVE");
    }

    @Test // R26, R8
    void a_forged_request_does_not_raise_the_allowance() {
        TestTenant tenant = TestTenant.create(operator, 1).unfinished();
        try (Visit ada = signedIn(tenant)) {
            for (String step : List.of("company", "licence", "users", "finish")) {
                ada.open("/setup/" + step);
                Map<String, String> raise = Map.of("adjustForm:number", "9", "adjustForm:terms", "true");
                for (String button : List.of("panel:adjust", "adjustForm:ask", "adjustForm:confirm")) {
                    forge(ada, button, raise);
                }
            }
            holds(tenant, 1, 1);

            ada.open("/setup/users");
            forge(ada, "confirmForm:confirm", Map.of("confirmForm:terms", "true"));
            fill(ada, "Maya Lindt", "maya@test.example");
            ada.button("Add user").click();
            assertThat(ada.dialog()).containsText("Maximum after2");
            Assertions.assertThat(forge(ada, "confirmForm:confirm", Map.of()))
                    .contains("Tick the box to accept the Terms and Conditions.");
        }
        holds(tenant, 1, 1);
    }

    @Test
    void details_that_somebody_else_changed_are_shown_beside_what_was_typed() {
        TestTenant tenant = TestTenant.create(operator, 3).unfinished();
        try (Visit ada = signedIn(tenant)) {
            ada.field("Name of the system").fill("Ours");
            ada.field("Time zone").selectOption("Europe/Vienna");
            operator.patch(tenant.path(""), "{'name':'By the vendor'}");
            ada.button("Save and continue").click();

            assertThat(ada.page().locator(".note.warn"))
                    .containsText("Somebody else has changed these details in the meantime.");
            assertThat(ada.page().locator(".note.warn")).containsText("By the vendor");
            assertThat(ada.field("Name of the system")).hasValue("Ours");
            assertThat(ada.field("Time zone")).hasValue("Europe/Vienna");
            ada.isAccessible("a conflict");
            ada.button("Save and continue").click();
            isAt(ada, "Licence");
            assertThat(ada.page().locator(".system")).hasText("Ours");
        }
    }

    @Test // R33
    void the_time_zone_stays_once_its_days_have_counted() {
        TestTenant tenant = TestTenant.create(operator, 1).unfinished();
        try (Visit ada = signedIn(tenant);
                Visit bea = Visit.start()) {
            ada.field("Time zone").selectOption("Asia/Tokyo");
            bea.signIn(tenant.slug(), "admin", TestTenant.PASSWORD);
            bea.open("/setup/users");
            fill(bea, "Maya Lindt", "maya@test.example");
            bea.button("Add user").click();
            bea.accepts();
            bea.seesFigures(2, 2, 0);

            ada.button("Save and continue").click();
            assertThat(ada.page().locator(".refusal")).containsText("already calculated with its days");
            assertThat(ada.field("Time zone")).hasCount(0);
            assertThat(ada.page().locator(".facts")).containsText("UTC");
            ada.isAccessible("a time zone that stays");
            ada.button("Save and continue").click();
            isAt(ada, "Licence");
        }
    }

    @Test
    void it_speaks_german_and_fits_a_telephone() {
        TestTenant tenant = TestTenant.create(operator, 1).unfinished();
        try (Visit ada =
                Visit.start(new Browser.NewContextOptions().setLocale("de-DE").setViewportSize(390, 844))) {
            ada.open("/sign-in");
            ada.field("Benutzername").fill("admin");
            ada.field("Passwort").fill(TestTenant.PASSWORD);
            ada.field("System").fill(tenant.slug());
            ada.button("Anmelden").click();
            assertThat(ada.page().locator("h1")).hasText("Einrichtungsassistent");
            for (String step : List.of("company", "licence", "users", "finish")) {
                ada.open("/setup/" + step);
                Assertions.assertThat(ada.page()
                                .evaluate(
                                        "document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                        .as(step)
                        .isEqualTo(false);
                Assertions.assertThat(ada.page().locator("main").textContent())
                        .as(step)
                        .doesNotContain("???");
                ada.isAccessible(step);
            }
            assertThat(ada.page().locator(".figure dt").first()).hasText("Anzahl aktiver Benutzer");
            assertThat(ada.button("Einrichtung abschließen")).isVisible();
        }
    }

    private static Visit signedIn(TestTenant tenant) {
        Visit visit = Visit.start();
        visit.signIn(tenant.slug(), "admin", TestTenant.PASSWORD);
        assertThat(visit.page().locator("h1")).hasText("Setup Wizard");
        return visit;
    }

    private static void isAt(Visit visit, String step) {
        assertThat(visit.page().locator(".steps [aria-current='step']")).hasText(step);
    }

    private static void fill(Visit visit, String name, String email) {
        visit.field("Name").fill(name);
        visit.field("Email").fill(email);
    }

    /** @return the answer to what no page of the wizard would send: that a button was pressed, and more fields beside */
    private static String forge(Visit visit, String button, Map<String, String> fields) {
        return (String) visit.page().evaluate(FORGERY, List.of(button, fields));
    }

    private static String id(TestTenant tenant, String userName) {
        return tenant.admin()
                .get(tenant.path("/users?q=" + userName))
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }

    private static String status(TestTenant tenant, String user) {
        return tenant.admin()
                .get(tenant.path("/users/" + user))
                .body()
                .path("status")
                .asText();
    }

    private static void holds(TestTenant tenant, int maximum, int occupied) {
        Assertions.assertThat(tenant.figures()).isEqualTo(Map.of("maximum", maximum, "occupied", occupied));
    }
}
