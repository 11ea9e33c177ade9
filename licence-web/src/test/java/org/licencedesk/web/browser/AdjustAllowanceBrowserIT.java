package org.licencedesk.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.TestTenant;

class AdjustAllowanceBrowserIT {

    private final TestTenant tenant =
            TestTenant.create(Api.of(Installation.shared().first()), 10);

    @Test // R5, R6, R7, R8, R9
    void the_allowance_is_raised_by_a_number_a_tick_and_two_saves() {
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.seesFigures(1, 10, 9);
            ada.isAccessible("users");

            ada.button("Adjust User Allowance").click();
            assertThat(ada.field("New number of licences")).hasValue("10");
            ada.isAccessible("the number");
            ada.field("New number of licences").fill("12");
            ada.button("Save").click();

            assertThat(ada.dialog()).containsText("Confirm the increase");
            assertThat(ada.dialog()).containsText("Maximum now10");
            assertThat(ada.dialog()).containsText("Maximum after12");
            assertThat(ada.dialog()).containsText("£24.00");
            assertThat(ada.button("Save")).isDisabled();
            ada.isAccessible("the confirmation");
            ada.field("I have read and accept the Terms and Conditions").check();
            ada.button("Save").click();

            assertThat(ada.dialog()).hasCount(0);
            ada.seesFigures(1, 12, 11);
            assertThat(ada.toast()).containsText("Your system holds 12 licences now. The next invoice will show it");
            assertThat(ada.button("Adjust User Allowance")).isFocused();
        }
    }
}
