package org.licencedesk.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.TestTenant;

class UserBrowserIT {

    private final Api operator = Api.of(Installation.shared().first());

    @Test // R17, R18, R19, R20
    void a_change_of_status_frees_a_licence_or_asks_for_one() {
        TestTenant tenant = TestTenant.create(operator, 2);
        String ben = tenant.add("ben", "ACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/" + ben);
            ada.isAccessible("a user");
            ada.field("Status").selectOption("Locked");
            ada.button("Change status").click();
            assertThat(ada.toast()).containsText("ben is Locked now.");
            ada.seesFigures(2, 2, 0);

            ada.field("Status").selectOption("Inactive");
            ada.button("Change status").click();
            assertThat(ada.page().getByText("ben is Inactive now. One licence is free."))
                    .isVisible();
            ada.seesFigures(1, 2, 1);

            ada.button("Undo").click();
            assertThat(ada.page().getByText("The change was undone.")).isVisible();
            ada.seesFigures(2, 2, 0);
            assertThat(ada.field("Status")).hasValue("LOCKED");
            ada.field("Status").selectOption("Inactive");
            ada.button("Change status").click();
            ada.seesFigures(1, 2, 1);

            tenant.add("chidi", "ACTIVE");
            ada.field("Status").selectOption("Active");
            ada.button("Change status").click();
            assertThat(ada.dialog()).containsText("ben becomes Active. The allowance grows by one licence.");
            Assertions.assertThat(tenant.figures()).isEqualTo(Map.of("maximum", 2, "occupied", 2));
            ada.accepts();
            ada.seesFigures(3, 3, 0);
        }
    }

    @Test // R19, R20
    void a_licence_that_was_taken_from_somebody_can_be_given_back() {
        TestTenant tenant = TestTenant.create(operator, 2);
        tenant.add("chidi", "ACTIVE");
        String room = tenant.add("desk", "ROOM");
        tenant.admin().patch(tenant.path("/users/" + room), "{'email':'desk@test.example'}");
        tenant.age();
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/" + room);
            ada.field("Status").selectOption("Active");
            ada.button("Change status").click();
            ada.inDialog("Deactivate chidi and use this licence").click();
            assertThat(ada.toast()).containsText("chidi is Inactive now; the licence went to desk.");
            assertThat(ada.page().locator("#head .status")).hasText("Active");
            ada.seesFigures(2, 2, 0);

            ada.button("Undo").click();
            assertThat(ada.toast()).containsText("The change was undone: chidi has the licence again, desk is Room.");
            assertThat(ada.page().locator("#head .status")).hasText("Room");
            ada.seesFigures(2, 2, 0);
        }
    }

    @Test // R4
    void the_last_system_admin_cannot_be_made_inactive_or_deleted() {
        TestTenant tenant = TestTenant.create(operator, 2);
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.link("admin").click();
            ada.field("Status").selectOption("Inactive");
            ada.button("Change status").click();
            assertThat(ada.page().getByText("The system would be left without an active System Admin."))
                    .isVisible();

            ada.button("Delete this user").click();
            assertThat(ada.button("Delete")).isDisabled();
            ada.page().locator("#typedName").fill("admin");
            ada.button("Delete").click();
            assertThat(ada.dialog()).containsText("The system would be left without an active System Admin.");
        }
    }

    @Test // R22
    void a_user_is_deleted_by_typing_the_user_name() {
        TestTenant tenant = TestTenant.create(operator, 2);
        String ben = tenant.add("ben", "ACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/" + ben);
            ada.button("Delete this user").click();
            ada.isAccessible("the deletion");
            ada.page().locator("#typedName").fill("ben");
            ada.button("Delete").click();
            assertThat(ada.toast()).containsText("ben was deleted. One licence is free.");
            ada.seesFigures(1, 2, 1);
            assertThat(ada.link("ben")).hasCount(0);
        }
    }

    @Test // R22
    void a_deleted_user_is_found_by_the_filter_exported_and_erased() throws IOException {
        TestTenant tenant = TestTenant.create(operator, 2);
        String ben = tenant.add("ben", "ACTIVE");
        tenant.admin().delete(tenant.path("/users/" + ben));
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users");
            ada.link("Deleted users").click();
            ada.isAccessible("the deleted users");
            ada.link("ben").click();
            ada.isAccessible("a deleted user");
            assertThat(ada.page().locator("h1")).hasText("ben");
            assertThat(ada.page().locator("#history li")).hasCount(4);
            assertThat(ada.button("Save")).hasCount(0);
            Download file = ada.page()
                    .waitForDownload(() -> ada.button("Export personal data").click());
            Assertions.assertThat(Files.readString(file.path())).contains("\"ben@test.example\"", "USER_DELETED");

            ada.button("Erase this user").click();
            ada.isAccessible("the erasure");
            ada.inDialog("Cancel").click();
            assertThat(ada.page().locator("h1")).hasText("ben");
            ada.button("Erase this user").click();
            ada.inDialog("Erase").click();
            assertThat(ada.toast()).containsText("Name and email were erased.");
            assertThat(ada.page().locator("h1")).hasText("Erased user");
            assertThat(ada.button("Erase this user")).hasCount(0);
            Assertions.assertThat(ada.page().content()).doesNotContain("ben@test.example", ">ben<");
            ada.isAccessible("an erased user");

            ada.open("/users?deleted=yes");
            assertThat(ada.link("Erased user")).isVisible();
            assertThat(ada.link("ben")).hasCount(0);
        }
    }

    @Test // R22
    void what_is_kept_about_a_living_user_is_a_file() throws IOException {
        TestTenant tenant = TestTenant.create(operator, 2);
        String ben = tenant.add("ben", "ACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/" + ben);
            Download file = ada.page()
                    .waitForDownload(() -> ada.button("Export personal data").click());
            Assertions.assertThat(file.suggestedFilename()).isEqualTo("user-" + ben + ".json");
            Assertions.assertThat(Files.readString(file.path())).contains("\"ben@test.example\"", "USER_ADDED");
        }
    }

    @Test // R21
    void whether_records_can_be_given_to_the_user_is_said() {
        TestTenant tenant = TestTenant.create(operator, 2);
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/" + tenant.add("room", "ROOM"));
            assertThat(ada.page().getByText("Records can be assigned to this user, who is notified."))
                    .isVisible();
            assertThat(ada.page().getByText("Nobody can sign in while the status is Room"))
                    .isVisible();
            ada.open("/users/" + tenant.add("ben", "INACTIVE"));
            assertThat(ada.page().getByText("This user keeps existing records")).isVisible();
        }
    }

    @Test
    void a_conflict_shows_both_versions_and_loses_nothing_typed() {
        TestTenant tenant = TestTenant.create(operator, 2);
        String ben = tenant.add("ben", "ACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/" + ben);
            ada.field("Name").fill("Benjamin");
            tenant.admin().patch(tenant.path("/users/" + ben), "{'displayName':'Bennett'}");
            ada.button("Save").click();

            assertThat(ada.page().locator("#details .note")).containsText("Somebody else has changed this user");
            assertThat(ada.page().locator("#details .note")).containsText("Bennett");
            assertThat(ada.field("Name")).hasValue("Benjamin");
            ada.isAccessible("a conflict");
            ada.button("Save").click();
            assertThat(ada.toast()).containsText("Benjamin was saved.");
        }
    }

    @Test // R22, R41
    void a_user_name_is_changed_and_the_history_names_the_old_one_until_it_is_erased() {
        TestTenant tenant = TestTenant.create(operator, 3);
        tenant.add("chidi", "ACTIVE");
        String ben = tenant.add("ben", "ACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/" + ben);
            ada.field("User name").fill("CHIDI");
            ada.button("Save").click();
            assertThat(ada.page().getByText("This user name is already taken")).isVisible();
            ada.isAccessible("a user name that is taken");

            ada.field("User name").fill("ben.lindt");
            ada.button("Save").click();
            assertThat(ada.toast()).containsText("ben was saved.");
            assertThat(ada.page().locator("#head")).containsText("ben.lindt");
            assertThat(ada.page().locator("#history li").first())
                    .containsText("The user name of ben changed; it was ben.");
            ada.button("Delete this user").click();
            ada.page().locator("#typedName").fill("ben.lindt");
            ada.button("Delete").click();
            assertThat(ada.toast()).containsText("ben was deleted.");

            ada.open("/ledger");
            assertThat(ada.page().locator("main")).containsText("The user name of ben changed; it was ben.");
            Assertions.assertThat(ada.page().content()).doesNotContain("sha256:");
            tenant.admin().post(tenant.path("/users/" + ben + "/erasure"), "");
            ada.open("/ledger");
            assertThat(ada.page().locator("main")).containsText("The user name of Erased user changed.");
            Assertions.assertThat(ada.page().content()).doesNotContain("it was ben");
        }
    }

    @Test // R3
    void the_user_of_another_system_is_not_there() {
        TestTenant tenant = TestTenant.create(operator, 2);
        String stranger = TestTenant.create(operator, 2).add("stranger", "ACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/" + stranger);
            assertThat(ada.page().locator("h1")).hasText("Not found");
            ada.isAccessible("not found");
        }
    }
}
