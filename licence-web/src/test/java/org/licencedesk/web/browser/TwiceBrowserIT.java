package org.licencedesk.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.TestTenant;

/** Whoever clicks twice, or holds Enter down, gets one thing done. */
class TwiceBrowserIT {

    private final TestTenant tenant =
            TestTenant.create(Api.of(Installation.shared().first()), 3);

    @Test // R18, R20
    void a_status_is_changed_once() {
        String ben = tenant.add("ben", "ACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/" + ben);
            ada.field("Status").selectOption("Inactive");
            ada.button("Change status").dblclick();
            ada.seesFigures(1, 3, 2);
            assertThat(ada.toast()).hasCount(1);

            ada.field("Status").selectOption("Active");
            entersTwice(ada.button("Change status"));
            ada.seesFigures(2, 3, 1);
        }
        Assertions.assertThat(entries("SEAT_RELEASED", ben)).isEqualTo(1);
        Assertions.assertThat(entries("SEAT_TAKEN", ben)).isEqualTo(2);
    }

    @Test
    void details_are_saved_once_and_do_not_conflict_with_themselves() {
        String ben = tenant.add("ben", "ACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/" + ben);
            ada.field("Name").fill("Bennett");
            ada.field("Role").selectOption("System Admin");
            ada.button("Save").dblclick();
            assertThat(ada.page().locator("h1")).hasText("Bennett");
            entersTwice(ada.field("Name"));
            assertThat(ada.page().locator("h1")).hasText("Bennett");
            assertThat(ada.page().locator(".note.warn")).hasCount(0);
            assertThat(ada.page().locator(".refusal")).hasCount(0);
        }
        Assertions.assertThat(entries("USER_CHANGED", ben)).isEqualTo(1);
    }

    @Test // R22
    void a_user_is_deleted_once() {
        String ben = tenant.add("ben", "ACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/" + ben);
            ada.button("Delete this user").click();
            ada.page().locator("#typedName").fill("ben");
            ada.inDialog("Delete").dblclick();
            assertThat(ada.toast()).hasCount(1);
            assertThat(ada.toast()).containsText("ben was deleted. One licence is free.");
            ada.seesFigures(1, 3, 2);
        }
        Assertions.assertThat(entries("USER_DELETED", ben)).isEqualTo(1);
    }

    @Test // R16
    void many_are_activated_once() {
        String ben = tenant.add("ben", "INACTIVE");
        tenant.add("chidi", "INACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users?status=INACTIVE");
            ada.page().getByLabel("Select this page").check();
            ada.button("Change status…").click();
            ada.field("New status").selectOption("Active");
            ada.button("Continue").click();
            assertThat(ada.dialog()).containsText("2 users will become Active.");
            ada.inDialog("Save").dblclick();
            ada.seesFigures(3, 3, 0);
            assertThat(ada.toast()).hasCount(1);
        }
        Assertions.assertThat(entries("SEAT_TAKEN", ben)).isEqualTo(1);
    }

    private static void entersTwice(Locator place) {
        place.focus();
        place.press("Enter");
        place.press("Enter");
    }

    private long entries(String kind, String user) {
        return StreamSupport.stream(
                        tenant.admin()
                                .get(tenant.path("/ledger?limit=200"))
                                .body()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(entry -> entry.path("kind").asText().equals(kind)
                        && entry.path("userId").asText().equals(user))
                .count();
    }
}
