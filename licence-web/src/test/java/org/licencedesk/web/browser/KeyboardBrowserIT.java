package org.licencedesk.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.TestTenant;

/** Raises, adds, activates and frees without ever touching the mouse. */
class KeyboardBrowserIT {

    /** More than there are places to stop at on any page. */
    private static final int FURTHEST = 80;

    private final TestTenant tenant =
            TestTenant.create(Api.of(Installation.shared().first()), 1);

    @Test // R5 to R20
    void everything_about_licences_can_be_done_by_keyboard_alone() {
        try (Visit ada = Visit.ofAdmin(tenant)) {
            Keyboard keys = ada.page().keyboard();
            walkTo(ada, ada.button("Adjust User Allowance"));
            keys.press("Enter");
            assertThat(ada.field("New number of licences")).isFocused();
            keys.type("0");
            keys.press("Enter");
            assertThat(ada.dialog()).containsText("The allowance cannot be lowered here.");
            assertThat(ada.field("New number of licences")).isFocused();
            keys.press("Control+a");
            keys.type("2");
            keys.press("Enter");
            assertThat(ada.dialog()).containsText("Maximum after2");
            walkTo(ada, ada.field("I have read and accept the Terms and Conditions"));
            keys.press("Space");
            walkTo(ada, ada.inDialog("Save"));
            keys.press("Enter");
            ada.seesFigures(1, 2, 1);
            assertThat(ada.button("Adjust User Allowance")).isFocused();

            walkTo(ada, ada.link("New User"));
            keys.press("Enter");
            add(ada, "Maya Lindt", "maya@test.example");
            assertThat(ada.page().getByText("Maya Lindt was added and uses a licence."))
                    .isFocused();
            walkTo(ada, ada.button("Add another"));
            keys.press("Enter");
            assertThat(ada.page().getByText("No licence is available.")).isVisible();
            add(ada, "Tom Varga", "tom@test.example");
            assertThat(ada.dialog()).containsText("Tom Varga becomes Active.");
            keys.press("Escape");
            assertThat(ada.dialog()).hasCount(0);
            assertThat(ada.button("Save")).isFocused();
            assertThat(ada.field("Name")).hasValue("Tom Varga");
            keys.press("Enter");
            walkTo(ada, ada.field("I have read and accept the Terms and Conditions"));
            keys.press("Space");
            walkTo(ada, ada.inDialog("Save"));
            keys.press("Enter");
            ada.seesFigures(3, 3, 0);

            walkTo(ada, ada.link("Back to users"));
            keys.press("Enter");
            walkTo(ada, ada.link("tom@test.example"));
            keys.press("Enter");
            walkTo(ada, ada.field("Status"));
            keys.type("Ina");
            walkTo(ada, ada.button("Change status"));
            keys.press("Enter");
            ada.seesFigures(2, 3, 1);
            assertThat(ada.button("Change status")).isFocused();
        }
        Assertions.assertThat(tenant.figures()).isEqualTo(Map.of("maximum", 3, "occupied", 2));
    }

    private static void add(Visit visit, String name, String email) {
        walkTo(visit, visit.field("Name"));
        visit.page().keyboard().type(name);
        walkTo(visit, visit.field("Email"));
        visit.page().keyboard().type(email);
        walkTo(visit, visit.button("Save"));
        visit.page().keyboard().press("Enter");
    }

    /** Presses Tab until the place has the focus. */
    private static void walkTo(Visit visit, Locator place) {
        assertThat(place).isVisible();
        for (int steps = 0; steps < FURTHEST; steps++) {
            if ((boolean) place.evaluate("element => element === document.activeElement")) {
                return;
            }
            visit.page().keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach " + place);
    }
}
