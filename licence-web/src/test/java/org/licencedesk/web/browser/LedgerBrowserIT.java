package org.licencedesk.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

class LedgerBrowserIT {

    private final Api operator = Api.of(Installation.shared().first());

    private final TestTenant tenant = TestTenant.create(operator, 3);

    @Test // R22, R38
    void filters_are_in_the_address_and_back_shows_what_was_there() {
        String ben = tenant.add("ben", "ACTIVE");
        tenant.add("maya", "INACTIVE");
        tenant.admin().delete(tenant.path("/users/" + ben));
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.link("Ledger").click();
            assertThat(entries(ada).first()).hasText("ben was deleted.");
            assertThat(entries(ada).last()).hasText("The system was created with 3 licences.");

            ada.field("Find a user").fill("BEN");
            ada.field("Find a user").press("Enter");
            String[] whole = {
                "ben was deleted.", "ben released a licence.", "ben took a licence.", "ben was added as Active."
            };
            assertThat(entries(ada)).hasText(whole);
            ada.page().getByText("Kind: any").click();
            ada.field("User deleted").check();
            ada.button("Apply").click();
            assertThat(ada.page()).hasURL(Pattern.compile("name=BEN&kind=USER_DELETED$"));
            assertThat(entries(ada)).hasText(new String[] {"ben was deleted."});
            ada.field("Source").selectOption("Web");
            assertThat(ada.page().getByText("No entry matches these filters.")).isVisible();
            ada.isAccessible("a ledger in which nothing is found");

            ada.page().goBack();
            assertThat(entries(ada)).hasText(new String[] {"ben was deleted."});
            ada.page().goBack();
            assertThat(entries(ada)).hasText(whole);
            ada.field("From").fill("2999-01-01");
            ada.button("Show").click();
            assertThat(ada.page().getByText("No entry matches these filters.")).isVisible();
            ada.link("Show all entries").click();
            assertThat(ada.page()).hasURL(Pattern.compile("/ledger$"));
        }
    }

    @Test
    void a_name_that_several_begin_with_is_asked_about() {
        tenant.add("maya", "INACTIVE");
        tenant.add("mayor", "ROOM");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/ledger?name=may");
            assertThat(entries(ada)).hasCount(0);
            ada.link("mayor (mayor)").click();
            assertThat(entries(ada)).hasText(new String[] {"mayor was added as Room."});
            ada.open("/ledger?name=nobody");
            assertThat(ada.page().getByText("No name or user name begins like this."))
                    .isVisible();
        }
    }

    @Test // R37, R38
    void the_figures_of_any_past_instant_are_shown_and_their_course_is_a_table_too() {
        tenant.add("ben", "ACTIVE");
        operator.put(tenant.path("/allowance/correction"), "{'maximum':1,'reason':'Contract 4711'}");
        happened("seq <= 3", "2020-01-01 10:00:00");
        happened("seq in (4, 5)", "2020-01-02 10:00:00");
        happened("seq = 6", "2020-01-03 10:00:00");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/ledger?kind=ALLOWANCE_CORRECTED");
            assertThat(entries(ada)).hasText(new String[] {"The vendor corrected the allowance from 3 to 1."});
            assertThat(ada.page().getByText("Reason: Contract 4711")).isVisible();

            ask(ada, "2020-01-01T12:00:30");
            seesFiguresThen(ada, 1, 3, 2);
            ask(ada, "2020-01-02T12:00:30");
            seesFiguresThen(ada, 2, 3, 1);
            ask(ada, "2020-01-03T12:00:30");
            seesFiguresThen(ada, 2, 1, 0);
            assertThat(ada.page().locator(".then")).containsText("over by 1");
            ask(ada, "2019-12-31T12:00:30");
            assertThat(ada.page().locator(".then")).containsText("There are no figures for 31 Dec 2019, 12:00");
            assertThat(entries(ada)).hasCount(1);

            ada.link("All").click();
            assertThat(ada.page().getByRole(AriaRole.IMG))
                    .hasAccessibleName(Pattern.compile("^From 1 Jan 2020 to .*: 1 to 2 licences in use,"
                            + " of a maximum of 1 to 3\\. At times over the allowance, by up to 1\\.$"));
            ada.page().getByText("Show as a table").click();
            assertThat(ada.page().locator("details.more tbody tr")).hasText(new Pattern[] {
                Pattern.compile("^1 Jan 2020, 10:00\\s*13$"),
                Pattern.compile("^2 Jan 2020, 10:00\\s*23$"),
                Pattern.compile("^3 Jan 2020, 10:00\\s*21over by 1$"),
                Pattern.compile("21over by 1$")
            });
            ada.isAccessible("the ledger");
        }
    }

    private static void ask(Visit ada, String instant) {
        ada.field("Date and time").fill(instant);
        ada.button("Show licences").click();
    }

    private static void seesFiguresThen(Visit ada, int occupied, int maximum, int available) {
        assertThat(ada.page().locator(".then dd")).hasText(new String[] {
            Integer.toString(occupied), Integer.toString(maximum), Integer.toString(available)
        });
    }

    @Test // R38
    void verification_names_the_entry_that_was_altered_and_the_user_who_drifted() {
        String ben = tenant.add("ben", "ACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/ledger");
            ada.button("Verify").click();
            assertThat(verified(ada)).containsText("The ledger is intact, and users and allowance agree with it.");
            assertThat(verified(ada)).containsText("5 entries read");
            ada.isAccessible("an intact ledger");

            execute("update ledger_entry set actor = 'nobody' where seq = 2 and tenant_id = " + id());
            execute("update user_account set status = 'INACTIVE' where id = '" + ben + "'");
            ada.button("Verify").click();
            assertThat(verified(ada)).containsText("Entry 2 is the first that was altered.");
            assertThat(verified(ada)).containsText("ben is Inactive, but is Active in the ledger.");
            ada.isAccessible("a falsified ledger");
            ada.page().reload();
            assertThat(ada.page().getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("nobody")))
                    .isVisible();
        }
    }

    private static Locator verified(Visit ada) {
        return ada.page().locator("#verifyForm .note");
    }

    @Test // R29
    void an_acceptance_can_be_read_and_kept_as_the_api_gives_it() throws IOException {
        Reply asked = tenant.admin().put(tenant.path("/allowance"), "{'maximum':5}");
        tenant.admin().put(tenant.path("/allowance"), "{'maximum':5,'accept':" + Api.ticked(asked) + "}");
        Reply listed = tenant.admin().get(tenant.path("/acceptances"));
        String id = listed.body().at("/items/0/id").asText();
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/ledger?kind=TERMS_ACCEPTED");
            ada.link("Proof of acceptance").click();
            assertThat(ada.page()).hasURL(Pattern.compile("/ledger/acceptances/" + id + "$"));
            assertThat(ada.page().locator("h1")).hasText("Increase from 3 to 5 licences");
            assertThat(ada.page()
                            .getByText(asked.body().at("/quote/terms/digest").asText()))
                    .isVisible();
            String terms = operator.get("/terms/current").body().path("text").asText();
            assertThat(ada.page().getByText(terms)).isVisible();
            assertThat(ada.page().getByText("it still has this digest")).isVisible();
            assertThat(ada.page().getByText("£24.00")).isVisible();
            ada.isAccessible("a proof of acceptance");

            Download kept =
                    ada.page().waitForDownload(() -> ada.button("Download JSON").click());
            Assertions.assertThat(Files.readString(kept.path()))
                    .isEqualTo(tenant.admin()
                            .get(tenant.path("/acceptances/" + id))
                            .text());
            isNotThereFor(TestTenant.create(operator, 1), "/ledger/acceptances/" + id);
        }
    }

    private static void isNotThereFor(TestTenant other, String address) {
        try (Visit stranger = Visit.ofAdmin(other)) {
            stranger.open(address);
            assertThat(stranger.page().locator("h1")).hasText("Not found");
        }
    }

    @Test // R3
    void the_user_of_another_system_has_no_entry_and_no_name_here() {
        String stranger = TestTenant.create(operator, 2).add("stranger", "ACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/ledger?user=" + stranger);
            assertThat(ada.page().getByText("No entry matches these filters.")).isVisible();
            Assertions.assertThat(ada.page().content()).doesNotContain("stranger");
            ada.open("/ledger?name=stranger");
            assertThat(entries(ada)).hasCount(0);
        }
    }

    @Test // R20, R38
    void a_user_has_a_history_that_says_since_when_a_licence_is_used_and_why() {
        String ben = tenant.add("ben", "ACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/" + ben);
            Locator history = ada.page().locator("#history");
            assertThat(history).containsText("Uses a licence since ");
            assertThat(history.locator("p").nth(1)).hasText("ben was added as Active. By Token “of a test”, API.");

            ada.field("Status").selectOption("Inactive");
            ada.button("Change status").click();
            assertThat(history).containsText("Uses no licence since ");
            assertThat(history.locator("p").nth(1))
                    .hasText("ben went from Active to Inactive and released a licence. By Ada Admin, Web.");
            assertThat(history.locator("li")).hasCount(3);
            ada.link("All entries in the ledger").click();
            assertThat(entries(ada)).hasCount(3);
            assertThat(ada.page().getByText("Only ben")).isVisible();
        }
    }

    @Test
    void the_export_holds_what_is_filtered_and_no_formula() throws IOException {
        tenant.add("=1+1", "ROOM");
        tenant.add("ben", "INACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/ledger?name==1");
            Download file =
                    ada.page().waitForDownload(() -> ada.button("Export CSV").click());
            Assertions.assertThat(Files.readString(file.path()).lines())
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains(",\"'=1+1 was added as Room.\",\"1\",\"3\",");
        }
    }

    @Test
    void older_entries_are_on_further_pages() {
        for (int i = 0; i < 50; i++) {
            tenant.add("room" + i, "ROOM");
        }
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/ledger");
            assertThat(entries(ada)).hasCount(50);
            ada.link("Older").click();
            assertThat(entries(ada)).hasText(new String[] {
                "Ada Admin took a licence.",
                "Ada Admin was added as Active and System Admin.",
                "The system was created with 3 licences."
            });
            assertThat(ada.link("Older")).hasCount(0);
            ada.link("Newest").click();
            assertThat(entries(ada).first()).hasText("room49 was added as Room.");
        }
    }

    private static Locator entries(Visit ada) {
        return ada.page().locator(".entry > span");
    }

    private String id() {
        return "(select id from tenant where slug = '" + tenant.slug() + "')";
    }

    private void happened(String which, String at) {
        execute("update ledger_entry set at = '" + at + "' where " + which + " and tenant_id = " + id());
    }

    private static void execute(String sql) {
        try (Connection connection = Installation.shared().database().connect("licence");
                Statement statement = connection.createStatement()) {
            Assertions.assertThat(statement.executeUpdate(sql)).isPositive();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
