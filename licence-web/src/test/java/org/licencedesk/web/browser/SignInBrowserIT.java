package org.licencedesk.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Mails;
import org.licencedesk.web.fixture.TestTenant;

class SignInBrowserIT {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/password\\?token=\\S+");

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Installation installation = Installation.shared();

    private final Api operator = Api.of(installation.first());

    @Test
    void who_is_signed_out_signs_in_and_gets_to_the_page_that_they_wanted() {
        TestTenant tenant = TestTenant.create(operator, 3);
        try (Visit ada = Visit.start()) {
            ada.open("/users?status=LOCKED");
            assertThat(ada.page().getByText("Sign in to continue.")).isVisible();
            assertThat(ada.field("User name")).isFocused();
            ada.isAccessible("sign in");
            ada.button("Sign in").click();
            assertThat(ada.field("User name")).hasAttribute("aria-invalid", "true");
            assertThat(ada.page().getByText("Enter a user name.")).isVisible();
            assertThat(ada.page().getByText("Enter your password.")).isVisible();
            ada.isAccessible("sign in with nothing filled in");

            ada.field("User name").fill("admin");
            ada.field("Password").fill("not the password");
            ada.field("System").fill(tenant.slug());
            ada.button("Sign in").click();
            assertThat(ada.page().getByText("Incorrect user name or password.")).isVisible();
            assertThat(ada.field("Password")).isFocused();
            ada.isAccessible("sign in refused");
            ada.field("Password").fill(TestTenant.PASSWORD);
            ada.button("Sign in").click();
            assertThat(ada.page()).hasURL(Pattern.compile("/users\\?status=LOCKED$"));
        }
    }

    @Test
    void a_forgotten_password_is_set_anew_by_a_link_that_comes_by_mail() {
        TestTenant tenant = TestTenant.create(operator, 3);
        String to = "admin@" + tenant.slug() + ".example";
        try (Visit ada = Visit.start()) {
            ada.open("/sign-in");
            ada.link("Forgot your password?").click();
            ada.isAccessible("forgot password");
            ada.field("User name").fill("nobody");
            ada.field("System").fill(tenant.slug());
            ada.button("Send the link").click();
            assertThat(ada.page().getByRole(AriaRole.STATUS))
                    .hasText("If there is such an account with an email address, a mail is on its way.");
            ada.isAccessible("a link was asked for");
            String answer = ada.page().locator("main").innerText();

            ada.open("/forgot-password");
            ada.field("User name").fill("ADMIN");
            ada.field("System").fill(tenant.slug());
            ada.button("Send the link").click();
            assertThat(ada.page().locator("main")).hasText(answer, useInnerText());

            String link = link(to);
            Assertions.assertThat(link)
                    .startsWith(installation.first().baseUri().toString());
            Assertions.assertThat(tenant.admin().get(tenant.path("/notices")).text())
                    .contains("PASSWORD_FORGOTTEN")
                    .doesNotContain(link.substring(link.indexOf('=') + 1));
            ada.open(link);
            assertThat(ada.page()).hasURL(Pattern.compile("/password$"));
            assertThat(ada.field("User name")).hasValue("admin");
            assertThat(ada.page().locator("main")).containsText(tenant.slug());
            ada.field("New password").fill("short");
            ada.button("Set password and sign in").click();
            assertThat(ada.field("New password")).hasAttribute("aria-invalid", "true");
            ada.isAccessible("set a password");
            ada.field("New password").fill("a much longer one");
            ada.button("Set password and sign in").click();
            assertThat(ada.page()).hasURL(Pattern.compile("/users$"));

            ada.open(link);
            assertThat(ada.page().getByText("has already been used")).isVisible();
            assertThat(ada.link("Get a new password")).isVisible();
            ada.isAccessible("a dead link");
        }
    }

    private static LocatorAssertions.HasTextOptions useInnerText() {
        return new LocatorAssertions.HasTextOptions().setUseInnerText(true);
    }

    @Test
    void who_asks_for_links_again_and_again_is_held_up() {
        try (Visit ada = Visit.start()) {
            for (int i = 0; i < 3; i++) {
                ask(ada, "somebody-who-asks-often");
                assertThat(ada.page().getByText("a mail is on its way")).isVisible();
            }
            ask(ada, "somebody-who-asks-often");
            assertThat(ada.page().getByText("There were too many attempts.")).isVisible();
            ada.isAccessible("held up");
        }
    }

    private static void ask(Visit visit, String userName) {
        visit.open("/forgot-password");
        visit.field("User name").fill(userName);
        visit.button("Send the link").click();
    }

    @Test
    void a_system_admin_has_a_link_mailed_instead_of_copying_it() {
        TestTenant tenant = TestTenant.create(operator, 3);
        String to = "maya@" + tenant.slug() + ".example";
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/new");
            ada.field("Name").fill("Maya Lindt");
            ada.field("Email").fill(to);
            ada.button("Save").click();
            ada.button("Send a link by mail").click();
            assertThat(ada.toast()).containsText("A password link is on its way to " + to);
            assertThat(ada.field("Password link")).hasCount(0);
            String first = link(to);

            ada.link("Back to users").click();
            ada.link("Maya Lindt").or(ada.link(to)).first().click();
            ada.button("Send a link by mail").click();
            assertThat(ada.toast()).containsText("A password link is on its way to " + to);
            ada.isAccessible("a link was mailed");
            Awaitility.await().atMost(SOON).until(() -> !link(to).equals(first));
        }
    }

    @Test // R1
    void a_standard_user_is_told_so_and_can_sign_out() {
        TestTenant tenant = TestTenant.create(operator, 3);
        tenant.admin()
                .post(
                        tenant.path("/users"),
                        tenant.newUser("ben", "ACTIVE").replace("}", ",'password':'" + TestTenant.PASSWORD + "'}"));
        try (Visit ben = Visit.start()) {
            ben.signIn(tenant.slug(), "ben", TestTenant.PASSWORD);
            assertThat(ben.page().getByText("Only System Admins see and manage licences and users."))
                    .isVisible();
            ben.isAccessible("no access");
            Assertions.assertThat(status(ben, "/users")).isEqualTo(403);
            ben.button("Sign out").click();
            assertThat(ben.page()).hasURL(Pattern.compile("/sign-in$"));
        }
    }

    @Test
    void a_wrong_address_leads_on() {
        TestTenant tenant = TestTenant.create(operator, 3);
        try (Visit ada = Visit.ofAdmin(tenant)) {
            Assertions.assertThat(status(ada, "/users/no-such-user")).isEqualTo(404);
            ada.isAccessible("not found");
            ada.link("Go to home page").click();
            assertThat(ada.page()).hasURL(Pattern.compile("/users$"));
            Assertions.assertThat(status(ada, "/systems")).isEqualTo(403);
            assertThat(ada.page().getByText("Your role does not allow this page"))
                    .isVisible();
        }
    }

    @Test
    void a_request_of_a_script_that_fails_is_not_silent() {
        TestTenant tenant = TestTenant.create(operator, 3);
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/new");
            fails(ada, route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
            assertThat(ada.toast()).containsText("Something went wrong on our side.");
            ada.isAccessible("a request failed");
            fails(ada, route -> route.fulfill(new Route.FulfillOptions().setStatus(403)));
            assertThat(ada.toast()).containsText("You may not do this now.");
            fails(ada, Route::abort);
            assertThat(ada.toast()).containsText("The server cannot be reached.");
            ada.button("Close").click();
            assertThat(ada.toast()).hasCount(0);
            assertThat(ada.field("Name")).hasValue("Maya Lindt");
        }
    }

    private static void fails(Visit visit, Consumer<Route> how) {
        visit.page().route("**/users/new", how);
        visit.field("Name").fill("Maya Lindt");
        visit.button("Save").click();
        assertThat(visit.toast()).hasCount(1);
        visit.page().unroute("**/users/new");
    }

    @Test
    void an_answer_that_is_none_is_said_and_keeps_no_button_from_being_pressed_again() {
        TestTenant tenant = TestTenant.create(operator, 3);
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/new");
            for (String body : List.of(
                    "", "none", "<html/>", "<partial-response/>", "<partial-response><none/></partial-response>")) {
                fails(
                        ada,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(200)
                                .setContentType("text/xml")
                                .setBody(body)));
                assertThat(ada.toast()).containsText("Something went wrong on our side.");
                assertThat(ada.button("Save")).isEnabled();
                assertThat(ada.page().locator("[aria-busy]")).hasCount(0);
                ada.button("Close").click();
                assertThat(ada.toast()).hasCount(0);
            }
            ada.field("Email").fill("maya@test.example");
            ada.button("Save").click();
            assertThat(ada.page().getByText("Maya Lindt was added and uses a licence."))
                    .isVisible();
        }
    }

    @Test
    void a_button_is_busy_until_there_is_an_answer_and_asks_once() {
        TestTenant tenant = TestTenant.create(operator, 3);
        List<Route> held = new ArrayList<>();
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/new");
            ada.page().route("**/users/new", held::add);
            ada.field("Name").fill("Maya Lindt");
            ada.button("Save").dblclick();
            assertThat(ada.button("Save")).isDisabled();
            assertThat(ada.button("Save")).hasAttribute("aria-busy", "true");
            ada.field("Name").press("Enter");
            ada.page().waitForCondition(() -> held.size() == 1);

            held.get(0).resume();
            assertThat(ada.field("User name")).hasAttribute("aria-invalid", "true");
            assertThat(ada.button("Save")).isEnabled();
            assertThat(ada.page().locator("[aria-busy]")).hasCount(0);
            Assertions.assertThat(held).hasSize(1);
        }
    }

    @Test // R21
    void a_session_that_ends_over_a_form_leads_back_to_it_with_what_was_typed() {
        TestTenant tenant = TestTenant.create(operator, 3);
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open("/users/new");
            ada.field("Name").fill("Maya Lindt");
            ada.field("Email").fill("maya@test.example");
            ada.field("Status").selectOption("Room");
            forgetSession(ada);
            ada.button("Save").click();
            signInAgain(ada, tenant);

            assertThat(ada.page()).hasURL(Pattern.compile("/users/new$"));
            assertThat(ada.page().getByText("What you typed before is here again"))
                    .isVisible();
            assertThat(ada.field("Name")).hasValue("Maya Lindt");
            assertThat(ada.field("User name")).hasValue("maya@test.example");
            assertThat(ada.field("Status")).hasValue("ROOM");
            ada.isAccessible("what was typed is here again");
            ada.button("Save").click();
            assertThat(ada.page().getByText("Maya Lindt was added.")).isVisible();
        }
    }

    @Test
    void what_was_saved_does_not_come_back_as_a_draft() {
        TestTenant tenant = TestTenant.create(operator, 3);
        String ben = "/users/" + tenant.add("ben", "ACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open(ben);
            ada.field("Name").fill("Ben the First");
            ada.button("Save").click();
            assertThat(ada.toast()).isVisible();
            forgetSession(ada);
            ada.open(ben);
            tenant.admin().patch(tenant.path(ben), "{'displayName':'Ben the Second'}");
            signInAgain(ada, tenant);
            assertThat(ada.field("Name")).hasValue("Ben the Second");
            assertThat(ada.page().locator("#draft-restored")).isHidden();
        }
    }

    @Test
    void a_page_of_an_earlier_session_is_opened_anew_with_what_was_typed() {
        TestTenant tenant = TestTenant.create(operator, 3);
        String ben = "/users/" + tenant.add("ben", "ACTIVE");
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.open(ben);
            ada.field("Name").fill("Ben the First");
            Page other = ada.page().context().newPage();
            other.navigate("/users");
            other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            other.getByLabel("User name").fill("admin");
            other.getByLabel("Password").fill(TestTenant.PASSWORD);
            other.getByLabel("System", new Page.GetByLabelOptions().setExact(true))
                    .fill(tenant.slug());
            other.getByLabel("Password").press("Enter");
            assertThat(other).hasURL(Pattern.compile("/users$"));

            ada.button("Save").click();
            assertThat(ada.page().getByText("What you typed before is here again"))
                    .isVisible();
            assertThat(ada.field("Name")).hasValue("Ben the First");
            ada.button("Save").click();
            assertThat(ada.toast()).isVisible();
            assertThat(ada.page().locator("h1")).hasText("Ben the First");
        }
    }

    private static void forgetSession(Visit visit) {
        visit.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
    }

    private static void signInAgain(Visit visit, TestTenant tenant) {
        assertThat(visit.page()).hasURL(Pattern.compile("/sign-in"));
        visit.field("User name").fill("admin");
        visit.field("Password").fill(TestTenant.PASSWORD);
        visit.field("System").fill(tenant.slug());
        visit.button("Sign in").click();
    }

    @Test
    void language_and_theme_are_remembered() {
        TestTenant tenant = TestTenant.create(operator, 3);
        try (Visit ada = Visit.ofAdmin(tenant)) {
            ada.button("Deutsch").click();
            ada.button("Dunkel").click();
            assertThat(ada.page().locator("html")).hasAttribute("lang", "de");
            assertThat(ada.page().locator("html")).hasAttribute("data-theme", "dark");
            ada.button("Abmelden").click();
            assertThat(ada.page()).hasTitle("Anmelden - Licence Desk");
            assertThat(ada.page().locator("html")).hasAttribute("data-theme", "dark");
            ada.isAccessible("the German sign-in page");
            ada.link("Passwort vergessen?").click();
            assertThat(ada.page().locator("h1")).hasText("Neues Passwort anfordern");
        }
    }

    @Test
    void on_a_narrow_screen_the_navigation_is_a_menu() {
        TestTenant tenant = TestTenant.create(operator, 3);
        Browser.NewContextOptions narrow =
                new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(390, 844);
        try (Visit ada = Visit.start(narrow)) {
            ada.open("/sign-in");
            fits(ada);
            ada.open("/forgot-password");
            fits(ada);
            ada.signIn(tenant.slug(), "admin", TestTenant.PASSWORD);
            assertThat(ada.link("Ledger")).isHidden();
            ada.button("Menu").click();
            assertThat(ada.button("Menu")).hasAttribute("aria-expanded", "true");
            assertThat(ada.link("Ledger")).isVisible();
            ada.isAccessible("the menu");
            ada.page().keyboard().press("Escape");
            assertThat(ada.link("Ledger")).isHidden();
            assertThat(ada.button("Menu")).isFocused();
            assertThat(ada.button("Menu")).hasAttribute("aria-expanded", "false");
            ada.page().keyboard().press("Enter");
            ada.link("Ledger").click();
            assertThat(ada.page()).hasURL(Pattern.compile("/ledger$"));
            fits(ada);
        }
    }

    private static void fits(Visit visit) {
        Assertions.assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    private static int status(Visit visit, String address) {
        Response response = Objects.requireNonNull(visit.page().navigate(address));
        return response.status();
    }

    /** Waits for the latest mail to the address that brings a link. */
    private String link(String address) {
        Awaitility.await().atMost(SOON).until(() -> !links(address).isEmpty());
        List<String> links = links(address);
        return links.get(links.size() - 1);
    }

    private List<String> links(String address) {
        return Arrays.stream(installation.mail().getReceivedMessages())
                .filter(mail -> Mails.text(mail, address).contains("token="))
                .map(mail -> LINK.matcher(Mails.text(mail, address)))
                .filter(Matcher::find)
                .map(Matcher::group)
                .toList();
    }
}
