package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

/** Every operation of the document, by everyone there is: a new operation cannot escape it (R1, R2, R3). */
class AccessMatrixIT {

    private static final ApiDocument DOCUMENT = ApiDocument.load();

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private static final Api OPERATOR = Api.of(Installation.shared().first());

    private static final TestTenant OWN = TestTenant.create(OPERATOR, 5000);

    private static final TestTenant OTHER = TestTenant.create(OPERATOR, 5);

    private static final Calls CALLS = new Calls(OWN, OPERATOR, Calls.newManager(OPERATOR));

    /** Who calls. */
    private enum Caller {
        NOBODY("", false, () -> ""),
        BROKEN("", false, () -> "no-such-token"),
        REVOKED("", false, AccessMatrixIT::revokedToken),
        STANDARD("STANDARD", true, () -> OWN.issueToken("STANDARD")),
        ADMIN("SYSTEM_ADMIN", true, () -> OWN.issueToken("SYSTEM_ADMIN")),
        ADMIN_OF_ANOTHER("SYSTEM_ADMIN", false, () -> OTHER.issueToken("SYSTEM_ADMIN")),
        MANAGER("ACCOUNT_MANAGER", true, () -> CALLS.managerToken()),
        MANAGER_OF_ANOTHER("ACCOUNT_MANAGER", false, () -> managerToken(OTHER)),
        OPERATOR("OPERATOR", true, () -> Installation.OPERATOR);

        private final String role;
        private final boolean seesTenant;
        private final Api api;

        Caller(String role, boolean seesTenant, java.util.function.Supplier<String> token) {
            this.role = role;
            this.seesTenant = seesTenant;
            this.api = AccessMatrixIT.OPERATOR.as(token.get());
        }

        /** The refusal of the operation, or 0 if it is allowed. */
        int refusal(ApiOperation operation) {
            if (operation.isPublic()) {
                return 0;
            }
            if (role.isEmpty()) {
                return 401;
            }
            if (operation.path().contains("{tenant}") && !seesTenant) {
                return 404;
            }
            return operation.roles().contains(role) ? 0 : 403;
        }
    }

    static Stream<ApiOperation> operations() {
        return DOCUMENT.operations().stream();
    }

    static Stream<String> paths() {
        return operations().map(ApiOperation::path).distinct();
    }

    @BeforeAll
    static void both_tenants_have_what_the_operations_need() {
        assertThat(Caller.values()).allSatisfy(caller -> assertThat(caller.api).isNotNull());
    }

    @AfterAll
    static void nobody_changed_the_other_tenant() {
        assertThat(OTHER.figures()).isEqualTo(Map.of("maximum", 5, "occupied", 1));
        assertThat(lastEntry(OTHER)).isEqualTo(3);
    }

    // R1, R2, R3
    @ParameterizedTest
    @MethodSource("operations")
    void each_caller_gets_what_the_rules_say(ApiOperation operation) {
        Call refused = CALLS.succeeding(operation);
        long before = lastEntry(OWN);
        callers()
                .filter(caller -> caller.refusal(operation) != 0)
                .forEach(caller -> assertRefused(refused.send(caller.api), caller.refusal(operation), caller));
        assertThat(lastEntry(OWN)).isEqualTo(before);
        callers().filter(caller -> caller.refusal(operation) == 0).forEach(caller -> {
            Reply reply = CALLS.succeeding(operation).send(caller.api);
            assertThat(operation.successes()).as("%s: %s", caller, reply.text()).contains(reply.status());
        });
    }

    // R3
    @ParameterizedTest
    @MethodSource("operations")
    void what_is_not_there_is_not_found_by_any_role(ApiOperation operation) {
        Call call = CALLS.succeeding(operation);
        for (String nothing : Calls.pathsToNothing(operation, call.path())) {
            Call lost = call.withPath(nothing);
            callers().forEach(caller -> {
                int expected = caller.role.isEmpty() ? 401 : 404;
                assertRefused(lost.send(caller.api), expected, caller);
                assertRefused(lost.with("Accept", "text/html").send(caller.api), expected, caller);
                if (operation.body().isPresent()) {
                    assertRefused(lost.with("Content-Type", "text/plain").send(caller.api), expected, caller);
                    assertRefused(lost.withBody("{").send(caller.api), expected, caller);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void the_caller_is_judged_before_the_request(ApiOperation operation) {
        Call call = CALLS.succeeding(operation);
        callers().forEach(caller -> {
            int refusal = caller.refusal(operation);
            assertRefused(call.with("Accept", "text/html").send(caller.api), refusal == 0 ? 406 : refusal, caller);
            if (operation.body().isPresent()) {
                Call text = call.with("Content-Type", "text/plain");
                assertRefused(text.send(caller.api), refusal == 0 ? 415 : refusal, caller);
                assertRefused(call.withBody("{").send(caller.api), refusal == 0 ? 400 : refusal, caller);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("paths")
    void another_method_is_refused_after_the_caller(String path) {
        List<ApiOperation> here =
                operations().filter(each -> each.path().equals(path)).toList();
        ApiOperation first = here.get(0);
        Call call = CALLS.succeeding(first).withBody("");
        Set<String> known = here.stream().map(ApiOperation::method).collect(Collectors.toSet());
        List<String> others = new ArrayList<>(METHODS);
        others.removeAll(known);
        for (String method : others) {
            callers().forEach(caller -> {
                Reply reply = call.withMethod(method).sendUndocumented(caller.api);
                int refusal = refusalOfAnyMethod(caller, path);
                assertRefused(reply, refusal == 0 ? 405 : refusal, caller);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void head_is_like_get_and_options_does_nothing(ApiOperation operation) {
        Call call = CALLS.succeeding(operation);
        long before = lastEntry(OWN);
        callers().forEach(caller -> {
            if (operation.method().equals("GET")) {
                int expected = caller.refusal(operation) == 0 ? 200 : caller.refusal(operation);
                Reply head = call.withMethod("HEAD").sendUndocumented(caller.api);
                assertThat(head.status()).as(caller.name()).isEqualTo(expected);
                assertThat(head.text()).isEmpty();
            }
            Reply options = call.withMethod("OPTIONS").withBody("").sendUndocumented(caller.api);
            int refusal = refusalOfAnyMethod(caller, operation.path());
            assertThat(options.status()).as("%s: %s", caller, options.text()).isEqualTo(refusal == 0 ? 200 : refusal);
            assertThat(options.text()).doesNotContain("wadl");
        });
        assertThat(lastEntry(OWN)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_token_counts_only_as_a_bearer_token_of_its_header(ApiOperation operation) {
        if (operation.isPublic()) {
            return;
        }
        Call call = CALLS.succeeding(operation);
        Api nobody = OPERATOR.as("");
        String token = Installation.OPERATOR;
        String query = (call.path().contains("?") ? "&" : "?") + "access_token=" + token;
        assertRefused(call.withPath(call.path() + query).send(nobody), 401, Caller.NOBODY);
        for (String header : List.of("Basic " + token, "Token " + token, token, "Bearer", "Bearer " + token + " x")) {
            assertRefused(call.with("Authorization", header).send(nobody), 401, Caller.NOBODY);
        }
        for (String cookie : List.of("JSESSIONID=" + token, "token=" + token, "Authorization=Bearer " + token)) {
            assertRefused(call.with("Cookie", cookie).send(nobody), 401, Caller.NOBODY);
        }
    }

    /** @return what somebody gets who may call no method of the path, or 0 for those who may call one */
    private static int refusalOfAnyMethod(Caller caller, String path) {
        if (caller.role.isEmpty()) {
            return 401;
        }
        List<Integer> refusals = operations()
                .filter(operation -> operation.path().equals(path))
                .map(caller::refusal)
                .toList();
        return refusals.contains(0) ? 0 : refusals.get(0);
    }

    private static void assertRefused(Reply reply, int status, Caller caller) {
        assertThat(reply.status()).as("%s: %s", caller, reply.text()).isEqualTo(status);
        assertThat(reply.code()).isNotEmpty();
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        if (status == 401) {
            assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    private static Stream<Caller> callers() {
        return Arrays.stream(Caller.values());
    }

    private static long lastEntry(TestTenant tenant) {
        return Long.parseLong(
                tenant.admin().get(tenant.path("/allowance")).header("ETag").replace("\"", ""));
    }

    private static String managerToken(TestTenant tenant) {
        String manager = Calls.newManager(OPERATOR);
        assertThat(OPERATOR.patch(tenant.path(""), "{'accountManager':{'id':'" + manager + "'}}")
                        .status())
                .isEqualTo(200);
        return OPERATOR.post("/account-managers/" + manager + "/tokens", "{'name':'of a test'}")
                .body()
                .required("token")
                .asText();
    }

    private static String revokedToken() {
        Reply issued = OPERATOR.post(OWN.path("/tokens"), "{'name':'revoked','role':'SYSTEM_ADMIN'}");
        String id = issued.body().required("id").asText();
        assertThat(OPERATOR.delete(OWN.path("/tokens/" + id)).status()).isEqualTo(204);
        return issued.body().required("token").asText();
    }
}
