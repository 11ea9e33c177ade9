package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.parameters.Parameter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.RawClient;
import org.licencedesk.web.fixture.RawClient.Answer;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

/** What HTTP demands of every operation, whatever it does: its query, its headers, the writing of its path. */
class StrictRequestIT {

    private static final ApiDocument DOCUMENT = ApiDocument.load();

    private static final URI NODE = Installation.shared().first().baseUri();

    private static final Api OPERATOR = Api.of(Installation.shared().first());

    private static final TestTenant TENANT = TestTenant.create(OPERATOR, 1000);

    private static final Calls CALLS = new Calls(TENANT, OPERATOR, Calls.newManager(OPERATOR));

    static Stream<ApiOperation> operations() {
        return DOCUMENT.operations().stream();
    }

    static Stream<ApiOperation> operationsWithParameters() {
        return operations().filter(operation -> parameters(operation).findAny().isPresent());
    }

    static Stream<ApiOperation> operationsWithBody() {
        return DOCUMENT.withBody().stream();
    }

    static Stream<ApiOperation> changes() {
        return operations().filter(ApiOperation::isChange);
    }

    static Stream<ApiOperation> operationsWithTag() {
        return operations().filter(operation -> operation.takesHeader("If-None-Match"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_parameter_that_the_operation_does_not_declare_is_refused_by_its_name(ApiOperation operation) {
        Call valid = CALLS.succeeding(operation);
        Api caller = CALLS.caller(operation);
        for (String name : List.of("limt", "LIMIT", "access_token", "_")) {
            assertRefused(withQuery(valid, name + "=1").send(caller), name);
        }
        Reply written = withQuery(valid, "l%69mt=1").send(caller);
        assertRefused(written, "limt");
        assertThat(valid.send(caller).status()).isIn(operation.successes());
    }

    @ParameterizedTest
    @MethodSource("operationsWithParameters")
    void a_single_parameter_is_there_once(ApiOperation operation) {
        Call valid = CALLS.succeeding(operation);
        String path = valid.path().replaceAll("\\?.*", "");
        parameters(operation)
                .filter(parameter -> !parameter.getSchema().getType().equals("array"))
                .forEach(parameter -> {
                    String name = parameter.getName();
                    String query = "?" + name + "=1&" + name + "=1";
                    assertRefused(valid.withPath(path + query).send(CALLS.caller(operation)), name);
                });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_query_that_cannot_be_decoded_is_refused_by_the_name_of_the_parameter(ApiOperation operation) {
        String path = CALLS.succeeding(operation).path().replaceAll("\\?.*", "");
        for (String value : List.of("%", "%2", "%zz", "%ff", "%c0%af", "\u00e9")) {
            Answer refused = new RawClient(NODE)
                    .send(
                            operation.method(),
                            DOCUMENT.base() + path + "?a=1&limit=" + value,
                            List.of("Authorization: Bearer " + Installation.OPERATOR));
            assertThat(refused.status()).as(value).isEqualTo(400);
            assertThat(refused.body()).as(value).contains("\"parameter\":\"limit\"", "\"code\":\"invalid-request\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"status=ACTIVE&status=ROOM", "status=ACTIVE,ROOM", "status=ROOM,ROOM&status=ACTIVE&status="})
    void a_list_means_the_same_in_whatever_way_it_is_written(String query) {
        TestTenant tenant = TestTenant.create(OPERATOR, 3);
        tenant.add("room", "ROOM");
        tenant.add("asset", "ASSET");

        Reply found = tenant.admin().get(tenant.path("/users?" + query));

        assertThat(found.body().path("items").findValuesAsText("userName")).containsExactly("admin", "room");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_method_that_is_none_says_which_are(ApiOperation operation) {
        String path = CALLS.succeeding(operation).path();
        Set<String> known = operations()
                .filter(each -> each.path().equals(operation.path()))
                .map(ApiOperation::method)
                .collect(Collectors.toCollection(TreeSet::new));
        known.add("OPTIONS");
        if (known.contains("GET")) {
            known.add("HEAD");
        }

        Reply refused =
                CALLS.caller(operation).sendUndocumented("PROPFIND", path, new byte[0], Map.of("Accept", "*/*"));

        assertThat(refused.code()).isEqualTo("method-not-allowed");
        assertThat(Arrays.stream(refused.header("Allow").split(",")).map(String::strip))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @ParameterizedTest
    @MethodSource("operationsWithBody")
    void a_body_of_another_type_is_told_which_is_taken(ApiOperation operation) {
        Call valid = CALLS.succeeding(operation);
        String header =
                Map.of("PATCH", "Accept-Patch", "POST", "Accept-Post").getOrDefault(operation.method(), "Accept");

        Reply refused = valid.with("Content-Type", "text/plain").send(CALLS.caller(operation));

        assertThat(refused.code()).isEqualTo("unsupported-media-type");
        assertThat(refused.header(header))
                .isEqualTo(operation.body().orElseThrow().mediaType());
        assertThat(refused.header("Accept-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operationsWithBody")
    void a_body_is_sent_as_it_is(ApiOperation operation) {
        Call valid = CALLS.succeeding(operation);
        Api caller = CALLS.caller(operation);
        for (String coding : List.of("gzip", "GZIP", "br", "identity, deflate", "x")) {
            Reply refused = valid.with("Content-Encoding", coding).send(caller);
            assertThat(refused.code()).as(coding).isEqualTo("unsupported-media-type");
            assertThat(refused.header("Accept-Encoding")).isEqualTo("identity");
        }
        assertThat(valid.with("Content-Encoding", "Identity").send(caller).status())
                .isIn(operation.successes());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void what_is_not_taken_is_not_sent(ApiOperation operation) {
        Call valid = CALLS.succeeding(operation);
        Api caller = CALLS.caller(operation);
        for (String accept : List.of(
                "application/json;q=0",
                "application/json; Q=0.000, */*",
                "*/*;q=0",
                "application/*;q=0",
                "text/plain, application/*;q=0.0",
                "text/plain")) {
            Reply refused = valid.with("Accept", accept).send(caller);
            assertThat(refused.code()).as(accept).isEqualTo("not-acceptable");
        }
        assertThat(valid.with("Accept", "*/*;q=0, application/json;q=0.001")
                        .send(caller)
                        .status())
                .isIn(operation.successes());
    }

    @ParameterizedTest
    @MethodSource("operationsWithTag")
    void who_knows_it_already_is_told_so_and_gets_nothing(ApiOperation operation) {
        Call valid = CALLS.succeeding(operation);
        Api caller = CALLS.caller(operation);
        String tag = valid.send(caller).header("ETag");
        for (String method : List.of("GET", "HEAD")) {
            Call call = valid.withMethod(method);
            for (String known : List.of(tag, "W/" + tag, "*", "\"x,y\", W/\"0\" ,  " + tag)) {
                Reply same = call.with("If-None-Match", known).sendUndocumented(caller);
                assertThat(same.status()).as("%s %s", method, known).isEqualTo(304);
                assertThat(same.header("ETag")).isEqualTo(tag);
                assertThat(same.text()).isEmpty();
            }
            for (String other : List.of("\"999999\"", "W/\"x\"", tag.replace("\"", ""), "\"" + tag, "")) {
                Reply sent = call.with("If-None-Match", other).sendUndocumented(caller);
                assertThat(sent.status()).as("%s %s", method, other).isEqualTo(200);
            }
        }
        assertThat(valid.with("If-None-Match", tag).send(caller).status()).isEqualTo(304);
        assertThat(valid.withPath(valid.path() + "x")
                        .with("If-None-Match", "*")
                        .sendUndocumented(caller)
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest // R36
    @MethodSource("changes")
    void two_idempotency_keys_are_none(ApiOperation operation) {
        Call valid = CALLS.succeeding(operation);
        String token = operation.roles().contains("SYSTEM_ADMIN")
                ? TENANT.issueToken("SYSTEM_ADMIN")
                : operation.roles().contains("OPERATOR") ? Installation.OPERATOR : CALLS.managerToken();
        List<String> lines = new ArrayList<>(List.of(
                "Authorization: Bearer " + token,
                "Idempotency-Key: " + Calls.unique(),
                "Idempotency-Key: " + Calls.unique(),
                "Content-Length: " + valid.body().length));
        valid.headers().forEach((name, value) -> lines.add(name + ": " + value));
        String head = valid.method() + " " + DOCUMENT.base() + valid.path() + " HTTP/1.1\r\nHost: "
                + NODE.getAuthority() + "\r\nConnection: close\r\n" + String.join("\r\n", lines) + "\r\n\r\n";

        Answer refused = new RawClient(NODE).send(head + new String(valid.body(), StandardCharsets.ISO_8859_1));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("\"header\":\"Idempotency-Key\"");
        assertThat(valid.send(CALLS.caller(operation)).status()).isIn(operation.successes());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_slash_at_the_end_makes_no_other_resource(ApiOperation operation) {
        Call valid = CALLS.succeeding(operation);
        String[] parts = valid.path().split("\\?", 2);
        String path = parts[0] + "/" + (parts.length == 2 ? "?" + parts[1] : "");

        Reply answer = valid.withPath(path).sendUndocumented(CALLS.caller(operation));

        assertThat(answer.status()).as(answer.text()).isIn(operation.successes());
    }

    @Test // R36
    void a_key_belongs_to_the_resource_in_whatever_way_its_path_is_written() {
        Map<String, String> key = Map.of("Idempotency-Key", Calls.unique());
        byte[] body =
                TENANT.newUser(Calls.unique(), "ACTIVE").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        String path = TENANT.path("/users");

        Reply first = TENANT.admin().sendUndocumented("POST", path, body, key);

        assertThat(first.status()).isEqualTo(201);
        for (String other : List.of(path + "/", path + ";a=b")) {
            Reply again = TENANT.admin().sendUndocumented("POST", other, body, key);
            assertThat(again.status()).as(other + again.text()).isEqualTo(201);
            assertThat(again.body().path("user")).isEqualTo(first.body().path("user"));
        }
    }

    private static Call withQuery(Call call, String parameter) {
        return call.withPath(call.path() + (call.path().contains("?") ? "&" : "?") + parameter);
    }

    private static void assertRefused(Reply reply, String parameter) {
        assertThat(reply.status()).as("%s: %s", parameter, reply.text()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("invalid-request");
        assertThat(reply.body().at("/violations/0/parameter").asText()).isEqualTo(parameter);
        assertThat(reply.body().at("/violations/0/detail").asText()).isNotBlank();
    }

    private static Stream<Parameter> parameters(ApiOperation operation) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.getIn().equals("query"));
    }
}
