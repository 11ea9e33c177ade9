package org.licencedesk.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.TestTenant;

class RequestsBrowserIT {

    private final Api operator = Api.of(Installation.shared().first());

    private final TestTenant tenant = TestTenant.create(operator, 10);

    @Test // R4, R11, R30
    void a_lower_number_leads_to_a_request_that_says_who_becomes_inactive() {
        String ben = tenant.add("ben", "ACTIVE");
        tenant.add("chidi", "LOCKED");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.button("Adjust User Allowance").click();
            ada.field("New number of licences").fill("2");
            ada.button("Save").click();
            assertThat(ada.dialog()).containsText("Your account manager arranges it with you:");
            ada.isAccessible("a lower number");
            ada.link("Request a reduction to 2").click();

            assertThat(ada.page().locator("#preflight")).hasText("3 in use, 2 wanted: one must be freed.");
            assertThat(ada.page().locator(".choices li")).hasCount(2);
            assertThat(ada.page().locator(".choices")).not().containsText("Ada Admin");
            ada.page().getByLabel("ben never signed in").check();
            assertThat(ada.page().getByText("1 of 1 chosen")).isVisible();
            ada.button("Request a reduction to 2").click();
            assertThat(ada.field("Reason")).hasAttribute("aria-invalid", "true");
            assertThat(ada.field("Reason")).isFocused();
            assertThat(ada.page().getByLabel("ben never signed in")).isChecked();
            ada.isAccessible("a request with something wrong");
            ada.field("Reason").fill("Two sites\nwere closed.");
            ada.button("Request a reduction to 2").click();

            assertThat(ada.toast()).containsText("A reduction to 2 licences from");
            assertThat(ada.page().locator("#openForm")).containsText("Awaiting account manager");
            assertThat(ada.page().locator("#preflight")).containsText("3 in use: one must be freed before");
            assertThat(ada.page().locator("#preflight")).containsText("One user is chosen to free theirs.");
            assertThat(ada.page().locator("#openForm")).containsText("Two sites were closed.");
            ada.isAccessible("an open request");
        }
        JsonNode asked = latest();
        Assertions.assertThat(asked.path("state").asText()).isEqualTo("OPEN");
        Assertions.assertThat(asked.path("maximum").asInt()).isEqualTo(2);
        Assertions.assertThat(asked.at("/deactivate/0").asText()).isEqualTo(ben);
        Assertions.assertThat(tenant.figures()).isEqualTo(Map.of("maximum", 10, "occupied", 3));
    }

    @Test // R30
    void an_offer_is_accepted_and_an_increase_that_would_end_the_agreement_says_so_before() {
        tenant.add("ben", "ACTIVE");
        ask(2);
        try (Visit ada = Visit.ofAdmin(tenant)) {
            tenant.decide("{'decision':'COUNTER','maximum':3,'message':'Three would fit your contract.'}");
            ada.link("Reduction requests").click();
            assertThat(ada.page().locator("#openForm")).containsText("Awaiting your decision");
            assertThat(ada.page().locator("#openForm")).containsText("Three would fit your contract.");
            ada.isAccessible("an offer");
            ada.button("Accept a reduction to 3").click();
            assertThat(ada.toast()).containsText("Agreed: a reduction to 3 licences from");
            assertThat(ada.page().locator("#openForm h2")).isFocused();
            Assertions.assertThat(latest().path("state").asText()).isEqualTo("ACCEPTED");

            ada.open("/users/new");
            ada.field("Name").fill("Maya Lindt");
            ada.field("Email").fill("maya@test.example");
            ada.button("Save").click();
            assertThat(ada.page().getByText("Maya Lindt was added and uses a licence."))
                    .isVisible();
            assertThat(ada.toast()).hasCount(0);
            String dora = tenant.add("dora", "INACTIVE");
            ada.open("/users/" + dora);
            ada.field("Status").selectOption("Active");
            ada.button("Change status").click();
            assertThat(ada.page().locator(".toasts")).containsText("dora is Active now and uses a licence.");
            assertThat(ada.page().locator(".toasts"))
                    .containsText("4 licences are in use now; the reduction agreed for");

            ada.open("/account");
            assertThat(ada.page().locator("#manager")).containsText("A reduction to 3 licences on");
            ada.button("Adjust User Allowance").click();
            ada.field("New number of licences").fill("11");
            ada.button("Save").click();
            assertThat(ada.dialog()).containsText("This ends an agreement.");
            assertThat(ada.dialog()).containsText("The reduction to 3 licences on");
            ada.isAccessible("an increase that ends an agreement");
            ada.field("I have read and accept the Terms and Conditions").check();
            ada.button("Save").click();
            ada.seesFigures(4, 11, 7);
            assertThat(ada.page().locator("#manager")).not().containsText("A reduction to");

            ada.open("/requests");
            assertThat(ada.page().locator("#past tbody tr")).containsText("Ended by a change");
            assertThat(ada.page().locator("#past tbody tr")).containsText("2, offered 3");
            ada.page().locator("#past tbody a").click();
            assertThat(ada.page().locator(".talk")).containsText("Three would fit your contract.");
            assertThat(ada.page().locator(".talk")).containsText("The offer was accepted.");
            assertThat(ada.page().locator(".talk"))
                    .containsText("The allowance was changed, which ended the agreement.");
            ada.isAccessible("a request that has ended");
        }
    }

    @Test // R30
    void an_offer_is_declined_and_a_request_is_withdrawn() {
        ask(2);
        tenant.decide("{'decision':'COUNTER','maximum':3}");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/requests");
            ada.button("Decline the offer").click();
            assertThat(ada.toast()).containsText("The offer was declined. The maximum stays.");
            assertThat(ada.page().locator("#past tbody tr")).containsText("Declined");

            ask(4);
            ada.open("/requests");
            ada.button("Withdraw the request").click();
            ada.isAccessible("the withdrawal");
            ada.dialog().getByText("Cancel").click();
            assertThat(ada.button("Withdraw the request")).isFocused();
            Assertions.assertThat(latest().path("state").asText()).isEqualTo("OPEN");
            ada.button("Withdraw the request").click();
            ada.dialog()
                    .getByText("Withdraw the request", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(ada.dialog()).hasCount(0);
            assertThat(ada.toast()).containsText("The request was withdrawn.");
            assertThat(ada.page().locator("#past tbody tr")).hasCount(2);
            assertThat(ada.field("Number of licences wanted")).isVisible();
        }
        Assertions.assertThat(latest().path("state").asText()).isEqualTo("WITHDRAWN");
    }

    @Test // R30
    void what_is_no_lower_number_is_said_at_the_field() {
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/requests");
            assertThat(ada.page().locator("#past")).containsText("No request has ended yet.");
            ada.isAccessible("no request");
            Map.of(
                            "ten", "Enter a whole number.",
                            "0", "This is out of range.",
                            "10", "Your system holds 10. Enter a lower number.",
                            "99999999999", "Your system holds 10. Enter a lower number.")
                    .forEach((typed, said) -> {
                        ada.field("Number of licences wanted").fill(typed);
                        ada.field("Number of licences wanted").press("Enter");
                        assertThat(ada.page().getByText(said)).isVisible();
                        assertThat(ada.field("Number of licences wanted")).isFocused();
                        assertThat(ada.field("Number of licences wanted")).hasAttribute("aria-invalid", "true");
                    });
            ada.field("Number of licences wanted").fill("4");
            ada.field("Number of licences wanted").press("Enter");
            assertThat(ada.page().locator("#preflight")).hasText("1 in use, 4 wanted: none must be freed.");
            assertThat(ada.page().locator("#preflight")).isFocused();
            assertThat(ada.page().locator(".choices")).hasCount(0);
        }
    }

    @Test // R30
    void whoever_was_chosen_and_holds_no_licence_any_more_is_named_before_anything_is_asked() {
        String ben = tenant.add("ben", "ACTIVE");
        tenant.add("chidi", "ACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/requests?to=1");
            ada.page().getByLabel("ben never signed in").check();
            ada.field("Reason").fill("Fewer people");
            Assertions.assertThat(tenant.admin()
                            .put(tenant.path("/users/" + ben + "/status"), "{'status':'INACTIVE'}")
                            .status())
                    .isEqualTo(200);
            ada.button("Request a reduction to 1").click();

            assertThat(ada.page().locator(".refusal")).containsText("uses no licence");
            assertThat(ada.page().locator(".choices li")).hasCount(1);
            assertThat(ada.field("Reason")).hasValue("Fewer people");
        }
        Assertions.assertThat(tenant.admin()
                        .get(tenant.path("/reduction-requests"))
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test // R3
    void the_request_of_another_system_is_not_there() {
        TestTenant stranger = TestTenant.create(operator, 10);
        String theirs = stranger.admin()
                .post(stranger.path("/reduction-requests"), "{'maximum':2,'reason':'x'}")
                .body()
                .path("id")
                .asText();
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/requests/" + theirs);
            assertThat(ada.page().locator("h1")).hasText("Not found");
            ask(2);
            ada.open("/requests/" + latest().path("id").asText());
            assertThat(ada.page().locator("#openForm")).isVisible();
        }
    }

    private void ask(int maximum) {
        Assertions.assertThat(tenant.admin()
                        .post(tenant.path("/reduction-requests"), "{'maximum':" + maximum + ",'reason':'Fewer people'}")
                        .status())
                .isEqualTo(201);
    }

    private JsonNode latest() {
        return tenant.admin().get(tenant.path("/reduction-requests")).body().at("/items/0");
    }
}
