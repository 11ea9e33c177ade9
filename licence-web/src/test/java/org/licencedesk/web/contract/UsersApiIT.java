package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TenantRows;
import org.licencedesk.web.fixture.TestTenant;
import org.licencedesk.web.fixture.Visitor;

class UsersApiIT {

    private static final Set<String> WITH_SEAT = Set.of("ACTIVE", "LOCKED");

    private static final Set<String> THINGS = Set.of("ROOM", "RESOURCE", "ASSET", "QUEUE");

    private final Api operator = Api.of(Installation.shared().first());

    @Test // R12
    void a_user_is_added_without_a_question_while_a_seat_is_available() {
        TestTenant tenant = TestTenant.create(operator, 2);

        Reply added = tenant.admin()
                .post(
                        tenant.path("/users"),
                        "{'userName':'7Anna@x','displayName':' Anna Å ','email':'anna@x.example'}");

        assertThat(added.status()).isEqualTo(201);
        JsonNode user = added.body().path("user");
        assertThat(user.path("userName").asText()).isEqualTo("7Anna@x");
        assertThat(user.path("displayName").asText()).isEqualTo("Anna Å");
        assertThat(user.path("role").asText()).isEqualTo("STANDARD");
        assertThat(user.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(user.required("lastSignInAt").isNull()).isTrue();
        assertThat(added.body().at("/figures/occupied").asInt()).isEqualTo(2);
        assertThat(added.body().at("/figures/available").asInt()).isZero();
        assertThat(added.body().path("signInLink").asText()).contains("/password?token=");
        assertThat(added.header("Location"))
                .endsWith("/api/v1" + tenant.path("/users/" + user.path("id").asText()));
        Reply shown = tenant.admin().get(tenant.path("/users/" + user.path("id").asText()));
        assertThat(shown.body()).isEqualTo(user);
        assertThat(shown.header("ETag")).isEqualTo(added.header("ETag"));
    }

    @ParameterizedTest // R40
    @ValueSource(strings = {"zoë", " zoë", "zoë\u00a0", "\u3000ZOE\u0308 "})
    void one_name_is_one_however_it_was_pasted(String typed) {
        TestTenant tenant = TestTenant.create(operator, 3);
        tenant.add("zoë", "ACTIVE");

        String body = "{'userName':'" + typed + "','displayName':'x','email':'x@test.example'}";
        assertThat(tenant.admin().post(tenant.path("/users"), body).code()).isEqualTo("user-name-taken");
    }

    @Test
    void the_database_is_not_asked_for_more_connections_to_clean_up_after_users_were_added_and_shown() {
        TestTenant tenant = TestTenant.create(operator, 40);
        TenantRows rows = new TenantRows(Installation.shared().database());
        String opened = "select variable_value from information_schema.global_status"
                + " where variable_name = 'Connections' and ? <> ''";
        tenant.add("first", "ACTIVE");
        long before = rows.number(opened, tenant);

        for (int i = 0; i < 15; i++) {
            tenant.add("user" + i, "ACTIVE");
            tenant.figures();
        }

        // The counting itself, and what timers take from the pool meanwhile.
        assertThat(rows.number(opened, tenant) - before).isLessThan(10);
    }

    @ParameterizedTest // R15, R17, R21
    @ValueSource(strings = {"ACTIVE", "LOCKED", "INACTIVE", "ROOM", "RESOURCE", "ASSET", "QUEUE"})
    void each_status_says_what_it_means_and_only_two_need_a_seat(String status) {
        TestTenant tenant = TestTenant.create(operator, 1);

        Reply added = tenant.post("someone", status);

        if (WITH_SEAT.contains(status)) {
            assertThat(added.code()).isEqualTo("increase-not-confirmed");
            added = confirmed(tenant, "/users", tenant.newUser("someone", status), added);
        }
        JsonNode user = added.body().path("user");
        assertThat(user.path("status").asText()).isEqualTo(status);
        assertThat(user.path("occupiesSeat").asBoolean()).isEqualTo(WITH_SEAT.contains(status));
        assertThat(user.path("canSignIn").asBoolean()).isEqualTo(status.equals("ACTIVE"));
        assertThat(user.path("assignable").asBoolean()).isEqualTo(!status.equals("INACTIVE"));
        assertThat(added.body().has("signInLink")).isEqualTo(status.equals("ACTIVE"));
        int maximum = WITH_SEAT.contains(status) ? 2 : 1;
        assertThat(tenant.figures()).isEqualTo(Map.of("maximum", maximum, "occupied", maximum));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACTIVE", "LOCKED", "INACTIVE", "ROOM", "RESOURCE", "ASSET", "QUEUE"})
    void people_need_a_mail_address_and_things_do_not(String status) {
        TestTenant tenant = TestTenant.create(operator, 3);
        String body = "{'userName':'someone','displayName':'x','status':'" + status + "'}";

        Reply added = tenant.admin().post(tenant.path("/users"), body);

        if (THINGS.contains(status)) {
            assertThat(added.status()).isEqualTo(201);
            assertThat(added.body().path("user").required("email").isNull()).isTrue();
        } else {
            assertThat(added.status()).isEqualTo(400);
            assertThat(added.body().at("/violations/0/pointer").asText()).isEqualTo("/email");
        }
    }

    @Test // R14, R16
    void adding_beyond_the_allowance_asks_and_then_does_both_together() {
        TestTenant tenant = TestTenant.create(operator, 1);

        Reply asked = tenant.post("second", "ACTIVE");
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.body().at("/quote/raiseTo").asInt()).isEqualTo(2);
        assertThat(asked.body().at("/figures/available").asInt()).isZero();
        assertThat(names(tenant)).containsExactly("admin");

        Reply added = confirmed(tenant, "/users", tenant.newUser("second", "ACTIVE"), asked);
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body().at("/figures/maximum").asInt()).isEqualTo(2);
        assertThat(tenant.figures()).isEqualTo(Map.of("maximum", 2, "occupied", 2));
    }

    @Test // R14
    void consent_where_no_increase_is_needed_buys_nothing() {
        TestTenant tenant = TestTenant.create(operator, 1);
        Reply asked = tenant.post("second", "ACTIVE");
        operator.put(tenant.path("/allowance/correction"), "{'maximum':5,'reason':'more'}");

        assertThat(confirmed(tenant, "/users", tenant.newUser("second", "ACTIVE"), asked)
                        .status())
                .isEqualTo(201);
        assertThat(tenant.figures()).isEqualTo(Map.of("maximum", 5, "occupied", 2));
    }

    @Test
    void a_user_name_is_used_once_whatever_its_case_and_again_after_deletion() {
        TestTenant tenant = TestTenant.create(operator, 5);
        String id = tenant.add("anna", "ACTIVE");

        for (String name : List.of("anna", "ANNA", "Anna")) {
            Reply refusal = tenant.post(name, "ROOM");
            assertThat(refusal.status()).isEqualTo(409);
            assertThat(refusal.code()).isEqualTo("user-name-taken");
        }
        assertThat(tenant.admin().delete(tenant.path("/users/" + id)).status()).isEqualTo(204);
        assertThat(tenant.post("Anna", "ACTIVE").status()).isEqualTo(201);
    }

    @Test // R20, R22
    void a_deleted_user_frees_the_seat_and_is_found_nowhere() {
        TestTenant tenant = TestTenant.create(operator, 2);
        String path = tenant.path("/users/" + tenant.add("anna", "LOCKED"));

        assertThat(tenant.admin().delete(path).status()).isEqualTo(204);

        assertThat(tenant.figures()).isEqualTo(Map.of("maximum", 2, "occupied", 1));
        assertThat(names(tenant)).containsExactly("admin");
        assertThat(tenant.admin().delete(path).status()).isEqualTo(404);
        assertThat(tenant.admin().get(path).status()).isEqualTo(404);
        assertThat(tenant.admin().patch(path, "{'displayName':'x'}").status()).isEqualTo(404);
        assertThat(tenant.admin().put(path + "/status", "{'status':'ACTIVE'}").status())
                .isEqualTo(404);
        assertThat(tenant.admin()
                        .send("POST", path + "/sign-in-link", "", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_patch_changes_what_it_names_and_nothing_else() {
        TestTenant tenant = TestTenant.create(operator, 2);
        String path = tenant.path("/users/" + tenant.add("anna", "ROOM"));
        JsonNode before = tenant.admin().get(path).body();

        assertThat(tenant.admin().patch(path, "{}").body()).isEqualTo(before);
        JsonNode renamed =
                tenant.admin().patch(path, "{'displayName':'Anna Berg'}").body();
        assertThat(renamed.path("displayName").asText()).isEqualTo("Anna Berg");
        assertThat(renamed.path("email")).isEqualTo(before.path("email"));
        JsonNode mailed =
                tenant.admin().patch(path, "{'email':'new@x.example'}").body();
        assertThat(mailed.path("email").asText()).isEqualTo("new@x.example");
        JsonNode without = tenant.admin().patch(path, "{'email':null}").body();
        assertThat(without.required("email").isNull()).isTrue();
        assertThat(without.path("displayName").asText()).isEqualTo("Anna Berg");
        assertThat(tenant.admin()
                        .patch(path, "{'role':'SYSTEM_ADMIN'}")
                        .body()
                        .path("role")
                        .asText())
                .isEqualTo("SYSTEM_ADMIN");
        for (String member : List.of("status", "id", "password", "occupiesSeat")) {
            Reply refusal = tenant.admin().patch(path, "{'" + member + "':'ACTIVE'}");
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.body().at("/violations/0/pointer").asText()).isEqualTo("/" + member);
        }
    }

    @Test // R38, R41
    void a_user_name_is_changed_while_it_is_free_and_identity_seat_and_session_stay() {
        TestTenant tenant = TestTenant.create(operator, 3);
        tenant.add("ben", "ACTIVE");
        String id = tenant.admin()
                .get(tenant.path("/users?q=admin"))
                .body()
                .at("/items/0/id")
                .asText();
        String path = tenant.path("/users/" + id);
        Visitor ada = new Visitor(Installation.shared().first().baseUri());
        ada.signIn(tenant.slug(), "admin", TestTenant.PASSWORD);

        assertThat(tenant.admin().patch(path, "{'userName':' BEN'}").code()).isEqualTo("user-name-taken");
        Reply renamed = tenant.admin().patch(path, "{'userName':'\u00a0ada.lindt '}");

        assertThat(renamed.body().path("userName").asText()).isEqualTo("ada.lindt");
        assertThat(renamed.body().path("id").asText()).isEqualTo(id);
        assertThat(renamed.header("ETag")).isEqualTo(tenant.admin().get(path).header("ETag"));
        assertThat(tenant.figures()).isEqualTo(Map.of("maximum", 3, "occupied", 2));
        assertThat(ada.get("/users").statusCode()).isEqualTo(200);
        Visitor again = new Visitor(Installation.shared().first().baseUri());
        assertThat(again.signIn(tenant.slug(), "admin", TestTenant.PASSWORD).statusCode())
                .isEqualTo(200);
        assertThat(again.signIn(tenant.slug(), "ada.lindt", TestTenant.PASSWORD).statusCode())
                .isEqualTo(303);
        JsonNode ledger =
                tenant.admin().get(tenant.path("/ledger?limit=200")).body().path("items");
        JsonNode last = ledger.get(ledger.size() - 1);
        assertThat(last.path("kind").asText()).isEqualTo("USER_CHANGED");
        assertThat(last.path("reason").asText()).matches("User name changed; former user name sha256:[0-9a-f]{64}");
        JsonNode kept = tenant.admin().get(path + "/export").body().at("/user/formerUserNames");
        assertThat(kept).singleElement().satisfies(former -> {
            assertThat(former.path("userName").asText()).isEqualTo("admin");
            assertThat(former.path("changedBy").asLong())
                    .isEqualTo(last.path("seq").asLong());
        });
        assertThat(tenant.admin()
                        .get(tenant.path("/ledger/verification"))
                        .body()
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_person_keeps_a_mail_address() {
        TestTenant tenant = TestTenant.create(operator, 3);
        String person = tenant.path("/users/" + tenant.add("anna", "INACTIVE"));
        Reply room = tenant.admin()
                .post(tenant.path("/users"), "{'userName':'room','displayName':'x','status':'ROOM','email':null}");
        String thing = tenant.path("/users/" + room.body().at("/user/id").asText());

        for (Reply refusal : List.of(
                tenant.admin().patch(person, "{'email':null}"),
                tenant.admin().put(thing + "/status", "{'status':'ACTIVE'}"),
                tenant.admin().put(thing + "/status", "{'status':'INACTIVE'}"))) {
            assertThat(refusal.status()).isEqualTo(409);
            assertThat(refusal.code()).isEqualTo("email-missing");
        }
        assertThat(tenant.admin().put(thing + "/status", "{'status':'QUEUE'}").status())
                .isEqualTo(200);
    }

    @Test
    void a_stale_tag_changes_no_user_and_a_fresh_one_does() {
        TestTenant tenant = TestTenant.create(operator, 3);
        String path = tenant.path("/users/" + tenant.add("anna", "ACTIVE"));
        String stale = tenant.admin().get(path).header("ETag");
        String fresh = tenant.admin().patch(path, "{'displayName':'Anna Berg'}").header("ETag");
        assertThat(fresh).isNotEqualTo(stale);

        Map<String, String> old = Map.of("If-Match", stale);
        Map<String, String> oldPatch = Map.of("If-Match", stale, "Content-Type", "application/merge-patch+json");
        for (Reply refusal : List.of(
                tenant.admin().send("PATCH", path, "{\"displayName\":\"x\"}", oldPatch),
                tenant.admin().send("PUT", path + "/status", "{\"status\":\"LOCKED\"}", old),
                tenant.admin().send("DELETE", path, "", old))) {
            assertThat(refusal.status()).isEqualTo(412);
            assertThat(refusal.code()).isEqualTo("changed-meanwhile");
        }
        assertThat(tenant.admin().get(path).header("ETag")).isEqualTo(fresh);
        assertThat(tenant.admin()
                        .send("PUT", path + "/status", "{\"status\":\"LOCKED\"}", Map.of("If-Match", fresh))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest // R44
    @ValueSource(
            strings = {
                "a@b..example",
                "<a@b.example>",
                ".@.",
                "a b@c.example",
                "a\u200bb@c.example",
                "\u200fa@b.example"
            })
    void a_mail_address_that_is_none_is_refused_at_each_field_that_takes_one(String address) {
        TestTenant tenant = TestTenant.create(operator, 3);
        String path = tenant.path("/users/" + tenant.add("anna", "ACTIVE"));
        String manager = "'name':'M','email':'" + address + "','phone':'1'";

        assertThat(pointer(tenant.admin()
                        .post(
                                tenant.path("/users"),
                                tenant.newUser("ben", "ACTIVE").replace("ben@test.example", address))))
                .isEqualTo("/email");
        assertThat(pointer(tenant.admin().patch(path, "{'email':'" + address + "'}")))
                .isEqualTo("/email");
        assertThat(pointer(operator.post("/account-managers", "{" + manager + "}")))
                .isEqualTo("/email");
        assertThat(pointer(operator.patch(tenant.path(""), "{'accountManager':{" + manager + "}}")))
                .isEqualTo("/accountManager/email");
        assertThat(pointer(operator.post(
                        "/tenants",
                        "{'slug':'never-made','name':'N','maximum':1,'currency':'GBP','firstAdmin':{'userName':'a',"
                                + "'displayName':'A','email':'" + address + "'}}")))
                .isEqualTo("/firstAdmin/email");
    }

    private static String pointer(Reply refused) {
        assertThat(refused.status()).isEqualTo(400);
        return refused.body().at("/violations/0/pointer").asText();
    }

    @Test
    void a_new_sign_in_link_is_another_one() {
        TestTenant tenant = TestTenant.create(operator, 3);
        String path = tenant.path("/users/" + tenant.add("anna", "ACTIVE") + "/sign-in-link");

        Reply first = tenant.admin().send("POST", path, "", Map.of());
        Reply second = tenant.admin().send("POST", path, "", Map.of());

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("signInLink").asText()).contains("/password?token=");
        assertThat(second.body()).isNotEqualTo(first.body());
    }

    @Test
    void a_user_with_a_password_gets_no_link_and_it_is_shown_nowhere() {
        TestTenant tenant = TestTenant.create(operator, 3);

        Reply added = tenant.admin()
                .post(
                        tenant.path("/users"),
                        "{'userName':'x','displayName':'x','email':'x@x','password':'three tame walruses'}");

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body().has("signInLink")).isFalse();
        assertThat(added.text()).doesNotContain("walruses");
    }

    private static Reply confirmed(TestTenant tenant, String below, String body, Reply asked) {
        String with = body.substring(0, body.length() - 1) + ",'accept':" + Api.ticked(asked) + "}";
        return tenant.admin().post(tenant.path(below), with);
    }

    private static List<String> names(TestTenant tenant) {
        return Lists.walk(tenant.admin(), tenant.path("/users"), "userName", () -> {});
    }
}
