package org.licencedesk.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

/** The account manager's pages. */
class SystemsBrowserIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Api operator = Api.of(Installation.shared().first());

    private final String email =
            "morgan" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet() + "@vendor.example";

    private final String manager = enrol(email);

    @Test // R1, R2, R3
    void an_account_manager_sees_the_systems_of_the_portfolio_and_nobody_else_does() {
        TestTenant mine = system("Alder Works", 10, "'pricePerSeat':'12.00'");
        TestTenant unpriced = system("Birch Yard", 3, "'period':'YEAR'");
        TestTenant stranger = TestTenant.create(operator, 5);
        mine.add("ben", "ACTIVE");
        try (Visit morgan = visit()) {
            assertThat(morgan.page()).hasURL(Pattern.compile(".*/systems"));
            assertThat(morgan.link("Users")).hasCount(0);
            assertThat(row(morgan, "Alder Works")).containsText(Pattern.compile("2\\s*10\\s*8\\s*20%\\s*£12.00"));
            assertThat(row(morgan, "Birch Yard")).containsText("no price set yet");
            assertThat(morgan.page().locator("body")).not().containsText("your account manager");
            assertThat(rows(morgan)).hasCount(2);
            morgan.isAccessible("the systems");

            morgan.link("Alder Works").click();
            morgan.seesFigures(2, 10, 8);
            assertThat(card(morgan, "Price list")).containsText("£12.00 per licence and month");
            assertThat(card(morgan, "Contact that the customer sees")).containsText(email);
            assertThat(card(morgan, "Reduction request")).containsText("No request is open.");
            assertThat(card(morgan, "Last changes")).containsText("A user was added");
            morgan.isAccessible("a system");
            morgan.open("/systems/" + unpriced.slug());
            assertThat(card(morgan, "Price list")).containsText("The customer reads that you set the price.");
            assertThat(morgan.page().locator("body")).not().containsText("your account manager");

            for (String address : List.of("/systems/" + stranger.slug(), "/systems/no-such-system", "/systems/a/b")) {
                morgan.open(address);
                assertThat(morgan.page().locator("h1")).hasText("Not found");
            }
            morgan.open("/users");
            assertThat(morgan.page().locator("h1")).hasText("No access");
        }
        try (Visit ada = Visit.ofAdmin(mine)) {
            assertThat(ada.link("Systems")).hasCount(0);
            ada.open("/systems/" + mine.slug());
            assertThat(ada.page().locator("h1")).hasText("No access");
        }
    }

    @Test // R30
    void a_request_is_countered_answered_and_ended_by_an_increase_and_the_next_one_is_accepted() {
        TestTenant tenant = system("Cedar Mill", 10, "'pricePerSeat':'12.00'");
        tenant.add("ben", "ACTIVE");
        Reply asked = ask(tenant, 1);
        String date = words(asked, Locale.UK);
        try (Visit morgan = visit();
                Visit ada = Visit.ofAdmin(tenant)) {
            assertThat(row(morgan, "Cedar Mill")).containsText("Awaiting your decision");
            assertThat(row(morgan, "Cedar Mill")).containsText("one licence from " + date);
            morgan.link("Cedar Mill").click();
            assertThat(card(morgan, "Reduction request")).containsText("2 in use, 1 wanted: one must be freed.");

            morgan.button("Offer something else").click();
            morgan.isAccessible("the offer");
            morgan.field("Licences").fill("10");
            morgan.button("Next").click();
            assertThat(morgan.dialog()).containsText("not below the current maximum");
            morgan.field("Licences").fill("8");
            morgan.field("Message to the customer").fill("You have grown\nsince spring.");
            morgan.button("Next").click();
            assertThat(morgan.dialog()).containsText("Maximum now10");
            assertThat(morgan.dialog()).containsText("Maximum from " + date + "8");
            assertThat(morgan.dialog()).containsText("Monthly subscription falls by£24.00");
            morgan.isAccessible("what the offer comes to");
            Assertions.assertThat(state(tenant, asked)).isEqualTo("OPEN");
            morgan.button("Send the offer").click();
            assertThat(morgan.toast())
                    .containsText("Cedar Mill was offered a reduction to 8 licences from " + date + ".");
            assertThat(card(morgan, "Reduction request")).containsText("Awaiting the customer");
            assertThat(card(morgan, "Reduction request")).containsText("You have grown since spring.");
            assertThat(morgan.button("Accept")).hasCount(0);

            tenant.admin().put(path(tenant, asked) + "/answer", "{'answer':'ACCEPT'}");
            morgan.page().reload();
            assertThat(card(morgan, "Reduction request")).containsText("Agreed");
            assertThat(card(morgan, "Reduction request")).containsText("You offered8 licences from " + date);
            morgan.seesFigures(2, 10, 8);

            raise(ada, 11);
            morgan.page().reload();
            assertThat(card(morgan, "Reduction request")).containsText("Ended by an increase");
            morgan.seesFigures(2, 11, 9);

            Reply again = ask(tenant, 9);
            morgan.page().reload();
            morgan.button("Accept").click();
            assertThat(morgan.dialog()).containsText("Maximum now11");
            assertThat(morgan.dialog()).containsText("Maximum from " + date + "9");
            assertThat(morgan.dialog()).containsText("To be freed by " + date + "none");
            assertThat(morgan.dialog())
                    .containsText("On " + date + " the maximum falls to 9, if no more than 9 licences are in use then."
                            + " Otherwise it stays at 11, and both sides are notified.");
            morgan.isAccessible("accepting");
            morgan.button("Accept the request").click();
            assertThat(morgan.toast()).containsText("Agreed: a reduction of Cedar Mill to 9 licences on " + date + ".");
            assertThat(morgan.page().locator("main")).isFocused();
            morgan.seesFigures(2, 11, 9);
            Assertions.assertThat(state(tenant, again)).isEqualTo("ACCEPTED");
        }
    }

    @Test // R2
    void an_account_manager_looks_at_the_users_and_the_ledger_of_a_system_and_changes_nothing() {
        TestTenant tenant = system("Gorse Hall", 10, "'pricePerSeat':'12.00'");
        tenant.add("ben", "LOCKED");
        tenant.add("boardroom", "ROOM");
        try (Visit morgan = visit()) {
            morgan.link("Gorse Hall").click();
            morgan.link("Users").click();
            assertThat(morgan.page().locator("h1")).hasText("Users of Gorse Hall");
            assertThat(rows(morgan)).hasCount(3);
            assertThat(row(morgan, "ben@test.example")).containsText("Locked");
            assertThat(morgan.page().locator("main a[href*='/users/']")).hasCount(0);
            morgan.isAccessible("the users of a system");
            morgan.field("Search users").fill("board");
            morgan.page().keyboard().press("Enter");
            assertThat(rows(morgan)).hasCount(1);
            morgan.open("/systems/" + tenant.slug() + "/users?q=nobody-of-that-name");
            assertThat(morgan.page().locator(".empty")).isVisible();
            morgan.isAccessible("no user matches");
            morgan.open("/systems/" + tenant.slug() + "/users?cursor=nonsense");
            assertThat(rows(morgan)).hasCount(3);

            morgan.link("Gorse Hall").click();
            morgan.link("Ledger").click();
            assertThat(morgan.page().locator("h1")).hasText("Ledger of Gorse Hall");
            assertThat(row(morgan, "boardroom")).isVisible();
            morgan.isAccessible("the ledger of a system");
        }
    }

    @Test // R30
    void a_reduction_is_proposed_by_the_account_manager_and_accepted_by_the_system_admin() {
        TestTenant tenant = system("Heath Works", 10, "'pricePerSeat':'12.00'");
        try (Visit morgan = visit();
                Visit ada = Visit.ofAdmin(tenant)) {
            morgan.link("Heath Works").click();
            morgan.button("Propose a reduction").click();
            morgan.isAccessible("a proposal");
            morgan.field("Licences").fill("10");
            morgan.field("Reason").fill("Two sites\nclosed");
            morgan.button("Next").click();
            assertThat(morgan.dialog()).containsText("not below the current maximum");
            morgan.field("Licences").fill("8");
            morgan.field("Reason").fill("");
            morgan.button("Next").click();
            assertThat(morgan.dialog()).containsText("Enter a reason.");
            morgan.field("Reason").fill("Two sites closed");
            morgan.button("Next").click();
            assertThat(morgan.dialog()).containsText("Monthly subscription falls by£24.00");
            morgan.isAccessible("what a proposal comes to");
            morgan.button("Send the proposal").dblclick();
            assertThat(morgan.toast()).hasCount(1);
            assertThat(morgan.toast()).containsText("was proposed to Heath Works.");
            assertThat(card(morgan, "Reduction request")).containsText("Awaiting the customer");
            assertThat(card(morgan, "Reduction request")).containsText("You proposed8 licences from");
            assertThat(morgan.button("Propose a reduction")).hasCount(0);

            ada.open("/requests");
            assertThat(ada.page().locator("#now"))
                    .containsText("Your account manager proposes a reduction to 8 licences");
            assertThat(ada.page().locator("#now")).containsText("proposed a reduction to 8 licences");
            ada.isAccessible("a proposal at the customer's");
            ada.page().locator("#openForm\\:accept").click();
            assertThat(ada.page().locator("#now")).containsText("Agreed");
            morgan.page().reload();
            assertThat(card(morgan, "Reduction request")).containsText("Agreed");
        }
        Assertions.assertThat(tenant.figures()).isEqualTo(Map.of("maximum", 10, "occupied", 1));
    }

    @Test // R30
    void a_double_click_on_accept_accepts_once() {
        TestTenant tenant = system("Double", 10, "'pricePerSeat':'12.00'");
        Reply asked = ask(tenant, 8);
        try (Visit morgan = visit()) {
            morgan.open("/systems/" + tenant.slug());
            morgan.button("Accept").click();
            morgan.button("Accept the request").dblclick();
            assertThat(morgan.toast()).hasCount(1);
            assertThat(morgan.toast()).containsText("Agreed: a reduction of Double to 8 licences");
            assertThat(morgan.dialog()).hasCount(0);
            assertThat(card(morgan, "Reduction request")).containsText("Agreed");
            Assertions.assertThat(state(tenant, asked)).isEqualTo("ACCEPTED");
        }
    }

    @Test // R30
    void a_request_that_was_withdrawn_meanwhile_is_not_accepted() {
        TestTenant tenant = system("Elm Park", 10, "'pricePerSeat':'12.00'");
        Reply asked = ask(tenant, 8);
        try (Visit morgan = visit()) {
            morgan.open("/systems/" + tenant.slug());
            morgan.button("Accept").click();
            assertThat(morgan.button("Accept the request")).isVisible();
            tenant.admin().delete(path(tenant, asked));
            morgan.button("Accept the request").click();
            assertThat(morgan.dialog()).containsText("It is: Withdrawn. ");
            assertThat(morgan.button("Accept the request")).hasCount(0);
            morgan.isAccessible("a request that changed meanwhile");
            morgan.button("Cancel").click();
            assertThat(card(morgan, "Reduction request")).containsText("No request is open.");
            Assertions.assertThat(tenant.figures()).isEqualTo(Map.of("maximum", 10, "occupied", 1));
        }
    }

    @Test // R30
    void a_request_is_declined_with_a_message_by_keyboard_alone() {
        TestTenant tenant = system("Fir Grove", 10, "'pricePerSeat':'12.00'");
        Reply asked = ask(tenant, 8);
        try (Visit morgan = visit()) {
            morgan.open("/systems/" + tenant.slug());
            morgan.button("Decline").focus();
            morgan.page().keyboard().press("Enter");
            assertThat(morgan.field("Message to the customer")).isFocused();
            assertThat(morgan.dialog()).containsText("The maximum stays at 10 and the request ends.");
            morgan.page().keyboard().press("Escape");
            assertThat(morgan.button("Decline")).isFocused();
            Assertions.assertThat(state(tenant, asked)).isEqualTo("OPEN");

            morgan.page().keyboard().press("Enter");
            assertThat(morgan.field("Message to the customer")).isFocused();
            morgan.page().keyboard().type("Your contract runs until May.");
            morgan.page().keyboard().press("Tab");
            morgan.page().keyboard().press("Tab");
            assertThat(morgan.button("Decline the request")).isFocused();
            morgan.page().keyboard().press("Enter");
            assertThat(morgan.toast()).containsText("The request of Fir Grove was declined. The maximum stays.");
            Assertions.assertThat(state(tenant, asked)).isEqualTo("DECLINED");
            Assertions.assertThat(tenant.admin()
                            .get(path(tenant, asked))
                            .body()
                            .path("message")
                            .asText())
                    .isEqualTo("Your contract runs until May.");
        }
    }

    @Test
    void what_is_searched_filtered_and_sorted_is_in_the_address() {
        system("Quiet", 10, "'pricePerSeat':'12.00'");
        TestTenant waiting = system("Waiting", 2, "'pricePerSeat':'12.00'");
        system("Roomy", 100, "'pricePerSeat':'12.00'");
        ask(waiting, 1);
        try (Visit morgan = visit()) {
            assertThat(rows(morgan).locator("td:first-child a")).hasText(new String[] {"Waiting", "Quiet", "Roomy"});
            morgan.link("In use").click();
            assertThat(morgan.page()).hasURL(Pattern.compile(".*/systems\\?sort=-used"));
            assertThat(rows(morgan).locator("td:first-child a")).hasText(new String[] {"Waiting", "Quiet", "Roomy"});
            morgan.link("In use").click();
            assertThat(rows(morgan).locator("td:first-child a")).hasText(new String[] {"Roomy", "Quiet", "Waiting"});

            morgan.field("Search systems").fill("ROO");
            morgan.page().keyboard().press("Enter");
            assertThat(rows(morgan)).hasCount(1);
            assertThat(morgan.page()).hasURL(Pattern.compile(".*q=ROO&sort=used"));
            morgan.link("Awaiting your decision").click();
            assertThat(morgan.page().getByText("No systems match these filters."))
                    .isVisible();
            morgan.isAccessible("no system matches");
            morgan.page().goBack();
            assertThat(rows(morgan)).hasCount(1);
            morgan.open("/systems?waiting=yes&sort=nonsense&page=99");
            assertThat(rows(morgan)).hasCount(1);
            assertThat(row(morgan, "Waiting")).isVisible();
        }
    }

    @Test
    void without_a_system_the_page_says_who_gives_one() {
        try (Visit morgan = visit()) {
            assertThat(morgan.page()
                            .getByText("There are no systems in your portfolio yet. An operator assigns them to you."))
                    .isVisible();
            morgan.isAccessible("no system");
        }
    }

    @Test
    void a_phone_shows_all_of_it_in_german_without_scrolling_sideways() {
        TestTenant tenant = system("Gewächshaus & Söhne", 10, "'pricePerSeat':'12.00'");
        Reply asked = ask(tenant, 8);
        String date = words(asked, Locale.GERMAN);
        try (Visit morgan =
                Visit.start(new Browser.NewContextOptions().setLocale("de-DE").setViewportSize(390, 844))) {
            morgan.open("/sign-in");
            morgan.page().locator("#signIn\\:userName").fill(email);
            morgan.page().locator("#signIn\\:password").fill(TestTenant.PASSWORD);
            morgan.page().keyboard().press("Enter");
            assertThat(morgan.page().locator("h1")).hasText("Systeme");
            assertThat(row(morgan, "Gewächshaus & Söhne")).containsText("Wartet auf Ihre Entscheidung");
            fits(morgan);
            morgan.isAccessible("the systems on a phone");
            morgan.link("Gewächshaus & Söhne").click();
            fits(morgan);
            morgan.isAccessible("a system on a phone");
            morgan.button("Annehmen").click();
            assertThat(morgan.dialog()).containsText("Die Monatsgebühr sinkt um24,00");
            assertThat(morgan.dialog()).containsText("Am " + date + " sinkt die Höchstzahl auf 8");
            fits(morgan);
            morgan.button("Anfrage annehmen").click();
            assertThat(morgan.toast())
                    .containsText(
                            "Vereinbart: eine Reduzierung von Gewächshaus & Söhne auf 8 Lizenzen am " + date + ".");
        }
    }

    private static void fits(Visit visit) {
        Assertions.assertThat(visit.page().evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(390);
    }

    private static void raise(Visit ada, int number) {
        ada.button("Adjust User Allowance").click();
        ada.field("New number of licences").fill(Integer.toString(number));
        ada.button("Save").click();
        ada.field("I have read and accept the Terms and Conditions").check();
        ada.button("Save").click();
        assertThat(ada.toast()).containsText("Your system holds " + number + " licences now.");
    }

    private static Locator rows(Visit visit) {
        return visit.page().locator("tbody tr");
    }

    private static Locator row(Visit visit, String name) {
        return rows(visit).filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator card(Visit visit, String heading) {
        return visit.page()
                .locator(".card")
                .filter(new Locator.FilterOptions()
                        .setHas(visit.page()
                                .getByRole(
                                        AriaRole.HEADING,
                                        new Page.GetByRoleOptions()
                                                .setName(heading)
                                                .setExact(true))));
    }

    private Visit visit() {
        Visit morgan = Visit.start();
        morgan.signIn("", email, TestTenant.PASSWORD);
        assertThat(morgan.page().locator("h1")).hasText("Systems");
        return morgan;
    }

    private String enrol(String address) {
        Reply enrolled = operator.post(
                "/account-managers",
                "{'name':'Morgan Vale','email':'" + address + "','phone':'+44 20 7946 0018','password':'"
                        + TestTenant.PASSWORD + "'}");
        Assertions.assertThat(enrolled.status()).isEqualTo(201);
        return enrolled.body().path("id").asText();
    }

    private TestTenant system(String name, int maximum, String more) {
        TestTenant tenant = TestTenant.create(operator, maximum, ",'accountManager':{'id':'" + manager + "'}," + more);
        Assertions.assertThat(operator.patch(tenant.path(""), "{'name':'" + name + "'}")
                        .status())
                .isEqualTo(200);
        return tenant;
    }

    private static Reply ask(TestTenant tenant, int maximum) {
        Reply asked = tenant.admin()
                .post(tenant.path("/reduction-requests"), "{'maximum':" + maximum + ",'reason':'Two sites closed'}");
        Assertions.assertThat(asked.status()).isEqualTo(201);
        return asked;
    }

    private static String path(TestTenant tenant, Reply asked) {
        return tenant.path("/reduction-requests/" + asked.body().path("id").asText());
    }

    private static String state(TestTenant tenant, Reply asked) {
        return tenant.admin().get(path(tenant, asked)).body().path("state").asText();
    }

    private static String words(Reply asked, Locale language) {
        return LocalDate.parse(asked.body().path("effectiveOn").asText())
                .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language));
    }
}
