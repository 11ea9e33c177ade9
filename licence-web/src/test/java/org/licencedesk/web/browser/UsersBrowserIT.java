package org.licencedesk.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.TestTenant;

class UsersBrowserIT {

    private final Api operator = Api.of(Installation.shared().first());

    @Test // R5, R17
    void the_panel_shows_the_figures_under_their_labels_and_says_which_statuses_use_a_licence() {
        TestTenant tenant = TestTenant.create(operator, 5);
        tenant.add("ben", "LOCKED");
        tenant.add("room", "ROOM");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            assertThat(ada.page().locator(".crumbs li")).hasText(new String[] {"Settings", "User Management", "Users"});
            ada.seesFigures(2, 5, 3);
            assertThat(ada.page().locator(".figure dt")).hasText(new String[] {
                "Number of Active Users", "Maximum Active Users", "Number of Licences Available"
            });
            assertThat(ada.page().locator(".legend")).containsText("Locked 1, uses a licence");
            assertThat(ada.page().locator(".legend"))
                    .containsText("Inactive, Room, Resource, Asset and Queue use no licence");
            ada.isAccessible("users");
        }
    }

    @Test // R37
    void a_system_that_is_over_its_allowance_says_by_how_many() {
        TestTenant tenant = TestTenant.create(operator, 3);
        tenant.add("ben", "ACTIVE");
        tenant.add("chidi", "ACTIVE");
        Assertions.assertThat(operator.put(tenant.path("/allowance/correction"), "{'maximum':1,'reason':'a mistake'}")
                        .status())
                .isEqualTo(200);
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.seesFigures(3, 1, 0);
            assertThat(ada.page().locator(".note.warn")).containsText("over by 2");
            ada.isAccessible("over the allowance");
        }
    }

    @Test
    void what_is_looked_for_is_in_the_address_so_that_back_reload_and_a_sent_link_show_the_same() {
        TestTenant tenant = TestTenant.create(operator, 9);
        tenant.add("anna", "ACTIVE");
        tenant.add("anton", "INACTIVE");
        tenant.add("bert", "LOCKED");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.page().getByLabel("Search users").fill("an");
            ada.page().getByLabel("Search users").press("Enter");
            assertThat(names(ada)).hasText(new String[] {"anna", "anton"});
            ada.link("Uses a licence").click();
            assertThat(names(ada)).hasText(new String[] {"anna"});
            assertThat(ada.page()).hasURL(Pattern.compile("/users\\?.*q=an.*licence=yes|/users\\?.*licence=yes.*q=an"));

            ada.page().reload();
            assertThat(names(ada)).hasText(new String[] {"anna"});
            ada.page().goBack();
            assertThat(names(ada)).hasText(new String[] {"anna", "anton"});
            assertThat(ada.page().getByLabel("Search users")).hasValue("an");

            ada.open("/users?status=LOCKED&status=INACTIVE&sort=-userName");
            assertThat(names(ada)).hasText(new String[] {"bert", "anton"});
            assertThat(ada.page().locator("th[aria-sort]")).hasAttribute("aria-sort", "descending");
            ada.open("/users?role=SYSTEM_ADMIN");
            assertThat(names(ada)).hasText(new String[] {"admin"});
            assertThat(ada.field("Role")).hasValue("SYSTEM_ADMIN");
        }
    }

    @Test
    void filters_wait_until_they_are_applied_and_one_button_clears_them() {
        TestTenant tenant = TestTenant.create(operator, 9);
        tenant.add("anna", "ACTIVE");
        tenant.add("bert", "LOCKED");
        tenant.add("carl", "INACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users?sort=-userName&size=20");
            ada.page().locator("summary").getByText("Status: any").click();
            ada.field("Locked").check();
            ada.field("Inactive").check();
            assertThat(names(ada)).hasCount(4);
            ada.button("Apply").click();
            assertThat(names(ada)).hasText(new String[] {"carl", "bert"});
            assertThat(ada.page().locator("summary.chip")).hasText("Locked, Inactive");
            ada.isAccessible("filtered users");

            ada.link("Clear filters").click();
            assertThat(names(ada)).hasText(new String[] {"carl", "bert", "anna", "admin"});
            assertThat(ada.page()).hasURL(Pattern.compile("sort=-userName&size=20$"));
            assertThat(ada.link("Clear filters")).hasCount(0);
        }
    }

    @Test
    void a_selection_lives_on_all_pages_of_its_list_until_it_was_used() {
        TestTenant tenant = TestTenant.create(operator, 1);
        for (int number = 10; number < 33; number++) {
            tenant.add("room-" + number, "ROOM");
        }
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users?size=20&status=ROOM");
            ada.page().getByLabel("Select room-10").check();
            ada.page().getByLabel("Select room-11").check();
            ada.link("Next").click();
            assertThat(ada.page().getByText("2 selected")).isVisible();
            ada.page().getByLabel("Select room-32").check();
            assertThat(ada.page().getByText("3 selected")).isVisible();
            ada.link("Previous").click();
            assertThat(ada.page().getByLabel("Select room-10")).isChecked();
            ada.page().getByLabel("Select room-11").uncheck();

            ada.button("Change status…").click();
            ada.field("New status").selectOption("Queue");
            ada.button("Continue").click();
            assertThat(ada.dialog()).containsText("2 users will become Queue.");
            ada.inDialog("Save").click();
            assertThat(ada.toast()).containsText("2 users are Queue now.");
            assertThat(ada.page().locator("#bulk")).isHidden();

            ada.open("/users?size=20&status=QUEUE");
            assertThat(names(ada)).hasText(new String[] {"room-10", "room-32"});
            ada.page().getByLabel("Select room-10").check();
            ada.open("/users?size=20&status=ROOM");
            assertThat(ada.page().locator("#bulk")).isHidden();
        }
    }

    @Test
    void the_breadcrumb_leads_back_to_the_list_as_it_was() {
        TestTenant tenant = TestTenant.create(operator, 9);
        tenant.add("anna", "ACTIVE");
        tenant.add("anton", "INACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users?q=an&sort=-userName&size=20");
            ada.link("anna").click();
            ada.page().locator(".crumbs").getByText("Users").click();
            assertThat(ada.page()).hasURL(Pattern.compile("/users\\?q=an&sort=-userName&size=20$"));
            assertThat(names(ada)).hasText(new String[] {"anton", "anna"});
            ada.link("New User").click();
            ada.link("Cancel").click();
            assertThat(names(ada)).hasText(new String[] {"anton", "anna"});
        }
    }

    @Test
    void nobody_found_is_said_and_leads_on() {
        TestTenant tenant = TestTenant.create(operator, 2);
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users?q=nobody-of-this-name");
            assertThat(ada.page().getByText("No users match these filters.")).isVisible();
            ada.isAccessible("nobody found");
            ada.link("Show all users").click();
            assertThat(names(ada)).hasText(new String[] {"admin"});

            assertThat(ada.page().getByText("You are the only user so far.")).isVisible();
            ada.isAccessible("nobody else yet");
            ada.link("Add the first colleague").click();
            assertThat(ada.page()).hasURL(Pattern.compile("/users/new$"));
        }
    }

    @Test
    void pages_lead_on_and_back_and_keep_the_filter() {
        TestTenant tenant = TestTenant.create(operator, 1);
        for (int number = 10; number < 33; number++) {
            tenant.add("room-" + number, "ROOM");
        }
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users?size=20&status=ROOM");
            assertThat(names(ada)).hasCount(20);
            assertThat(ada.page().getByText("23 users")).isVisible();
            ada.link("Next").click();
            assertThat(names(ada)).hasText(new String[] {"room-30", "room-31", "room-32"});
            ada.link("Previous").click();
            assertThat(names(ada)).hasCount(20);
        }
    }

    @Test // R4, R20
    void many_are_made_inactive_at_once_and_who_cannot_be_is_named_before() {
        TestTenant tenant = TestTenant.create(operator, 4);
        tenant.add("ben", "ACTIVE");
        tenant.add("chidi", "LOCKED");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.page().getByLabel("Select this page").check();
            assertThat(ada.page().getByText("3 selected")).isVisible();
            ada.button("Change status…").click();
            ada.isAccessible("the status for many");
            ada.field("New status").selectOption("Inactive");
            ada.button("Continue").click();
            assertThat(ada.dialog()).containsText("2 users will become Inactive.");
            assertThat(ada.dialog()).containsText("One user stays as they are:");
            assertThat(ada.dialog()).containsText("Ada Admin: ");
            ada.isAccessible("what will become of them");
            ada.seesFigures(3, 4, 1);
            ada.inDialog("Save").click();

            assertThat(ada.dialog()).containsText("2 users became Inactive.");
            assertThat(ada.dialog().getByRole(AriaRole.STATUS)).containsText("2 users are Inactive now.");
            ada.isAccessible("what was done, in the dialog");
            ada.inDialog("Close").last().click();
            ada.seesFigures(1, 4, 3);
            assertThat(ada.page().getByLabel("Select this page")).isFocused();

            ada.button("Undo").click();
            assertThat(ada.page().getByText("The change was undone.")).isVisible();
            ada.seesFigures(3, 4, 1);
            assertThat(row(ada, "chidi")).containsText("Locked");
        }
    }

    @Test // R4, R22
    void many_are_deleted_at_once_once_their_number_is_typed() {
        TestTenant tenant = TestTenant.create(operator, 4);
        tenant.add("ben", "ACTIVE");
        tenant.add("room", "ROOM");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.page().getByLabel("Select this page").check();
            ada.button("Delete…").click();
            assertThat(ada.dialog()).containsText("2 users will be deleted.");
            assertThat(ada.dialog()).containsText("One user stays as they are:");
            assertThat(ada.dialog()).containsText("One licence becomes available.");
            assertThat(ada.inDialog("Delete")).isDisabled();
            ada.isAccessible("the deletion of many");
            ada.page().locator("#typedCount").fill("2");
            ada.inDialog("Delete").click();
            assertThat(ada.dialog()).containsText("2 users were deleted.");
            assertThat(ada.dialog().locator(".toast")).containsText("2 users were deleted.");
            ada.inDialog("Close").last().click();
            ada.seesFigures(1, 4, 3);
            assertThat(names(ada)).hasText(new String[] {"admin"});
        }
    }

    @Test // R4
    void many_are_given_a_role_at_once() {
        TestTenant tenant = TestTenant.create(operator, 4);
        tenant.add("ben", "ACTIVE");
        tenant.add("chidi", "ACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.page().getByLabel("Select ben").check();
            ada.page().getByLabel("Select chidi").check();
            ada.button("Change role…").click();
            ada.isAccessible("the role for many");
            ada.field("New role").selectOption("System Admin");
            ada.button("Continue").click();
            assertThat(ada.dialog()).containsText("2 users will have the role System Admin.");
            ada.inDialog("Save").click();
            assertThat(ada.toast()).containsText("2 users have the role System Admin now.");
            assertThat(row(ada, "ben")).containsText("System Admin");
            ada.link("Role").click();
            assertThat(ada.page()).hasURL(Pattern.compile("sort=role"));
        }
    }

    @Test
    void who_signed_in_last_is_found_by_the_order_of_the_last_sign_in() {
        TestTenant tenant = TestTenant.create(operator, 4);
        tenant.add("ben", "ACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.link("Last sign-in").click();
            assertThat(names(ada)).hasText(new String[] {"ben", "admin"});
            ada.link("Last sign-in").click();
            assertThat(names(ada)).hasText(new String[] {"admin", "ben"});
            assertThat(ada.page().locator("th[aria-sort]")).hasText(Pattern.compile("Last sign-in"));
        }
    }

    @Test // R16, R18, R19
    void for_many_the_missing_licences_are_confirmed_once() {
        TestTenant tenant = TestTenant.create(operator, 2);
        for (String name : List.of("ben", "chidi", "dora")) {
            tenant.add(name, "INACTIVE");
        }
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users?status=INACTIVE");
            ada.page().getByLabel("Select this page").check();
            ada.button("Select all 3 that match").click();
            assertThat(ada.page().getByText("All 3 matching users selected")).isVisible();
            ada.button("Change status…").click();
            ada.field("New status").selectOption("Active");
            ada.button("Continue").click();
            assertThat(ada.dialog()).containsText("3 users will become Active.");
            assertThat(ada.dialog()).containsText("The allowance grows by 2 licences.");
            assertThat(ada.inDialog("Save")).isDisabled();
            ada.isAccessible("the confirmation for many");
            ada.accepts();

            ada.seesFigures(4, 4, 0);
            assertThat(ada.toast()).containsText("3 users are Active now.");
            assertThat(ada.button("Undo")).hasCount(0);
        }
    }

    @Test
    void the_export_holds_what_is_filtered_and_no_formula() throws IOException {
        TestTenant tenant = TestTenant.create(operator, 5);
        tenant.admin()
                .post(
                        tenant.path("/users"),
                        "{'userName':'clever','displayName':'=1+1','email':'clever@test.example','status':'ACTIVE'}");
        tenant.add("ben", "INACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users?status=ACTIVE");
            Download download =
                    ada.page().waitForDownload(() -> ada.button("Export CSV").click());
            String text = Files.readString(download.path());
            Assertions.assertThat(text)
                    .startsWith("\uFEFF\"User name\",\"Name\",")
                    .contains("\"admin\"", "\"clever\",\"'=1+1\"")
                    .doesNotContain("ben@");
        }
    }

    @Test
    void an_undo_takes_back_what_its_own_page_shows_and_nothing_that_was_done_in_another_tab() {
        TestTenant tenant = TestTenant.create(operator, 5);
        String ben = tenant.add("ben", "ACTIVE");
        String carl = tenant.add("carl", "ACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            deactivate(ada.page(), ben);
            Page second = ada.page().context().newPage();
            deactivate(second, carl);

            ada.page().locator(".toast").getByText("Undo").click();
            assertThat(ada.page().getByText("The change was undone.")).isVisible();

            ada.open("/users");
            assertThat(row(ada, "ben")).containsText("Active");
            assertThat(row(ada, "carl")).containsText("Inactive");
        }
    }

    private void deactivate(Page tab, String user) {
        tab.navigate(Installation.shared()
                .first()
                .baseUri()
                .resolve("/users/" + user)
                .toString());
        tab.getByLabel("Status").selectOption("Inactive");
        tab.getByText("Change status", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(tab.locator(".toast")).containsText("is Inactive now.");
    }

    @Test // R3
    void the_users_of_another_system_cannot_be_changed_by_a_forged_selection() {
        TestTenant tenant = TestTenant.create(operator, 3);
        tenant.add("ben", "ACTIVE");
        TestTenant other = TestTenant.create(operator, 2);
        String stranger = other.add("stranger", "ACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.page().getByLabel("Select ben").check();
            ada.page().locator("input[data-marked-ids]").evaluate("(field, id) => { field.value = id; }", stranger);
            ada.button("Change status…").click();
            ada.button("Continue").click();
            assertThat(ada.dialog()).containsText("No users will become Inactive.");
            assertThat(ada.inDialog("Save")).hasCount(0);
            Assertions.assertThat(other.figures()).isEqualTo(Map.of("maximum", 2, "occupied", 2));
        }
    }

    private static Locator names(Visit visit) {
        return visit.page().locator("tbody .who a");
    }

    private static Locator row(Visit visit, String userName) {
        return visit.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHas(visit.link(userName)));
    }
}
