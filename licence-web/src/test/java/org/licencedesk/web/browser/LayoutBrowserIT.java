package org.licencedesk.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.ClosedInvoices;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.OperatorAccount;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

/** Every page with the longest names that there can be, none of which has a place to break: nothing is cut off. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayoutBrowserIT {

    private static final String NAME =
            "Donaudampfschifffahrtsgesellschaft".repeat(6).substring(0, 200);

    private static final String USER_NAME = NAME.substring(0, 100);

    private static final String EMAIL = NAME.substring(0, 60) + "@" + "verwaltungsgebaeude".repeat(3) + ".example";

    private static final String WORD = "x".repeat(1000);

    /** What reaches past the window, or past what it stands in. */
    private static final String CUT = """
            () => {
              const cut = [];
              const wide = document.documentElement.scrollWidth - window.innerWidth;
              if (wide > 0) cut.push(`the page is ${wide} px wider than the window`);
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const text = texts.currentNode;
                const holder = text.parentElement;
                if (!text.data.trim() || !holder.checkVisibility({ visibilityProperty: true })) continue;
                if (holder.closest('option, textarea, svg, script, .skip')) continue;
                const range = document.createRange();
                range.selectNodeContents(text);
                const box = range.getBoundingClientRect();
                let left = 0;
                let right = window.innerWidth;
                let hidden = false;
                for (let around = holder; around; around = around.parentElement) {
                  const style = getComputedStyle(around);
                  hidden = hidden || style.clipPath !== 'none';
                  if (style.overflowX !== 'visible' && around !== document.documentElement && around !== document.body) {
                    const edge = around.getBoundingClientRect();
                    left = Math.max(left, edge.left);
                    right = Math.min(right, edge.right);
                  }
                }
                if (!hidden && (box.left < left - 1 || box.right > right + 1)) {
                  cut.push(`${holder.tagName} ${holder.className}: ${text.data.trim().slice(0, 60)}`);
                }
              }
              return cut;
            }
            """;

    private final Installation installation = Installation.shared();

    private final Api operator = Api.of(installation.first());

    private final TestTenant tenant = TestTenant.create(operator, 4);

    private String manager = "";

    private String user = "";

    private String deleted = "";

    private String webhook = "";

    private String acceptance = "";

    private String ended = "";

    @BeforeAll
    void fill() {
        manager = operator.post(
                        "/account-managers",
                        "{'name':'" + NAME + "','email':'layout-" + tenant.slug() + "@vendor.example','phone':'"
                                + NAME.substring(0, 50) + "','password':'" + TestTenant.PASSWORD + "'}")
                .body()
                .path("id")
                .asText();
        done(operator.patch(tenant.path(""), "{'name':'" + NAME + "','accountManager':{'id':'" + manager + "'}}"));
        JsonNode admin = tenant.admin().get(tenant.path("/users")).body().at("/items/0");
        done(tenant.admin()
                .patch(tenant.path("/users/" + admin.path("id").asText()), "{'displayName':'" + NAME + "'}"));
        user = add(USER_NAME, EMAIL, "ACTIVE");
        deleted = add("gone-" + USER_NAME.substring(5), EMAIL, "LOCKED");
        add("kept-" + USER_NAME.substring(5), EMAIL, "LOCKED");
        done(tenant.admin().delete(tenant.path("/users/" + deleted)));
        webhook = tenant.admin()
                .post(tenant.path("/webhooks"), "{'url':'https://127.0.0.1/" + WORD + "'}")
                .body()
                .path("id")
                .asText();
        Reply asked = tenant.admin().put(tenant.path("/allowance"), "{'maximum':5}");
        done(tenant.admin().put(tenant.path("/allowance"), "{'maximum':5,'accept':" + Api.ticked(asked) + "}"));
        add("next-" + USER_NAME.substring(5), EMAIL, "ACTIVE");
        add("last-" + USER_NAME.substring(5), EMAIL, "ACTIVE");
        tenant.age();
        acceptance = tenant.admin()
                .get(tenant.path("/acceptances"))
                .body()
                .at("/items/0/id")
                .asText();
        ClosedInvoices.put(tenant, "2026-03-01");
        ended = ask();
        done(tenant.admin().delete(tenant.path("/reduction-requests/" + ended)));
        ask();
    }

    private String add(String userName, String email, String status) {
        return tenant.admin()
                .post(
                        tenant.path("/users"),
                        "{'userName':'" + userName + "','displayName':'" + NAME + "','email':'" + email + "','status':'"
                                + status + "'}")
                .body()
                .at("/user/id")
                .asText();
    }

    private String ask() {
        return tenant.admin()
                .post(
                        tenant.path("/reduction-requests"),
                        "{'maximum':1,'reason':'" + WORD + "','deactivate':['" + user + "']}")
                .body()
                .path("id")
                .asText();
    }

    private static void done(Reply reply) {
        Assertions.assertThat(reply.status()).as(reply.text()).isBetween(200, 204);
    }

    @Test
    void on_a_phone() {
        walk(new Browser.NewContextOptions().setViewportSize(390, 844));
    }

    @Test // a window of 1440 px at 200 %
    void at_twice_the_size() {
        walk(new Browser.NewContextOptions().setViewportSize(720, 450).setDeviceScaleFactor(2));
    }

    @Test
    void on_a_wide_screen_which_is_used() {
        Browser.NewContextOptions wide = new Browser.NewContextOptions().setViewportSize(2560, 1440);
        walk(wide);
        try (Visit ada = Visit.start(wide.setLocale("en-GB"))) {
            ada.signIn(tenant.slug(), "admin", TestTenant.PASSWORD);
            assertThat(ada.page().locator("h1")).hasText("Users");
            Assertions.assertThat(ada.page().locator("table").boundingBox().width)
                    .isGreaterThan(2000);
        }
    }

    @Test
    void boxes_sit_on_their_row() {
        try (Visit ada = Visit.ofAdmin(tenant)) {
            for (Locator row : ada.page().locator("tbody tr").all()) {
                Assertions.assertThat(middle(row.locator("input"))).isCloseTo(middle(row), Offset.offset(2.0));
            }
        }
    }

    private static double middle(Locator place) {
        BoundingBox box = place.boundingBox();
        return box.y + box.height / 2;
    }

    @Test
    void lists_are_as_dense_as_was_chosen() {
        TestTenant few = TestTenant.create(operator, 5);
        try (Visit ada = Visit.ofAdmin(few)) {
            double before = ada.page().locator("tbody tr").first().boundingBox().height;
            ada.button("Compact").click();
            assertThat(ada.page().locator("html")).hasAttribute("data-density", "compact");
            Assertions.assertThat(ada.page().locator("tbody tr").first().boundingBox().height)
                    .isLessThan(before);
            ada.isAccessible("dense lists");
            ada.open("/ledger");
            assertThat(ada.page().locator("html")).hasAttribute("data-density", "compact");
            ada.button("Comfortable").click();
            assertThat(ada.page().locator("html")).hasAttribute("data-density", "roomy");
        }
    }

    @Test
    void a_section_without_anything_in_it_is_one_line() {
        TestTenant empty = TestTenant.create(operator, 5);
        try (Visit ada = Visit.ofAdmin(empty)) {
            ada.open("/account");
            for (String section : List.of("#invoices", "#acceptances", "#messages", "#webhooks")) {
                Assertions.assertThat(ada.page().locator(section).boundingBox().height)
                        .as(section)
                        .isLessThan(80);
            }
            assertThat(ada.button("Add a webhook")).isVisible();
            ada.isAccessible("an empty account");
        }
    }

    @Test
    void a_printed_page_is_its_content() {
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(ada.page().locator("tbody tr").first()).isVisible();
            assertThat(ada.page().locator("#occupied")).isVisible();
            for (String aside : List.of(".side", ".top", "#newUser", "#filter input", ".foot .button")) {
                assertThat(ada.page().locator(aside).first()).isHidden();
            }
        }
    }

    @Test
    void a_slash_goes_to_the_search_and_is_a_letter_in_a_field() {
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.page().keyboard().press("/");
            Locator search = ada.page().getByLabel("Search users");
            assertThat(search).isFocused();
            ada.page().keyboard().type("a/b");
            assertThat(search).hasValue("a/b");
        }
    }

    private void walk(Browser.NewContextOptions options) {
        SoftAssertions all = new SoftAssertions();
        try (Visit visit = Visit.start(options.setLocale("en-GB"))) {
            for (String address : List.of("/sign-in", "/forgot-password", "/password?token=" + "x".repeat(90))) {
                look(visit, address, all);
            }
            visit.signIn(tenant.slug(), "admin", TestTenant.PASSWORD);
            assertThat(visit.page().locator("h1")).hasText("Users");
            for (String address : List.of(
                    "/users",
                    "/users?status=LOCKED&q=kept",
                    "/users?q=" + NAME,
                    "/users/new",
                    "/users/" + user,
                    "/users?deleted=yes",
                    "/users/" + deleted,
                    "/account",
                    "/account/invoices/2026-03-01",
                    "/account/webhooks/" + webhook,
                    "/ledger",
                    "/ledger?user=" + user,
                    "/ledger?name=" + NAME,
                    "/ledger/acceptances/" + acceptance,
                    "/requests",
                    "/requests/" + ended,
                    "/setup/company",
                    "/setup/licence",
                    "/setup/users",
                    "/setup/finish",
                    "/nowhere")) {
                look(visit, address, all);
            }
            lookAtDialogs(visit, all);
        }
        try (Visit morgan = Visit.start(options)) {
            morgan.signIn("", "layout-" + tenant.slug() + "@vendor.example", TestTenant.PASSWORD);
            assertThat(morgan.page().locator("h1")).hasText("Systems");
            for (String address : List.of(
                    "/systems",
                    "/systems/" + tenant.slug(),
                    "/systems/" + tenant.slug() + "/users",
                    "/systems/" + tenant.slug() + "/ledger",
                    "/users")) {
                look(morgan, address, all);
            }
        }
        OperatorAccount.make();
        try (Visit robin = Visit.start(options)) {
            robin.signIn("", OperatorAccount.EMAIL, OperatorAccount.PASSWORD);
            assertThat(robin.page().locator("h1")).hasText("Systems");
            for (String address : List.of(
                    "/systems",
                    "/systems/" + tenant.slug(),
                    "/systems/" + tenant.slug() + "/ledger",
                    "/operator/new-system",
                    "/operator/terms",
                    "/operator/terms/1",
                    "/operator/new-terms",
                    "/operator/account-managers",
                    "/operator/account-managers/" + manager,
                    "/operator/operators",
                    "/operator/tokens")) {
                look(robin, address, all);
            }
        }
        all.assertAll();
    }

    private void lookAtDialogs(Visit visit, SoftAssertions all) {
        visit.open("/users");
        visit.button("Adjust User Allowance").click();
        visit.field("New number of licences").fill("2");
        visit.inDialog("Save").click();
        assertThat(visit.dialog()).containsText("The allowance cannot be lowered here.");
        look(visit.page(), "a lower number", all);
        visit.inDialog("Cancel").click();
        visit.open("/users/" + user);
        visit.button("Delete this user").click();
        look(visit.page(), "the deletion", all);
        visit.inDialog("Cancel").click();
        visit.open("/users/new");
        visit.field("Name").fill(NAME);
        visit.field("Email").fill("next@test.example");
        visit.button("Save").click();
        assertThat(visit.dialog()).containsText("Confirm the increase");
        look(visit.page(), "who could give a licence up", all);
        visit.inDialog("Cancel").click();
    }

    private static void look(Visit visit, String address, SoftAssertions all) {
        visit.open(address);
        look(visit.page(), address, all);
    }

    private static void look(Page page, String what, SoftAssertions all) {
        String shown = page.locator("h1").first().innerText();
        all.assertThat((List<?>) page.evaluate(CUT)).as("%s (%s)", what, shown).isEmpty();
        all.assertThat(page.locator(".crumbs [aria-current='page']").count())
                .as("breadcrumbs of %s", what)
                .isEqualTo(page.locator(".frame").count());
    }
}
