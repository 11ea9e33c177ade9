package org.licencedesk.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Response;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.launcher.Ports;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Mails;
import org.licencedesk.web.fixture.StrippingProxy;
import org.licencedesk.web.fixture.TestTenant;
import org.licencedesk.web.fixture.Visitor;

/** A public address with a path, behind a proxy that takes the path off: nothing leads beside it. */
class PathAddressBrowserIT {

    private static final String PATH = "/licences";

    private static final int PORT = Ports.free();

    private static final URI SITE = URI.create("http://127.0.0.1:" + PORT + PATH);

    private static final Installation INSTALLATION = Installation.shared();

    /** Over a database of its own: another node would send its mails with another address. */
    private static final MicroServer NODE = INSTALLATION.node(
            "below-a-path",
            INSTALLATION.database().port(),
            Map.of(
                    "LICENCE_PUBLIC_URL",
                    SITE.toString(),
                    "LICENCE_DB_URL",
                    "jdbc:mariadb://127.0.0.1:" + INSTALLATION.database().port() + "/" + ownDatabase()));

    private static final TestTenant TENANT = TestTenant.create(Api.of(NODE), 5);

    private static final StrippingProxy PROXY = new StrippingProxy(PORT, PATH, NODE.baseUri());

    private static String ownDatabase() {
        String name = "below_a_path";
        INSTALLATION.database().createDatabase(name);
        return name;
    }

    @BeforeAll
    static void publish() {
        Api.of(NODE).publishTerms("1", "Terms of the tests");
    }

    @AfterAll
    static void stop() {
        PROXY.close();
        NODE.close();
    }

    @Test
    void people_come_in_work_and_leave() {
        List<String> failures = new ArrayList<>();
        try (Visit ada = Visit.at(SITE)) {
            ada.page().onResponse(answer -> note(answer, failures));
            ada.open("/users?q=a");
            assertThat(ada.page()).hasURL(SITE + "/sign-in?to=%2Fusers%3Fq%3Da");
            ada.button("Deutsch").click();
            ada.button("English").click();
            assertThat(ada.page()).hasURL(SITE + "/sign-in?to=%2Fusers%3Fq%3Da");
            ada.page().getByLabel("User name").fill("admin");
            ada.page().getByLabel("Password").fill(TestTenant.PASSWORD);
            ada.field("System").fill(TENANT.slug());
            ada.button("Sign in").click();
            assertThat(ada.page()).hasURL(SITE + "/users?q=a");
            Assertions.assertThat(ada.page().locator(".frame").evaluate("frame => getComputedStyle(frame).display"))
                    .isNotEqualTo("block");

            ada.button("Adjust User Allowance").click();
            ada.field("New number of licences").fill("7");
            ada.inDialog("Save").click();
            ada.accepts();
            assertThat(ada.dialog()).hasCount(0);
            ada.seesFigures(1, 7, 6);

            ada.link("New User").click();
            assertThat(ada.page()).hasURL(SITE + "/users/new");
            ada.open("/");
            assertThat(ada.page()).hasURL(SITE + "/users");
            ada.open("/users.xhtml");
            assertThat(ada.page()).hasURL(SITE + "/users");
            for (String place : List.of("Requests", "Ledger")) {
                ada.page().locator("nav.side a").getByText(place).click();
                assertThat(ada.page()).hasURL(SITE + "/" + place.toLowerCase(Locale.ROOT));
            }
            Assertions.assertThat(ada.page().context().cookies())
                    .extracting(cookie -> cookie.path)
                    .isNotEmpty()
                    .containsOnly(PATH);

            ada.button("Sign out").click();
            assertThat(ada.page()).hasURL(SITE + "/sign-in");
            ada.open("/users");
            assertThat(ada.page()).hasURL(SITE + "/sign-in?to=%2Fusers");
        }
        Assertions.assertThat(failures).isEmpty();
        Assertions.assertThat(PROXY.strays()).isEmpty();
    }

    @Test
    void a_mail_leads_to_a_page_that_is_there() {
        String user = "forgetful-" + TENANT.slug();
        TENANT.add(user, "ACTIVE");
        Visitor visitor = new Visitor(URI.create("http://127.0.0.1:" + PORT));

        Assertions.assertThat(
                        visitor.submit(PATH + "/forgot-password", "forgot", Map.of("system", "", "userName", user))
                                .statusCode())
                .isEqualTo(200);

        String link = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> linkTo(user), Optional::isPresent)
                .orElseThrow();
        Assertions.assertThat(link).startsWith(SITE + "/password?token=");
        try (Visit ada = Visit.at(SITE)) {
            ada.open(link);
            assertThat(ada.page().locator("h1")).containsText("password");
        }
        Assertions.assertThat(PROXY.strays()).isEmpty();
    }

    @Test
    void what_the_api_names_is_there() {
        Visitor machine = new Visitor(URI.create("http://127.0.0.1:" + PORT));
        String token = TENANT.issueToken("SYSTEM_ADMIN");
        String users = PATH + "/api/v1" + TENANT.path("/users");

        HttpResponse<String> added = machine.send(machine.request(users)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        TENANT.newUser("machine", "ROOM").replace('\'', '"'))));
        Assertions.assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        HttpResponse<String> shown =
                machine.send(machine.request(Visitor.location(added)).header("Authorization", "Bearer " + token));
        Assertions.assertThat(shown.statusCode()).isEqualTo(200);

        HttpResponse<String> quote =
                machine.send(machine.request(PATH + "/api/v1" + TENANT.path("/allowance/quote?raiseTo=50"))
                        .header("Authorization", "Bearer " + token));
        String terms = found(quote.body(), "\"href\":\"([^\"]+)\"");
        Assertions.assertThat(machine.get(terms).statusCode()).isEqualTo(200);

        HttpResponse<String> refused = machine.get(users);
        Assertions.assertThat(found(refused.body(), "\"instance\":\"([^\"]+)\""))
                .isEqualTo(users);
        Assertions.assertThat(machine.get(found(refused.body(), "\"type\":\"([^\"]+)\""))
                        .statusCode())
                .isEqualTo(200);
        Assertions.assertThat(PROXY.strays()).isEmpty();
    }

    private static void note(Response answer, List<String> failures) {
        if (answer.status() >= 400) {
            failures.add(answer.status() + " " + answer.url());
        }
    }

    private static Optional<String> linkTo(String user) {
        return Stream.of(INSTALLATION.mail().getReceivedMessages())
                .map(mail -> Mails.text(mail, user + "@test.example"))
                .map(text -> Pattern.compile("http\\S+token=\\S+").matcher(text))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        Assertions.assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
