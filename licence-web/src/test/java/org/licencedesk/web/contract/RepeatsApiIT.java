package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

/** A repeated request with the same idempotency key does nothing again and gets the first answer (R36). */
class RepeatsApiIT {

    private static final ApiDocument DOCUMENT = ApiDocument.load();

    private static final Api OPERATOR = Api.of(Installation.shared().first());

    private static final TestTenant TENANT = TestTenant.create(OPERATOR, 100);

    private static final Calls CALLS = new Calls(TENANT, OPERATOR, Calls.newManager(OPERATOR));

    static Stream<ApiOperation> repeatable() {
        return DOCUMENT.operations().stream().filter(operation -> operation.takesHeader("Idempotency-Key"));
    }

    @ParameterizedTest
    @MethodSource("repeatable")
    void a_repeat_gets_the_first_answer_less_its_secret_and_does_nothing(ApiOperation operation) {
        Api caller = CALLS.caller(operation);
        String key = Calls.unique();
        Call call = CALLS.succeeding(operation);

        Reply first = call.with("Idempotency-Key", key).send(caller);
        String tag = tag();
        Reply second = call.with("Idempotency-Key", "\"" + key + "\"").send(caller);

        assertThat(first.status()).as(first.text()).isIn(operation.successes());
        assertThat(second.status()).as(second.text()).isEqualTo(first.status());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        if (first.body() instanceof ObjectNode answer) {
            answer.remove("signInLink");
        }
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @MethodSource("repeatable")
    void the_key_with_another_body_is_refused(ApiOperation operation) {
        Api caller = CALLS.caller(operation);
        String key = Calls.unique();
        Call first = CALLS.succeeding(operation);
        if (first.body().length == 0) {
            return;
        }
        assertThat(first.with("Idempotency-Key", key).send(caller).status()).isIn(operation.successes());
        String tag = tag();

        byte[] more = BrokenJson.padded(new String(first.body(), java.nio.charset.StandardCharsets.UTF_8), 4000);
        Reply reused = first.withBody(more).with("Idempotency-Key", key).send(caller);

        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.code()).isEqualTo("idempotency-key-reused");
        assertThat(tag()).isEqualTo(tag);
    }

    @Test
    void a_key_belongs_to_its_tenant_and_path() {
        TestTenant other = TestTenant.create(OPERATOR, 10);
        Map<String, String> key = Map.of("Idempotency-Key", Calls.unique());
        String path = TENANT.path("/users/" + TENANT.add(Calls.unique(), "ACTIVE"));
        String body = "{\"status\":\"LOCKED\"}";

        assertThat(TENANT.admin().send("PUT", path + "/status", body, key).status())
                .isEqualTo(200);
        String second = TENANT.path("/users/" + TENANT.add(Calls.unique(), "ACTIVE"));
        assertThat(TENANT.admin()
                        .send("PUT", second + "/status", body, key)
                        .body()
                        .at("/user/status")
                        .asText())
                .isEqualTo("LOCKED");
        String add = other.newUser("someone", "ACTIVE").replace('\'', '"');
        assertThat(other.admin().send("POST", other.path("/users"), add, key).status())
                .isEqualTo(201);
        assertThat(TENANT.admin().send("POST", TENANT.path("/users"), add, key).status())
                .isEqualTo(201);
    }

    @Test
    void another_token_of_the_tenant_repeats_the_same_request() {
        Map<String, String> key = Map.of("Idempotency-Key", Calls.unique());
        String body = TENANT.newUser(Calls.unique(), "ACTIVE").replace('\'', '"');

        Reply first = TENANT.admin().send("POST", TENANT.path("/users"), body, key);
        Reply second = OPERATOR.as(TENANT.issueToken("SYSTEM_ADMIN")).send("POST", TENANT.path("/users"), body, key);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body().path("user")).isEqualTo(first.body().path("user"));
        assertThat(first.body().has("signInLink")).isTrue();
        assertThat(second.body().has("signInLink")).isFalse();
    }

    @Test
    void a_refusal_is_not_kept() {
        TestTenant tenant = TestTenant.create(OPERATOR, 1);
        Map<String, String> key = Map.of("Idempotency-Key", Calls.unique());
        String body = tenant.newUser("someone", "ACTIVE").replace('\'', '"');

        assertThat(tenant.admin().send("POST", tenant.path("/users"), body, key).status())
                .isEqualTo(409);
        OPERATOR.put(tenant.path("/allowance/correction"), "{'maximum':2,'reason':'more'}");
        assertThat(tenant.admin().send("POST", tenant.path("/users"), body, key).status())
                .isEqualTo(201);
    }

    private static String tag() {
        return TENANT.admin().get(TENANT.path("/allowance")).header("ETag");
    }
}
