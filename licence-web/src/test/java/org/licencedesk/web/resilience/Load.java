package org.licencedesk.web.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

/**
 * Eight clients who change what they may, each its own users. One that is not answered waits until the installation is
 * said to be back, and then repeats the request with its idempotency key, once.
 */
final class Load {

    private static final int CLIENTS = 8;

    private static final int ROUNDS_AFTERWARDS = 2;

    private final List<TestTenant> tenants;

    private volatile MicroServer node;

    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

    private final List<Future<Done>> clients;

    private final AtomicInteger changes = new AtomicInteger();

    private final AtomicInteger unanswered = new AtomicInteger();

    private final CountDownLatch back = new CountDownLatch(1);

    private Load(List<TestTenant> tenants, MicroServer node) {
        this.tenants = tenants;
        this.node = node;
        this.clients = IntStream.range(0, CLIENTS)
                .mapToObj(number -> threads.submit(() -> new Client(number).work()))
                .toList();
    }

    static Load on(MicroServer node) {
        List<TestTenant> tenants = IntStream.range(0, CLIENTS / 2)
                .mapToObj(number -> TestTenant.create(Api.of(node), 2))
                .toList();
        return new Load(tenants, node);
    }

    /** @return how many changes were answered as done until now */
    int changes() {
        return changes.get();
    }

    /** @return how many requests got no answer, or that the service is away, until now */
    int unanswered() {
        return unanswered.get();
    }

    /** Says that the installation is back, behind this node. */
    void isBack(MicroServer recovered) {
        node = recovered;
        back.countDown();
    }

    /** Lets the clients end, and checks that all that they were told is so. */
    void check() {
        threads.shutdown();
        List<Done> done = clients.stream().map(Load::result).toList();
        MicroServer now = node;
        for (int number = 0; number < tenants.size(); number++) {
            TestTenant tenant = tenants.get(number);
            LedgerProof ledger = LedgerProof.of(tenant, tenant.admin().on(now));
            done.get(number).check(ledger);
            done.get(number + tenants.size()).check(ledger);
        }
    }

    private static Done result(Future<Done> client) {
        try {
            return client.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("A client failed", e.getCause());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What one client was told: about a user how often a kind of change was done, and which maximum was reached. */
    private record Done(List<Told> changes, List<Integer> raisedTo) {

        record Told(String kind, String user) {}

        Done() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void note(String kind, String user) {
            changes.add(new Told(kind, user));
        }

        void check(LedgerProof ledger) {
            changes.stream().distinct().forEach(told -> assertThat(ledger.count(told.kind(), told.user()))
                    .as(told.toString())
                    .isEqualTo(changes.stream().filter(told::equals).count()));
            assertThat(raisedTo).allSatisfy(maximum -> assertThat(ledger.raisedTo(maximum))
                    .as("raised to %s", maximum)
                    .isEqualTo(1));
        }
    }

    private final class Client {

        private final int number;

        private final TestTenant tenant;

        private final Done done = new Done();

        private int requests;

        Client(int number) {
            this.number = number;
            this.tenant = tenants.get(number % tenants.size());
        }

        Done work() throws InterruptedException {
            int round = 0;
            for (int left = ROUNDS_AFTERWARDS; left > 0; round++) {
                if (back.getCount() == 0) {
                    left--;
                }
                round(round);
            }
            return done;
        }

        private void round(int round) throws InterruptedException {
            String name = "user-" + number + "-" + round;
            Reply added = untilDone("POST", tenant.path("/users"), tenant.newUser(name, "ACTIVE"));
            String user = added.body().path("user").path("id").asText();
            String path = tenant.path("/users/" + user);
            done.note("USER_ADDED", user);
            done.note("SEAT_TAKEN", user);
            untilDone("PUT", path + "/status", "{'status':'INACTIVE'}");
            done.note("SEAT_RELEASED", user);
            untilDone("PUT", path + "/status", "{'status':'LOCKED'}");
            done.note("SEAT_TAKEN", user);
            if (round % 4 == 0) {
                raise();
            } else if (round % 4 == 2) {
                untilDone("DELETE", path, "");
                done.note("SEAT_RELEASED", user);
                done.note("USER_DELETED", user);
            }
        }

        /** The other client of the tenant may have raised it meanwhile: then this number is no increase any more. */
        private void raise() throws InterruptedException {
            Reply before = untilAnswered("GET", tenant.path("/allowance"), "");
            int wanted = before.body().path("maximum").asInt() + 3;
            Reply answer = untilAnswered("PUT", tenant.path("/allowance"), "{'maximum':" + wanted + "}");
            if (answer.code().equals("increase-not-confirmed")) {
                answer = untilAnswered(
                        "PUT",
                        tenant.path("/allowance"),
                        "{'maximum':" + wanted + ",'accept':" + Api.ticked(answer) + "}");
            }
            if (answer.status() == 200) {
                done.raisedTo().add(wanted);
                changes.incrementAndGet();
            }
        }

        /** Confirms whatever increase is asked for. */
        private Reply untilDone(String method, String path, String body) throws InterruptedException {
            Reply answer = untilAnswered(method, path, body);
            while (answer.code().equals("increase-not-confirmed")) {
                answer = untilAnswered(method, path, body.replaceFirst("}$", ",'accept':") + Api.ticked(answer) + "}");
            }
            assertThat(answer.status())
                    .as("%s %s %s", method, path, answer.text())
                    .isLessThan(300);
            changes.incrementAndGet();
            return answer;
        }

        private Reply untilAnswered(String method, String path, String body) throws InterruptedException {
            Map<String, String> key = Map.of("Idempotency-Key", number + "-" + ++requests);
            String json = body.replace('\'', '"');
            Optional<Reply> answer = attempt(method, path, json, key);
            if (answer.isPresent()) {
                return answer.get();
            }
            unanswered.incrementAndGet();
            assertThat(back.await(10, TimeUnit.MINUTES)).isTrue();
            return attempt(method, path, json, key).orElseThrow(() -> new AssertionError("Away again"));
        }

        private Optional<Reply> attempt(String method, String path, String json, Map<String, String> key) {
            try {
                Reply answer = current().send(method, path, json, key);
                assertThat(answer.status()).as(answer.text()).isNotEqualTo(500);
                return Optional.of(answer).filter(reply -> reply.status() != 503);
            } catch (UncheckedIOException serverIsGone) {
                return Optional.empty();
            }
        }

        private Api current() {
            return tenant.admin().on(node);
        }
    }
}
