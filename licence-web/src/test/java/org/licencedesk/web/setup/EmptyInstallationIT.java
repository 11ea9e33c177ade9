package org.licencedesk.web.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;
import org.licencedesk.web.fixture.Visitor;

class EmptyInstallationIT {

    private static final Map<String, String> FIRST = Map.of(
            "name", "First",
            "slug", "first",
            "maximum", "3",
            "currency", "EUR",
            "adminName", "Ada Admin",
            "email", "ada@first.example",
            "password", "three tame walruses");

    @Test // R28
    void is_opened_once_by_its_code_and_cannot_be_raised_before_there_are_terms() {
        try (Installation installation = Installation.start("empty-installation")) {
            Visitor visitor = new Visitor(installation.first().baseUri());

            HttpResponse<String> guessed = visitor.submit("/setup", "setup", with("code", "not-the-code"));
            assertThat(guessed.statusCode()).isEqualTo(403);
            assertThat(guessed.body()).contains("This code does not open the installation", "ada@first.example");

            Map<String, String> noSeats = with("code", Installation.SETUP_CODE);
            noSeats.put("maximum", "0");
            assertThat(visitor.submit("/setup", "setup", noSeats).body())
                    .contains("The maximum is a whole number from 1");

            HttpResponse<String> opened = visitor.submit("/setup", "setup", with("code", Installation.SETUP_CODE));
            assertThat(Visitor.location(opened)).endsWith("/sign-in");
            assertThat(Visitor.location(visitor.get("/setup"))).endsWith("/");

            HttpResponse<String> signedIn = visitor.signIn("", "ada@first.example", "three tame walruses");
            assertThat(Visitor.location(signedIn)).endsWith("/");
            assertThat(visitor.get("/users").body()).contains("Maximum Active Users");

            TestTenant other = TestTenant.create(Api.of(installation.first()), 1);
            Reply raise = other.admin().put(other.path("/allowance"), "{'maximum':2}");
            assertThat(raise.code()).isEqualTo("terms-not-published");
        }
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> form = new HashMap<>(FIRST);
        form.put(field, value);
        return form;
    }
}
