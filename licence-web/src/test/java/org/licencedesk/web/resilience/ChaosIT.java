package org.licencedesk.web.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Frozen;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.SlowClients;
import org.licencedesk.web.fixture.TestTenant;
import org.licencedesk.web.fixture.Visitor;

/** All doors attacked at once for a minute, in which the database is frozen for a while, and one client who works. */
class ChaosIT {

    private static final Duration BEFORE = Duration.ofSeconds(20);

    private static final Duration FROZEN = Duration.ofSeconds(15);

    private static final Duration AFTER = Duration.ofSeconds(25);

    private static final Duration WHILE_IT_RUNS = Duration.ofSeconds(5);

    private static final Duration WHILE_IT_IS_FROZEN = Duration.ofSeconds(10);

    /** How long after the freeze it may take until the doors are open again. */
    private static final Duration TO_RECOVER = Duration.ofSeconds(2);

    private static final int SLOW = 250;

    private static final int ATTACKERS_OF_A_KIND = 2;

    private static final int LINES_PER_CAUSE = 2;

    private static final long MOST_GROWTH = 64L * 1024 * 1024;

    private static final Pattern LINE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\S+ (.*)");

    private static final Pattern USED = Pattern.compile(" used (\\d+)K");

    private final Installation installation = Installation.shared();

    private final MicroServer server = installation.first();

    private final URI node = server.baseUri();

    private final TestTenant tenant = TestTenant.create(Api.of(server), 3);

    private final String status = tenant.path("/users/" + tenant.add("worker", "INACTIVE") + "/status");

    private final CountDownLatch end = new CountDownLatch(1);

    private final List<Step> steps = new ArrayList<>();

    /** What the client did, when in nanoseconds, and what it was answered. */
    private record Step(String what, long begin, long end, int status) {

        boolean isWithin(long from, long to) {
            return begin >= from && end <= to;
        }

        Duration took() {
            return Duration.ofNanos(end - begin);
        }

        String since(long frozen) {
            return "%s, answered with %d; begun %d ms after the freeze"
                    .formatted(what, status, (begin - frozen) / 1_000_000);
        }
    }

    @Test
    void one_client_works_on_while_everything_is_attacked_and_is_told_when_the_database_is_away() throws Exception {
        Visitor.Form form = new Visitor(node).open("/sign-in", "signIn");
        signIn(form);
        long heapBefore = usedHeap();
        long linesBefore = log().count();

        ExecutorService threads = Executors.newCachedThreadPool();
        List<Future<?>> running = new ArrayList<>();
        for (int number = 0; number < ATTACKERS_OF_A_KIND; number++) {
            Random random = new Random(number);
            Visitor stranger = new Visitor(node);
            running.add(threads.submit(() -> untilTheEnd(() -> refusedSignIn(stranger, form, random))));
            running.add(threads.submit(() -> untilTheEnd(() -> garbage(random))));
        }
        running.add(threads.submit(() -> untilTheEnd(this::slowOnes)));
        running.add(threads.submit(() -> untilTheEnd(() -> work(form))));

        waitFor(BEFORE);
        long frozen = System.nanoTime();
        long thawed;
        try (Frozen database = Frozen.process(installation.database().pid())) {
            assertThat(database).isNotNull();
            waitFor(FROZEN);
            thawed = System.nanoTime();
        }
        waitFor(AFTER);
        end.countDown();
        threads.shutdown();
        for (Future<?> each : running) {
            each.get(30, TimeUnit.SECONDS);
        }

        assertThat(steps).anyMatch(step -> step.isWithin(frozen, thawed));
        for (Step step : steps) {
            if (step.isWithin(frozen, thawed)) {
                assertThat(step.status()).as(step.since(frozen)).isEqualTo(503);
            }
            boolean touched = step.end() > frozen && step.begin() < thawed + TO_RECOVER.toNanos();
            if (!touched) {
                assertThat(step.status()).as(step.since(frozen)).isIn(200, 303);
            }
            assertThat(step.took()).as(step.since(frozen)).isLessThan(touched ? WHILE_IT_IS_FROZEN : WHILE_IT_RUNS);
        }
        assertThat(usedHeap() - heapBefore).isLessThan(MOST_GROWTH);
        logSaysEachThingOnceAMinute(linesBefore);
        LedgerProof.of(tenant, tenant.admin());
    }

    private void untilTheEnd(Runnable attack) {
        while (end.getCount() > 0) {
            attack.run();
        }
    }

    private void waitFor(Duration time) throws InterruptedException {
        assertThat(end.await(time.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
    }

    private void work(Visitor.Form form) {
        step("sign in", () -> signIn(form));
        step("activate", () -> tenant.admin().put(status, "{'status':'ACTIVE'}").status());
        step(
                "deactivate",
                () -> tenant.admin().put(status, "{'status':'INACTIVE'}").status());
        step("ready", () -> new Visitor(node).get("/ready").statusCode());
    }

    private void step(String what, IntSupplier call) {
        long begin = System.nanoTime();
        int answer = call.getAsInt();
        steps.add(new Step(what, begin, System.nanoTime(), answer));
    }

    private int signIn(Visitor.Form form) {
        return post(new Visitor(node), form, tenant.slug(), "admin", TestTenant.PASSWORD, "198.51.100.7");
    }

    /** Each from another address, as another user of another system. */
    private void refusedSignIn(Visitor stranger, Visitor.Form form, Random random) {
        String name = "x".repeat(200) + random.nextInt();
        post(stranger, form, name, name, "wrong", "203.0." + random.nextInt(256) + "." + random.nextInt(256));
    }

    private int post(
            Visitor visitor, Visitor.Form form, String system, String userName, String password, String address) {
        Map<String, String> fields = Map.of("system", system, "userName", userName, "password", password);
        return visitor.post(
                        form.page(),
                        Visitor.form(form.name(), fields),
                        Map.of("Origin", node.toString(), "X-Forwarded-For", address))
                .statusCode();
    }

    private void garbage(Random random) {
        byte[] bytes = new byte[random.nextInt(4000)];
        random.nextBytes(bytes);
        byte[] line = random.nextBoolean() ? new byte[0] : "GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket(node.getHost(), node.getPort())) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write(line);
            socket.getOutputStream().write(bytes);
            socket.getInputStream().read();
        } catch (IOException refused) {
            return;
        }
    }

    private void slowOnes() {
        String[] begins = {
            "GET /sign-in HTTP/1.1\r\nX-Slow: ",
            "POST /sign-in HTTP/1.1\r\nHost: desk\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: 1000\r\n\r\na"
        };
        try (SlowClients clients = SlowClients.open(node, 2 * SLOW, number -> begins[number % begins.length])) {
            assertThat(clients.ended()).isLessThanOrEqualTo(2 * SLOW);
            end.await(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return the bytes in use after a garbage collection */
    private long usedHeap() throws IOException, InterruptedException {
        jcmd("GC.run");
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        long sum = 0;
        while (used.find()) {
            sum += Long.parseLong(used.group(1)) * 1024;
        }
        assertThat(sum).isPositive();
        return sum;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        CompletableFuture<Process> killed = process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        killed.join();
        return output;
    }

    private void logSaysEachThingOnceAMinute(long linesBefore) {
        List<String> lines = log().skip(linesBefore).toList();
        Map<String, Integer> causes = new HashMap<>();
        List<String> withoutHead = new ArrayList<>();
        for (String line : lines) {
            Matcher head = LINE.matcher(line);
            if (head.matches()) {
                causes.merge(head.group(1).replaceAll("[0-9]+", "N"), 1, Integer::sum);
            } else {
                withoutHead.add(line);
            }
        }
        assertThat(withoutHead).as("stack traces").isEmpty();
        assertThat(causes.entrySet().stream()
                        .filter(cause -> cause.getValue() > LINES_PER_CAUSE)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .isEmpty();
    }

    private Stream<String> log() {
        try {
            return Files.readAllLines(server.logFile()).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
