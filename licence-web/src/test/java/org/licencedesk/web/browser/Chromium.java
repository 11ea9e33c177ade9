package org.licencedesk.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The browser that all tests share: the machine's own Chromium, without a window. */
final class Chromium {

    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");

    /** What a page shows is awaited so long; on a machine that does much else it takes seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static @Nullable Browser shared;

    private Chromium() {}

    /** @return the browser, started when it is first asked for; it ends with the test run */
    static synchronized Browser shared() {
        Browser running = shared;
        if (running == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            running = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
            shared = running;
            PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return running;
    }

    private static Path executable() {
        Stream<String> named = Optional.ofNullable(System.getenv("LICENCE_CHROMIUM")).stream();
        return Stream.concat(named, PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no Chromium at " + String.join(" or ", PLACES)
                        + ": install it (on Debian: apt-get update && apt-get install -y chromium),"
                        + " or name it in LICENCE_CHROMIUM"));
    }
}
