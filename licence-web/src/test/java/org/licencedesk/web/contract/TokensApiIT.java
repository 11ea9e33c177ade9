package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

class TokensApiIT {

    private final Api operator = Api.of(Installation.shared().first());

    @Test
    void a_token_is_shown_once_works_and_is_dead_at_once() {
        TestTenant tenant = TestTenant.create(operator, 2);
        Reply issued = tenant.admin().post(tenant.path("/tokens"), "{'name':'payroll','role':'SYSTEM_ADMIN'}");
        assertThat(issued.status()).isEqualTo(201);
        String id = issued.body().path("id").asText();
        Api holder = operator.as(issued.body().path("token").asText());

        JsonNode unused = listed(tenant, id);
        assertThat(unused.required("lastUsedAt").isNull()).isTrue();
        assertThat(holder.get(tenant.path("/users")).status()).isEqualTo(200);
        JsonNode used = listed(tenant, id);
        assertThat(used.path("name").asText()).isEqualTo("payroll");
        assertThat(used.path("role").asText()).isEqualTo("SYSTEM_ADMIN");
        assertThat(used.required("lastUsedAt").isTextual()).isTrue();
        assertThat(tenant.admin().get(tenant.path("/tokens")).text())
                .doesNotContain(issued.body().path("token").asText());

        String path = tenant.path("/tokens/" + id);
        assertThat(tenant.admin().delete(path).status()).isEqualTo(204);
        assertThat(holder.get(tenant.path("/users")).status()).isEqualTo(401);
        assertThat(tenant.admin().delete(path).status()).isEqualTo(404);
        assertThat(Lists.walk(tenant.admin(), tenant.path("/tokens"), "id", () -> {}))
                .doesNotContain(id);
    }

    @Test // R54
    void a_token_ends_by_itself_when_it_was_made_to() {
        TestTenant tenant = TestTenant.create(operator, 2);
        Instant end = Instant.now().plusSeconds(5).truncatedTo(ChronoUnit.MILLIS);
        Reply issued = tenant.admin()
                .post(tenant.path("/tokens"), "{'name':'x','role':'SYSTEM_ADMIN','expiresAt':'" + end + "'}");
        assertThat(issued.status()).isEqualTo(201);
        String id = issued.body().path("id").asText();
        Api holder = operator.as(issued.body().path("token").asText());
        assertThat(holder.get(tenant.path("/users")).status()).isEqualTo(200);
        assertThat(Instant.parse(listed(tenant, id).path("expiresAt").asText())).isEqualTo(end);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> holder.get(tenant.path("/users")).status() == 401);

        assertThat(Instant.now()).isAfterOrEqualTo(end);
        assertThat(holder.get(tenant.path("/users")).text())
                .isEqualTo(
                        operator.as("no-such-token").get(tenant.path("/users")).text());
        assertThat(tenant.admin().delete(tenant.path("/tokens/" + id)).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01T00:00:00Z", "2099-01-01", "2099-01-01T00:00:00+01:00", "tomorrow", ""})
    void an_expiry_that_is_not_to_come_is_refused_at_its_place(String expiry) {
        TestTenant tenant = TestTenant.create(operator, 2);
        String manager = Calls.newManager(operator);

        Reply ofTenant =
                operator.post(tenant.path("/tokens"), "{'name':'x','role':'STANDARD','expiresAt':'" + expiry + "'}");
        Reply ofManager =
                operator.post("/account-managers/" + manager + "/tokens", "{'name':'x','expiresAt':'" + expiry + "'}");

        assertThat(List.of(ofTenant, ofManager)).allSatisfy(refusal -> {
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.body().at("/violations/0/pointer").asText()).isEqualTo("/expiresAt");
        });
    }

    @Test // R54
    void the_list_says_who_made_a_token() {
        TestTenant tenant = TestTenant.create(operator, 2);
        String id = tenant.admin()
                .post(tenant.path("/tokens"), "{'name':'x','role':'STANDARD'}")
                .body()
                .path("id")
                .asText();
        JsonNode made = listed(tenant, id);

        assertThat(made.path("createdBy").asText()).startsWith("token:");
        assertThat(made.required("expiresAt").isNull()).isTrue();
    }

    @Test
    void a_token_can_revoke_itself() {
        TestTenant tenant = TestTenant.create(operator, 2);
        Reply issued = operator.post(tenant.path("/tokens"), "{'name':'own','role':'SYSTEM_ADMIN'}");
        Api holder = operator.as(issued.body().path("token").asText());
        String path = tenant.path("/tokens/" + issued.body().path("id").asText());

        assertThat(holder.delete(path).status()).isEqualTo(204);
        assertThat(holder.delete(path).status()).isEqualTo(401);
    }

    @Test // R2
    void a_tenants_token_has_a_role_that_users_hold() {
        TestTenant tenant = TestTenant.create(operator, 2);

        assertThat(Stream.of("OPERATOR", "ACCOUNT_MANAGER", "standard", "")).allSatisfy(role -> {
            Reply refusal = operator.post(tenant.path("/tokens"), "{'name':'x','role':'" + role + "'}");
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.body().at("/violations/0/pointer").asText()).isEqualTo("/role");
        });
    }

    @Test // R3
    void another_tenants_token_is_not_there() {
        TestTenant tenant = TestTenant.create(operator, 2);
        TestTenant other = TestTenant.create(operator, 2);
        String foreign = operator.post(other.path("/tokens"), "{'name':'x','role':'STANDARD'}")
                .body()
                .path("id")
                .asText();

        assertThat(tenant.admin().delete(tenant.path("/tokens/" + foreign)).status())
                .isEqualTo(404);
        assertThat(operator.delete(tenant.path("/tokens/" + foreign)).status()).isEqualTo(404);
        assertThat(Lists.walk(other.admin(), other.path("/tokens"), "id", () -> {}))
                .contains(foreign);
    }

    @Test
    void the_list_is_walked_oldest_first_whatever_comes_and_goes() {
        TestTenant tenant = TestTenant.create(operator, 2);
        for (int i = 0; i < 5; i++) {
            tenant.issueToken("STANDARD");
        }
        List<String> before = Lists.walk(tenant.admin(), tenant.path("/tokens"), "id", () -> {});

        List<String> met = Lists.walk(tenant.admin(), tenant.path("/tokens?limit=2"), "id", () -> {
            Reply extra =
                    operator.send("POST", tenant.path("/tokens"), "{\"name\":\"x\",\"role\":\"STANDARD\"}", Map.of());
            operator.delete(tenant.path("/tokens/" + extra.body().path("id").asText()));
        });

        assertThat(met).isEqualTo(before);
        assertThat(tenant.admin()
                        .get(tenant.path("/tokens?limit=6"))
                        .body()
                        .required("next")
                        .isNull())
                .isTrue();
    }

    private static JsonNode listed(TestTenant tenant, String id) {
        for (JsonNode token : tenant.admin().get(tenant.path("/tokens")).body().path("items")) {
            if (token.path("id").asText().equals(id)) {
                return token;
            }
        }
        throw new AssertionError(id + " is not listed");
    }
}
