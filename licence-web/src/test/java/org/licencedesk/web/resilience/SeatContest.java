package org.licencedesk.web.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

/**
 * Clients who activate and deactivate a user each, over several nodes and without end, in one tenant that has seats for half
 * of them. What is not answered, or with 503, each repeats with its idempotency key at the next node until it is answered.
 */
final class SeatContest implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);

    private final TestTenant tenant;

    private final List<Supplier<MicroServer>> nodes;

    private final CountDownLatch end = new CountDownLatch(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final List<Future<Done>> clients = new ArrayList<>();

    private final AtomicLongArray lastAnswer;

    private final AtomicInteger answers = new AtomicInteger();

    private final AtomicInteger refusals = new AtomicInteger();

    private SeatContest(TestTenant tenant, List<Supplier<MicroServer>> nodes) {
        this.tenant = tenant;
        this.nodes = nodes;
        this.lastAnswer = new AtomicLongArray(nodes.size());
    }

    /** What a client was told: how often its user took a seat and released it. */
    private record Done(String user, int taken, int released) {}

    /** Begins in a new tenant; each client begins at another of the nodes. */
    static SeatContest of(int clients, Api operator, List<Supplier<MicroServer>> nodes) {
        SeatContest contest = new SeatContest(TestTenant.create(operator, 1 + clients / 2), nodes);
        List<String> users = IntStream.range(0, clients)
                .mapToObj(number -> contest.tenant.add("runner-" + number, "INACTIVE"))
                .toList();
        for (int number = 0; number < clients; number++) {
            int first = number;
            contest.clients.add(contest.threads.submit(() -> contest.run(users.get(first), first)));
        }
        return contest;
    }

    TestTenant tenant() {
        return tenant;
    }

    /** @return how many changes were answered as done or refused for want of a seat, until now */
    int answers() {
        return answers.get();
    }

    /** @return how many answers were 503, or none at all, until now */
    int refusals() {
        return refusals.get();
    }

    /** @return whether the node has answered a call that began after that instant of {@link System#nanoTime} */
    boolean hasAnsweredSince(int node, long instant) {
        return lastAnswer.get(node) - instant > 0;
    }

    private Done run(String user, int number) throws InterruptedException {
        int taken = 0;
        int released = 0;
        boolean active = false;
        for (int round = 0; end.getCount() > 0; round++) {
            String wanted = active ? "INACTIVE" : "ACTIVE";
            Reply answer = untilAnswered(user, wanted, number + round);
            answers.incrementAndGet();
            if (answer.status() == 200) {
                active = !active;
                taken += active ? 1 : 0;
                released += active ? 0 : 1;
            } else {
                assertThat(answer.code()).as(answer.text()).isEqualTo("increase-not-confirmed");
                end.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        return new Done(user, taken, released);
    }

    private Reply untilAnswered(String user, String status, int first) throws InterruptedException {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        long begin = System.nanoTime();
        for (int attempt = first; System.nanoTime() - begin < LONGEST_ANSWER.toNanos(); attempt++) {
            Optional<Reply> answer = attempt(attempt % nodes.size(), user, status, key);
            if (answer.isPresent()) {
                return answer.get();
            }
            refusals.incrementAndGet();
            end.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("No answer in " + LONGEST_ANSWER);
    }

    private Optional<Reply> attempt(int node, String user, String status, Map<String, String> key) {
        long begin = System.nanoTime();
        try {
            Reply answer = tenant.admin()
                    .on(nodes.get(node).get())
                    .send("PUT", tenant.path("/users/" + user + "/status"), "{\"status\":\"" + status + "\"}", key);
            if (answer.status() == 503 || answer.code().equals("idempotency-key-in-progress")) {
                return Optional.empty();
            }
            assertThat(answer.status()).as(answer.text()).isIn(200, 409);
            lastAnswer.set(node, begin);
            return Optional.of(answer);
        } catch (UncheckedIOException serverIsGone) {
            return Optional.empty();
        }
    }

    /** Lets the clients end, and checks that what they were told is what the ledger says, through the node. */
    void check(MicroServer node) throws Exception {
        end.countDown();
        List<Done> all = new ArrayList<>();
        for (Future<Done> client : clients) {
            all.add(client.get(LONGEST_ANSWER.toSeconds() + 30, TimeUnit.SECONDS));
        }
        LedgerProof ledger = LedgerProof.of(tenant, tenant.admin().on(node));
        for (Done done : all) {
            assertThat(ledger.count("SEAT_TAKEN", done.user())).isEqualTo(done.taken());
            assertThat(ledger.count("SEAT_RELEASED", done.user())).isEqualTo(done.released());
        }
    }

    @Override
    public void close() {
        end.countDown();
        threads.shutdown();
    }
}
