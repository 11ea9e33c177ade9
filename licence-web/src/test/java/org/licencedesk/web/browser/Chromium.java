package org.licencedesk.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The browser that all tests share: the machine's own Chromium or else Playwright's, without a window. */
final class Chromium {

    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");

    /** What a page shows is awaited so long; on a machine that does much else it takes seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration INSTALLATION = Duration.ofMinutes(5);

    private static @Nullable Browser shared;

    private Chromium() {}

    /** @return the browser, started when it is first asked for; it ends with the test run */
    static synchronized Browser shared() {
        Browser running = shared;
        if (running == null) {
            Optional<Path> own = executable();
            if (own.isEmpty()) {
                install();
            }
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
            own.ifPresent(options::setExecutablePath);
            running = playwright.chromium().launch(options);
            shared = running;
            PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return running;
    }

    private static Optional<Path> executable() {
        Stream<String> named = Optional.ofNullable(System.getenv("LICENCE_CHROMIUM")).stream();
        return Stream.concat(named, PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Has Playwright fetch the Chromium that it was made for, once for the user's account. */
    private static void install() {
        ProcessBuilder installing =
                Driver.ensureDriverInstalled(Map.of(), false).createProcessBuilder();
        installing.command().addAll(List.of("install", "chromium"));
        installing.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = installing.start();
            if (process.waitFor(INSTALLATION.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0) {
                return;
            }
            process.destroyForcibly();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("There is no Chromium at " + String.join(" or ", PLACES)
                + ", and Playwright could not fetch its own: install one (on Debian: apt-get update &&"
                + " apt-get install -y chromium), or name it in LICENCE_CHROMIUM");
    }
}
