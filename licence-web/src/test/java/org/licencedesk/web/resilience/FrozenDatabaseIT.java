package org.licencedesk.web.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Frozen;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;
import org.licencedesk.web.fixture.Visitor;

/** A database that takes connections and answers nothing: no door waits for it longer than ten seconds. */
class FrozenDatabaseIT {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private static final int OF_EACH_DOOR = 8;

    private final Installation installation = Installation.shared();

    private final MicroServer server = installation.first();

    private final URI node = server.baseUri();

    private final TestTenant tenant = TestTenant.create(Api.of(server), 3);

    private final Visitor signedIn = signedIn();

    private final Visitor.Form signInForm = new Visitor(node).open("/sign-in", "signIn");

    private final String user = tenant.path("/users/" + tenant.add("somebody", "INACTIVE") + "/status");

    @Test // R39
    void every_door_says_that_the_database_is_away_and_opens_again_by_itself() throws Exception {
        List<Runnable> knocks = List.of(
                () -> isUnavailable(tenant.admin().get(tenant.path("/allowance"))),
                () -> isUnavailable(tenant.admin().put(user, "{'status':'INACTIVE'}")),
                () -> isUnavailable(tenant.admin().post(tenant.path("/users"), tenant.newUser("nobody", "INACTIVE"))),
                () -> isUnavailablePage(signedIn.get("/users")),
                () -> isUnavailablePage(signedIn.get("/ledger")),
                () -> isUnavailablePage(new Visitor(node).submit(signInForm, signInFields())));
        knockOnce();
        long linesBefore = logLines();

        try (Frozen database = Frozen.process(installation.database().pid())) {
            assertThat(database).isNotNull();
            // A question of a job or of /ready finds it out within four seconds; what is under way is given up after
            // eight.
            for (Timed<Boolean> knock : inParallel(knocks, LONGEST)) {
                assertThat(knock.took()).isLessThan(LONGEST);
            }
            assertThat(new Visitor(node).get("/ready").statusCode()).isEqualTo(503);
            // It asks the database nothing, and is told by the others.
            isUnavailablePage(new Visitor(node).get("/sign-in"));
            for (Timed<Boolean> knock : inParallel(knocks, LONGEST)) {
                assertThat(knock.took()).isLessThan(AT_ONCE.multipliedBy(2));
            }
        }

        await().atMost(Duration.ofSeconds(5))
                .until(() -> new Visitor(node).get("/ready").statusCode() == 200);
        knockOnce();
        assertThat(newLogLines(linesBefore)).hasSizeLessThanOrEqualTo(4);
    }

    /** Every door while the database answers. */
    private void knockOnce() {
        assertThat(tenant.admin().get(tenant.path("/allowance")).status()).isEqualTo(200);
        assertThat(signedIn.get("/users").statusCode()).isEqualTo(200);
        assertThat(signedIn.get("/ledger").statusCode()).isEqualTo(200);
        assertThat(new Visitor(node).submit(signInForm, signInFields()).statusCode())
                .isEqualTo(303);
        assertThat(new Visitor(node).get("/ready").statusCode()).isEqualTo(200);
    }

    private static List<Timed<Boolean>> inParallel(List<Runnable> knocks, Duration atMost) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<Timed<Boolean>>> answers = new ArrayList<>();
            for (int number = 0; number < OF_EACH_DOOR; number++) {
                knocks.forEach(knock -> answers.add(threads.submit(() -> Timed.of(() -> {
                    knock.run();
                    return true;
                }))));
            }
            List<Timed<Boolean>> timed = new ArrayList<>();
            for (Future<Timed<Boolean>> answer : answers) {
                timed.add(answer.get(atMost.toSeconds() * 6, TimeUnit.SECONDS));
            }
            return timed;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void isUnavailable(Reply answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    private static void isUnavailablePage(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Not available at the moment").doesNotContain("Exception", "\tat ");
    }

    private Visitor signedIn() {
        Visitor visitor = new Visitor(node);
        assertThat(visitor.signIn(tenant.slug(), "admin", TestTenant.PASSWORD).statusCode())
                .isEqualTo(303);
        return visitor;
    }

    private Map<String, String> signInFields() {
        return Map.of("system", tenant.slug(), "userName", "admin", "password", TestTenant.PASSWORD);
    }

    private long logLines() throws IOException {
        try (Stream<String> lines = Files.lines(server.logFile())) {
            return lines.count();
        }
    }

    private List<String> newLogLines(long before) throws IOException {
        try (Stream<String> lines = Files.lines(server.logFile())) {
            return lines.skip(before).toList();
        }
    }
}
