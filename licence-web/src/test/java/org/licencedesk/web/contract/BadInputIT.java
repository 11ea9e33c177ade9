package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.licencedesk.web.contract.BadBody.Fault;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

/** What is no valid request is refused at its place, whatever it is; it changes nothing and gives nothing away (R39). */
class BadInputIT {

    private static final ApiDocument DOCUMENT = ApiDocument.load();

    private static final Pattern LEAK = Pattern.compile(
            "\\b(java|javax|jakarta|org|com|fish|net)\\.[a-z]+\\.|Exception|\\.java\\b|\\bat [a-z]+\\.|select |insert"
                    + " |SQL|hibernate|mariadb|jackson|jersey|payara",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> HOSTILE_SEGMENTS = List.of(
            "%F0%9F%9A%80",
            "%C3%A9t%C3%A9",
            "%FF",
            "%C0%AF",
            "%27%20OR%20%271%27=%271",
            "%3Cscript%3E",
            "%7Bid%7D",
            "a%0Ab",
            "a%0D%0AX-Evil:%201",
            "x".repeat(3000));

    private static final Api OPERATOR = Api.of(Installation.shared().first());

    private static final TestTenant TENANT = TestTenant.create(OPERATOR, 1000);

    private static final Api ADMIN = TENANT.admin();

    private static final Calls CALLS = new Calls(TENANT, OPERATOR, Calls.newManager(OPERATOR));

    private static final ExecutorService THREADS = Executors.newFixedThreadPool(4);

    private Reply before = ADMIN.get(TENANT.path("/allowance"));

    static Stream<ApiOperation> operationsWithBody() {
        return DOCUMENT.withBody().stream();
    }

    static Stream<ApiOperation> operationsWithParameters() {
        return DOCUMENT.operations().stream()
                .filter(operation -> parameters(operation).findAny().isPresent());
    }

    static Stream<ApiOperation> operationsWithVariables() {
        return DOCUMENT.operations().stream()
                .filter(operation -> operation.path().contains("{"));
    }

    static Stream<ApiOperation> changes() {
        return DOCUMENT.operations().stream().filter(ApiOperation::isChange);
    }

    static Stream<ApiOperation> operationsWithIfMatch() {
        return DOCUMENT.operations().stream().filter(operation -> operation.takesHeader("If-Match"));
    }

    @BeforeEach
    void note_what_is_there() {
        before = ADMIN.get(TENANT.path("/allowance"));
    }

    @AfterAll
    static void stop() {
        THREADS.shutdown();
    }

    @ParameterizedTest
    @MethodSource("operationsWithBody")
    void each_bad_body_is_refused_at_its_place(ApiOperation operation) {
        Call valid = CALLS.succeeding(operation);
        before = ADMIN.get(TENANT.path("/allowance"));
        Api caller = CALLS.caller(operation);
        inParallel(BadBodies.of(operation.body().orElseThrow().schema()), bad -> {
            Reply reply = valid.withBody(bad.content().get()).send(caller);
            assertThat(reply.status()).as(bad + ": " + reply.text()).isEqualTo(bad.expectedStatus());
            assertNoLeak(reply);
            if (reply.status() == 400) {
                assertThat(pointers(reply)).as(bad + ": " + reply.text()).anyMatch(pointer -> fits(bad, pointer));
            }
        });
        assertNothingChanged();
    }

    @ParameterizedTest // R40
    @MethodSource("operationsWithBody")
    void a_text_that_shows_nothing_is_refused_at_its_place(ApiOperation operation) {
        Call valid = CALLS.succeeding(operation);
        before = ADMIN.get(TENANT.path("/allowance"));
        Api caller = CALLS.caller(operation);
        inParallel(HostileBodies.showingNothing(operation.body().orElseThrow().schema()), unseen -> {
            Reply reply = valid.withBody(unseen.body().toString()).send(caller);
            assertThat(reply.status()).as(unseen + ": " + reply.text()).isEqualTo(400);
            assertThat(pointers(reply)).contains(unseen.pointer().toString());
        });
        assertNothingChanged();
    }

    @ParameterizedTest
    @MethodSource("operationsWithParameters")
    void each_bad_query_parameter_is_refused_by_its_name(ApiOperation operation) {
        Call valid = CALLS.succeeding(operation);
        String path = valid.path().replaceAll("\\?.*", "");
        parameters(operation)
                .forEach(parameter -> inParallel(BadParameters.of(parameter), bad -> {
                    Reply reply = valid.withPath(path + "?" + parameter.getName() + "=" + bad)
                            .send(CALLS.caller(operation));
                    assertThat(reply.status())
                            .as("%s=%s: %s", parameter.getName(), bad, reply.text())
                            .isEqualTo(400);
                    assertThat(reply.body().at("/violations/0/parameter").asText())
                            .isEqualTo(parameter.getName());
                    assertNoLeak(reply);
                }));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void an_idempotency_key_that_is_none_is_refused(ApiOperation operation) {
        Call valid = CALLS.succeeding(operation);
        before = ADMIN.get(TENANT.path("/allowance"));
        List<String> keys = new ArrayList<>(List.of("", " ", "\"\"", "a b", "\"a b\"", "x".repeat(256)));
        if (operation.secretAnswer()) {
            keys.add("a-key-in-form");
        }
        for (String key : keys) {
            Reply reply = valid.with("Idempotency-Key", key).send(CALLS.caller(operation));
            assertThat(reply.status()).as("<%s>: %s", key, reply.text()).isEqualTo(400);
            assertThat(reply.body().at("/violations/0/header").asText()).isEqualTo("Idempotency-Key");
        }
        assertNothingChanged();
    }

    @ParameterizedTest
    @MethodSource("operationsWithIfMatch")
    void an_if_match_that_is_no_tag_of_ours_matches_nothing(ApiOperation operation) {
        Call valid = CALLS.succeeding(operation);
        before = ADMIN.get(TENANT.path("/allowance"));
        for (String tag :
                List.of("17", "\"x\"", "W/\"1\"", "\"1", "\"99999999999999999999\"", "\"-1\"", "x, \"y\"", ",")) {
            Reply reply = valid.with("If-Match", tag).send(CALLS.caller(operation));
            assertThat(reply.code()).as("<%s>: %s", tag, reply.text()).isEqualTo("changed-meanwhile");
        }
        assertNothingChanged();
        assertThat(valid.with("If-Match", "*").send(CALLS.caller(operation)).status())
                .isLessThan(300);
    }

    @ParameterizedTest
    @MethodSource("operationsWithVariables")
    void a_path_that_can_name_nothing_is_not_found(ApiOperation operation) {
        Call valid = CALLS.succeeding(operation);
        before = ADMIN.get(TENANT.path("/allowance"));
        List<String> names = List.of(operation.path().split("/"));
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).startsWith("{")) {
                String[] segments = valid.path().split("[/?]");
                for (String hostile : HOSTILE_SEGMENTS) {
                    segments[i] = hostile;
                    String path = "/" + String.join("/", List.of(segments).subList(1, names.size()));
                    Reply reply = valid.withPath(path).sendUndocumented(CALLS.caller(operation));
                    assertThat(reply.status()).as("%s: %s", path, reply.text()).isIn(400, 404);
                    assertNoLeak(reply);
                }
            }
        }
        assertNothingChanged();
    }

    @ParameterizedTest
    @MethodSource("operationsWithBody")
    void a_body_as_large_as_it_may_be_is_read(ApiOperation operation) {
        Call valid = CALLS.succeeding(operation);
        byte[] padded = BrokenJson.padded(new String(valid.body(), java.nio.charset.StandardCharsets.UTF_8), 64 * 1024);

        assertThat(valid.withBody(padded).send(CALLS.caller(operation)).status())
                .isIn(operation.successes());
    }

    @ParameterizedTest
    @MethodSource("operationsWithBody")
    void headers_that_cannot_be_read_are_no_failure_of_the_server(ApiOperation operation) {
        Call valid = CALLS.succeeding(operation);
        before = ADMIN.get(TENANT.path("/allowance"));
        Api caller = CALLS.caller(operation);
        for (String type :
                List.of("rubbish", "/", "application/json;charset", "application/json; charset=no-such", "")) {
            Reply reply = valid.withBody("{").with("Content-Type", type).sendUndocumented(caller);
            assertThat(reply.status()).as("<%s>: %s", type, reply.text()).isIn(400, 415);
            assertNoLeak(reply);
        }
        for (String accept : List.of("rubbish", "/", "application/json;q=x", "application/json;q=0", ",;,")) {
            Reply reply = valid.withBody("{").with("Accept", accept).sendUndocumented(caller);
            assertThat(reply.status()).as("<%s>: %s", accept, reply.text()).isIn(400, 406);
            assertNoLeak(reply);
        }
        assertNothingChanged();
    }

    private static boolean fits(BadBody bad, String pointer) {
        if (pointer.isEmpty()) {
            // What cannot be read as JSON, or is nested too deeply to be, is refused as a whole.
            return bad.fault() == Fault.SYNTAX
                    || bad.pointer().isEmpty()
                    || bad.description().contains("nested");
        }
        // Where one of two forms is wanted, either may be missed.
        String parent = bad.pointer().substring(0, Math.max(0, bad.pointer().lastIndexOf('/')));
        return pointer.equals(bad.pointer())
                || (bad.description().contains("alternative") && pointer.startsWith(parent + "/"));
    }

    private static List<String> pointers(Reply reply) {
        List<String> pointers = new ArrayList<>();
        for (JsonNode violation : reply.body().path("violations")) {
            assertThat(violation.path("detail").asText()).isNotBlank();
            pointers.add(violation.path("pointer").asText("no pointer"));
        }
        return pointers;
    }

    private void assertNothingChanged() {
        Reply now = ADMIN.get(TENANT.path("/allowance"));
        assertThat(now.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(now.body()).isEqualTo(before.body());
    }

    private static void assertNoLeak(Reply reply) {
        assertThat(LEAK.matcher(reply.text()).find()).as(reply.text()).isFalse();
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    }

    private static Stream<Parameter> parameters(ApiOperation operation) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.getIn().equals("query"));
    }

    private static <T> void inParallel(List<T> inputs, Consumer<T> check) {
        List<Future<?>> running = new ArrayList<>();
        inputs.forEach(input -> running.add(THREADS.submit(() -> check.accept(input))));
        assertThat(running).allSatisfy(Future::get);
    }
}
