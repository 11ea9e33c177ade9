package org.licencedesk.web.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

class TwoNodesIT {

    private final Api operator = Api.of(Installation.shared().first());

    @ParameterizedTest // R34
    @ValueSource(ints = {0, 1, 7})
    void of_fifty_who_want_a_seat_as_many_get_one_as_are_available(int available) {
        TestTenant tenant = TestTenant.create(operator, 1 + available);
        List<Supplier<Reply>> runners = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            runners.add(activation(tenant, number));
        }

        List<Reply> answers = Race.untilDecided(runners);

        assertThat(answers).filteredOn(TwoNodesIT::isDone).hasSize(available);
        assertThat(answers)
                .filteredOn(answer -> !isDone(answer))
                .extracting(Reply::code)
                .hasSize(50 - available)
                .containsOnly("increase-not-confirmed");
        assertThat(answers).allSatisfy(answer -> {
            JsonNode figures = answer.body().required("figures");
            assertThat(figures.required("occupied").asInt())
                    .isLessThanOrEqualTo(figures.required("maximum").asInt());
        });
        assertThat(tenant.figures()).containsEntry("maximum", 1 + available).containsEntry("occupied", 1 + available);
        assertThat(proof(tenant).count("SEAT_TAKEN")).isEqualTo(1 + available);
    }

    /** The four ways to a seat, each on both nodes. What a runner needs is made before the race. */
    private Supplier<Reply> activation(TestTenant tenant, int number) {
        Api admin = node(tenant, number / 4);
        String name = "runner-" + number;
        return switch (number % 4) {
            case 0 -> () -> admin.post(tenant.path("/users"), tenant.newUser(name, "ACTIVE"));
            case 1 -> () -> admin.post(tenant.path("/users"), tenant.newUser(name, "LOCKED"));
            case 2 -> statusChange(tenant, admin, tenant.add(name, "INACTIVE"), "'ACTIVE'");
            default -> statusChange(tenant, admin, tenant.add(name, "ROOM"), "'LOCKED'");
        };
    }

    @Test // R32, R34
    void two_who_confirm_one_quote_for_two_users_raise_the_allowance_once() {
        TestTenant tenant = TestTenant.create(operator, 1);
        List<String> users = List.of(tenant.add("second", "INACTIVE"), tenant.add("third", "INACTIVE"));
        ObjectNode consent = consentFor(tenant, users.get(0));

        List<Reply> answers = Race.untilDecided(2, number -> activate(tenant, number, users.get(number), consent));

        assertOneDone(answers, "increase-not-confirmed");
        Reply refused =
                answers.stream().filter(answer -> !isDone(answer)).findFirst().orElseThrow();
        assertThat(refused.body().path("quote").path("raiseTo").asInt()).isEqualTo(3);
        assertThat(tenant.figures()).containsEntry("maximum", 2).containsEntry("occupied", 2);
        assertThat(proof(tenant).count("ALLOWANCE_RAISED")).isEqualTo(1);
    }

    @Test // R32
    void two_who_confirm_the_same_activation_both_find_it_done_and_raise_the_allowance_once() {
        TestTenant tenant = TestTenant.create(operator, 1);
        String user = tenant.add("second", "INACTIVE");
        ObjectNode consent = consentFor(tenant, user);

        List<Reply> answers = Race.untilDecided(2, number -> activate(tenant, number, user, consent));

        assertThat(answers).allMatch(TwoNodesIT::isDone);
        assertThat(tenant.figures()).containsEntry("maximum", 2).containsEntry("occupied", 2);
        assertThat(proof(tenant).count("SEAT_TAKEN", user)).isEqualTo(1);
    }

    @Test // R36
    void twenty_repeats_of_one_request_add_one_user_and_get_the_first_answer() {
        TestTenant tenant = TestTenant.create(operator, 1);
        Reply refusal = tenant.post("second", "ACTIVE");
        String body = tenant.newUser("second", "ACTIVE").replace('\'', '"').replaceFirst("}$", "") + ",\"accept\":"
                + Api.ticked(refusal) + "}";
        Map<String, String> key = Map.of("Idempotency-Key", "repeated-by-twenty");

        List<Reply> answers =
                Race.untilDecided(20, number -> node(tenant, number).send("POST", tenant.path("/users"), body, key));

        Reply first = answers.get(0);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            assertThat(location(answer)).isEqualTo(location(first));
            assertThat(answer.header("ETag")).isNotEmpty().isEqualTo(first.header("ETag"));
            assertThat(answer.body().required("user")).isEqualTo(first.body().required("user"));
            assertThat(answer.body().required("figures")).isEqualTo(first.body().required("figures"));
        });
        assertThat(tenant.figures()).containsEntry("maximum", 2).containsEntry("occupied", 2);
        assertThat(proof(tenant).count("USER_ADDED")).isEqualTo(2);
    }

    @Test // R32
    void ten_who_confirm_one_quote_for_more_seats_raise_the_allowance_once() {
        TestTenant tenant = TestTenant.create(operator, 1);
        String path = tenant.path("/allowance");
        ObjectNode consent = Api.ticked(tenant.admin().put(path, "{'maximum':5}"));

        List<Reply> answers = Race.untilDecided(
                10, number -> node(tenant, number).put(path, "{'maximum':5,'accept':" + consent + "}"));

        assertOneDone(answers, "not-an-increase", "increase-not-confirmed");
        assertThat(tenant.figures()).containsEntry("maximum", 5);
        assertThat(proof(tenant).raisedTo(5)).isEqualTo(1);
    }

    @ParameterizedTest // R4
    @CsvSource({"delete,delete", "lock,delete", "lose the role,lock", "lose the role,lose the role", "retire,delete"})
    void one_of_the_last_two_system_admins_stays(String one, String other) {
        TestTenant tenant = TestTenant.create(operator, 3);
        String first = tenant.admin()
                .get(tenant.path("/users?role=SYSTEM_ADMIN"))
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        Reply added = tenant.admin()
                .post(
                        tenant.path("/users"),
                        tenant.newUser("second", "ACTIVE").replace("}", ",'role':'SYSTEM_ADMIN'}"));
        String second = added.body().path("user").path("id").asText();

        List<Reply> answers = Race.untilDecided(List.of(
                () -> end(one, node(tenant, 0), tenant.path("/users/" + first)),
                () -> end(other, node(tenant, 1), tenant.path("/users/" + second))));

        assertOneDone(answers, "last-system-admin");
        assertThat(tenant.admin()
                        .get(tenant.path("/users?role=SYSTEM_ADMIN&status=ACTIVE"))
                        .body()
                        .path("items"))
                .hasSize(1);
        proof(tenant);
    }

    private static Reply end(String how, Api api, String user) {
        return switch (how) {
            case "delete" -> api.delete(user);
            case "lock" -> api.put(user + "/status", "{'status':'LOCKED'}");
            case "retire" -> api.put(user + "/status", "{'status':'INACTIVE'}");
            case "lose the role" -> api.patch(user, "{'role':'STANDARD'}");
            default -> throw new IllegalArgumentException(how);
        };
    }

    @Test // R22
    void a_user_name_is_given_once_however_it_is_written() {
        TestTenant tenant = TestTenant.create(operator, 1);
        List<String> names = List.of("Ringo", "ringo", "RINGO", "rInGo", "riNGO");

        List<Reply> answers = Race.untilDecided(10, number -> node(tenant, number)
                .post(tenant.path("/users"), tenant.newUser(names.get(number % names.size()), "INACTIVE")));

        assertOneDone(answers, "user-name-taken");
        assertThat(proof(tenant).count("USER_ADDED")).isEqualTo(2);
    }

    @Test // R34, R38
    void a_busy_hour_of_two_nodes_leaves_figures_statuses_and_ledger_in_agreement() {
        TestTenant tenant = TestTenant.create(operator, 4);
        List<String> users = List.of(
                tenant.add("b", "INACTIVE"),
                tenant.add("c", "ROOM"),
                tenant.add("d", "INACTIVE"),
                tenant.add("e", "QUEUE"),
                tenant.add("f", "INACTIVE"),
                tenant.add("g", "INACTIVE"));
        List<String> statuses = List.of("'ACTIVE'", "'INACTIVE'", "'LOCKED'", "'ROOM'", "'ACTIVE'");

        Queue<String> codes = new ConcurrentLinkedQueue<>();

        // Every runner walks over the users at its own stride, so that any two meet somewhere.
        List<Supplier<Reply>> runners = new ArrayList<>();
        for (int runner = 0; runner < 8; runner++) {
            int stride = runner + 1;
            runners.add(() -> {
                Reply last = tenant.admin().get(tenant.path("/allowance"));
                for (int step = 0; step < 15; step++) {
                    String user = users.get(step * stride % users.size());
                    String status = statuses.get((step + stride) % statuses.size());
                    last = Race.decided(statusChange(tenant, node(tenant, step), user, status));
                    codes.add(last.code());
                    assertThat(last.body()
                                    .required("figures")
                                    .required("occupied")
                                    .asInt())
                            .isLessThanOrEqualTo(4);
                }
                return last;
            });
        }
        Race.run(runners);

        assertThat(codes).hasSize(8 * 15).containsOnly("", "increase-not-confirmed");
        assertThat(proof(tenant).count("SEAT_RELEASED")).isPositive();
    }

    private static Supplier<Reply> statusChange(TestTenant tenant, Api api, String user, String status) {
        return () -> api.put(tenant.path("/users/" + user + "/status"), "{'status':" + status + "}");
    }

    private static Reply activate(TestTenant tenant, int number, String user, ObjectNode consent) {
        return statusChange(tenant, node(tenant, number), user, "'ACTIVE','accept':" + consent)
                .get();
    }

    private static ObjectNode consentFor(TestTenant tenant, String user) {
        return Api.ticked(statusChange(tenant, tenant.admin(), user, "'ACTIVE'").get());
    }

    private static void assertOneDone(List<Reply> answers, String... codesOfTheOthers) {
        assertThat(answers).filteredOn(TwoNodesIT::isDone).hasSize(1);
        assertThat(answers).filteredOn(answer -> !isDone(answer)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isIn((Object[]) codesOfTheOthers);
        });
    }

    /** Each node names its own address before it. */
    private static String location(Reply answer) {
        return URI.create(answer.header("Location")).getPath();
    }

    private static boolean isDone(Reply answer) {
        return answer.status() < 300;
    }

    private static LedgerProof proof(TestTenant tenant) {
        return LedgerProof.of(tenant, tenant.admin());
    }

    private static Api node(TestTenant tenant, int number) {
        Installation installation = Installation.shared();
        return tenant.admin().on(number % 2 == 0 ? installation.first() : installation.second());
    }
}
