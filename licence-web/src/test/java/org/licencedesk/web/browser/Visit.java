package org.licencedesk.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.OperatorAccount;
import org.licencedesk.web.fixture.TestTenant;

/**
 * One person at one browser. What no page may ever do is watched all the time: errors on the console, a request to
 * anybody else, a broken content policy.
 */
final class Visit implements AutoCloseable {

    private static final List<String> STANDARDS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** What can be pressed and is smaller than 24 px; links in a text are as high as its lines (WCAG 2.5.8). */
    private static final String SMALL_TARGETS = """
            () => [...document.querySelectorAll('button, select, textarea, input:not([type=hidden]), summary, .chip, .side a')]
              .filter((target) => target.checkVisibility({ visibilityProperty: true }))
              .map((target) => [target, target.getBoundingClientRect()])
              .filter(([, box]) => box.width < 24 || box.height < 24)
              .map(([target, box]) => `${target.outerHTML.slice(0, 120)} ${box.width} x ${box.height}`)
            """;

    private final BrowserContext context;

    private final Page page;

    private final URI node;

    private final List<String> complaints = new ArrayList<>();

    private final List<String> warnings = new ArrayList<>();

    private boolean staying;

    private Visit(URI node, Browser.NewContextOptions options) {
        this.node = node;
        this.context = Chromium.shared().newContext(options.setBaseURL(node.toString()));
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(warning -> {
            warnings.add(warning.type());
            if (staying) {
                warning.dismiss();
            } else {
                warning.accept();
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(node.toString()) && !request.url().startsWith("data:")) {
                complaints.add("a request to " + request.url());
            }
        });
    }

    /** @return somebody at a desk, in English */
    static Visit start() {
        return at(Installation.shared().first().baseUri());
    }

    /** @return somebody at a desk, in English, who visits that node */
    static Visit at(URI node) {
        return new Visit(
                node, new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1280, 900));
    }

    /** @return somebody with a browser of their own kind */
    static Visit start(Browser.NewContextOptions options) {
        return new Visit(Installation.shared().first().baseUri(), options);
    }

    /** @return the tenant's first System Admin, signed in, on the page of users */
    static Visit ofAdmin(TestTenant tenant) {
        Visit visit = start();
        visit.signIn(tenant.slug(), "admin", TestTenant.PASSWORD);
        assertThat(visit.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Users");
        return visit;
    }

    /** Says whether to stay on a page that warns before it is left; otherwise it is left. */
    void staysWhenWarned(boolean stays) {
        staying = stays;
    }

    /** @return the kinds of warnings that the browser has shown */
    List<String> warnings() {
        return warnings;
    }

    /** @return an operator, signed in, on the page of systems */
    static Visit ofOperator() {
        OperatorAccount.make();
        Visit visit = start();
        visit.signIn("", OperatorAccount.EMAIL, OperatorAccount.PASSWORD);
        assertThat(visit.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Systems");
        return visit;
    }

    /** Opens an address of the product. */
    void open(String address) {
        page.navigate(address.startsWith("/") ? node + address : address);
    }

    /** Signs in by the form. */
    void signIn(String system, String userName, String password) {
        open("/sign-in");
        page.getByLabel("User name").fill(userName);
        page.getByLabel("Password").fill(password);
        page.getByLabel("System", new Page.GetByLabelOptions().setExact(true)).fill(system);
        button("Sign in").click();
    }

    /** @return what is on screen */
    Page page() {
        return page;
    }

    /** @return the button of that name */
    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** @return the link of that name */
    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** @return the dialog that is open */
    Locator dialog() {
        return page.locator("dialog[open]");
    }

    /** @return the button of that name in the dialog that is open */
    Locator inDialog(String name) {
        return dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Ticks the terms in the confirmation, and confirms. */
    void accepts() {
        field("I have read and accept the Terms and Conditions").check();
        inDialog("Save").click();
    }

    /** @return the field of that label in the dialog that is open, or on the page */
    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** @return what was just done */
    Locator toast() {
        return page.locator(".toast");
    }

    /** Says that the three figures are these. */
    void seesFigures(int active, int maximum, int available) {
        assertThat(page.locator("#occupied")).hasText(Integer.toString(active));
        assertThat(page.locator("#maximum")).hasText(Integer.toString(maximum));
        assertThat(page.locator("#available")).hasText(Integer.toString(available));
    }

    /** Says that what is on screen can be used by everybody, in light and in dark. */
    void isAccessible(String what) {
        Assertions.assertThat((List<?>) page.evaluate(SMALL_TARGETS))
                .as("%s: what is hard to hit", what)
                .isEmpty();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            // No page has frames: what would be done for those takes most of the time.
            List<Rule> violations = new AxeBuilder(page)
                    .setLegacyMode(true)
                    .withTags(STANDARDS)
                    .analyze()
                    .getViolations();
            Assertions.assertThat(violations.stream()
                            .map(rule -> rule.getId() + ": "
                                    + rule.getNodes().stream()
                                            .map(found -> found.getTarget() + " " + found.getFailureSummary())
                                            .collect(Collectors.joining("; "))))
                    .as("%s, %s", what, scheme)
                    .isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    @Override
    public void close() {
        context.close();
        Assertions.assertThat(complaints).isEmpty();
    }
}
