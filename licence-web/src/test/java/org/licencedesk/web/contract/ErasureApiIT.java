package org.licencedesk.web.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.licencedesk.web.fixture.Visitor.location;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;
import org.licencedesk.web.fixture.Visitor;

/** What is left of a user who is deleted, and of one who is erased (R22, R54). */
class ErasureApiIT {

    private static final String PASSWORD = "three tame walruses";

    private final Installation installation = Installation.shared();

    private final Api operator = Api.of(installation.first());

    private final TestTenant tenant = TestTenant.create(operator, 5);

    /** Nowhere else in the database. */
    private final String name = "ophelia." + Calls.unique();

    @Test // R21, R54
    void deleting_a_user_ends_password_link_and_session_at_once() throws SQLException {
        String id = added("'role':'SYSTEM_ADMIN','password':'" + PASSWORD + "'");
        String link = operator.as(admin())
                .post(path(id, "/sign-in-link"), "")
                .body()
                .required("signInLink")
                .asText();
        Visitor inside = visitor();
        inside.signIn(tenant.slug(), name, PASSWORD);
        assertThat(inside.get("/users").statusCode()).isEqualTo(200);

        assertThat(tenant.admin().delete(path(id, "")).status()).isEqualTo(204);

        assertThat(location(inside.get("/users"))).startsWith("/sign-in");
        Visitor late = visitor();
        late.get("/password?" + URI.create(link).getQuery());
        assertThat(late.get("/password").statusCode()).isEqualTo(410);
        assertThat(visitor().signIn(tenant.slug(), name, PASSWORD).statusCode()).isEqualTo(200);
        assertThat(count("select count(*) from user_password where user_id = ?", id))
                .isZero();
        assertThat(count("select count(*) from sign_in_link where user_id = ?", id))
                .isZero();
    }

    @Test // R22, R36, R38
    void erasing_leaves_the_name_nowhere_and_the_ledger_whole() throws SQLException {
        String body = "{\"userName\":\"" + name + "\",\"displayName\":\"" + name + "\",\"email\":\"" + name
                + "@x.example\",\"role\":\"SYSTEM_ADMIN\"}";
        Map<String, String> key = Map.of("Idempotency-Key", name + "-add");
        Reply added = tenant.admin().send("POST", tenant.path("/users"), body, key);
        String id = added.body().at("/user/id").asText();
        tenant.admin()
                .send("PUT", path(id, "/status"), "{\"status\":\"LOCKED\"}", Map.of("Idempotency-Key", "lock-" + id));
        tenant.admin().patch(path(id, ""), "{'userName':'" + name + ".late'}");
        tenant.admin().delete(path(id, ""));
        assertThat(placesOf(name)).contains("former_user_name.user_name");

        assertThat(tenant.admin().post(path(id, "/erasure"), "").status()).isEqualTo(204);

        assertThat(placesOf(name)).isEmpty();
        assertThat(tenant.admin().get(path(id, "")).status()).isEqualTo(404);
        Reply repeated = tenant.admin().sendUndocumented("POST", tenant.path("/users"), body.getBytes(UTF_8), key);
        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.text()).isEqualTo("{}");
        assertThat(tenant.figures()).containsEntry("occupied", 1);
        JsonNode verified =
                tenant.admin().get(tenant.path("/ledger/verification")).body();
        assertThat(verified.path("intact").asBoolean()).as(verified.toString()).isTrue();
        assertThat(tenant.admin().get(tenant.path("/ledger?limit=200")).text()).contains(id);
    }

    @Test
    void only_a_deleted_user_is_erased_and_only_once() {
        String id = added("'role':'STANDARD'");
        Reply living = tenant.admin().post(path(id, "/erasure"), "");
        assertThat(living.status()).isEqualTo(409);
        assertThat(living.code()).isEqualTo("not-deleted");
        tenant.admin().delete(path(id, ""));
        TestTenant other = TestTenant.create(operator, 1);

        assertThat(other.admin()
                        .post(other.path("/users/" + id + "/erasure"), "")
                        .status())
                .isEqualTo(404);
        assertThat(operator.post(path(id, "/erasure"), "").status()).isEqualTo(204);
        String erasedAt = exported(id).at("/user/erasedAt").asText();
        assertThat(operator.post(path(id, "/erasure"), "").status()).isEqualTo(204);
        assertThat(exported(id).at("/user/erasedAt").asText())
                .isEqualTo(erasedAt)
                .isNotBlank();
    }

    @Test
    void an_export_holds_what_is_kept_and_no_secret() {
        String id = added("'role':'STANDARD','password':'" + PASSWORD + "'");
        JsonNode living = exported(id);
        assertThat(living.at("/user/userName").asText()).isEqualTo(name);
        assertThat(living.at("/user/email").asText()).isEqualTo(name + "@x.example");
        assertThat(living.required("passwordChangedAt").isTextual()).isTrue();
        assertThat(living.path("ledger")).hasSize(2);
        assertThat(living.path("ledger").get(0).path("kind").asText()).isEqualTo("USER_ADDED");
        assertThat(living.toString()).doesNotContain(PASSWORD, "argon", "hash", "digest");

        tenant.admin().delete(path(id, ""));
        JsonNode deleted = exported(id);
        assertThat(deleted.at("/user/displayName").asText()).isEqualTo(name);
        assertThat(deleted.at("/user/deletedAt").isTextual()).isTrue();
        assertThat(deleted.required("passwordChangedAt").isNull()).isTrue();

        operator.post(path(id, "/erasure"), "");
        JsonNode erased = operator.get(path(id, "/export")).body();
        assertThat(erased.at("/user/displayName").isNull()).isTrue();
        assertThat(erased.at("/user/userName").isNull()).isTrue();
        assertThat(erased.at("/user/email").isNull()).isTrue();
        assertThat(erased.path("ledger")).hasSize(4);
    }

    @Test
    void deleted_users_are_in_a_list_of_their_own_the_latest_first() {
        for (int i = 0; i < 3; i++) {
            String id = tenant.add(name + i, "INACTIVE");
            tenant.admin().delete(path(id, ""));
        }
        String path = tenant.path("/deleted-users");

        List<String> walked = Lists.walk(tenant.admin(), path + "?limit=2", "userName", () -> {});
        assertThat(walked).containsExactly(name + 2, name + 1, name + 0);
        assertThat(tenant.admin().get(path + "?q=" + name + 1).body().path("items"))
                .singleElement()
                .satisfies(
                        user -> assertThat(user.path("deletedAt").isTextual()).isTrue());
        assertThat(tenant.admin().get(tenant.path("/users?q=" + name)).body().path("items"))
                .isEmpty();
        assertThat(tenant.admin().get(path + "?cursor=x").status()).isEqualTo(400);
    }

    private JsonNode exported(String id) {
        Reply export = tenant.admin().get(path(id, "/export"));
        assertThat(export.status()).isEqualTo(200);
        return export.body();
    }

    private String added(String more) {
        Reply added = tenant.admin()
                .post(
                        tenant.path("/users"),
                        "{'userName':'" + name + "','displayName':'" + name + "','email':'" + name + "@x.example',"
                                + more + "}");
        assertThat(added.status()).isEqualTo(201);
        return added.body().at("/user/id").asText();
    }

    private String admin() {
        return tenant.issueToken("SYSTEM_ADMIN");
    }

    private String path(String id, String below) {
        return tenant.path("/users/" + id + below);
    }

    private Visitor visitor() {
        return new Visitor(installation.first().baseUri());
    }

    /** Every column of the database that holds the text. */
    private List<String> placesOf(String text) throws SQLException {
        List<String> places = new ArrayList<>();
        try (Connection connection = installation.database().connect("licence");
                ResultSet columns = connection
                        .createStatement()
                        .executeQuery("select table_name, column_name from information_schema.columns"
                                + " where table_schema = database() and data_type in"
                                + " ('char', 'varchar', 'text', 'mediumtext', 'longtext')")) {
            while (columns.next()) {
                String table = columns.getString(1);
                String column = columns.getString(2);
                try (PreparedStatement search =
                        connection.prepareStatement("select 1 from " + table + " where locate(?, convert(" + column
                                + " using utf8mb4) collate utf8mb4_general_ci) > 0 limit 1")) {
                    search.setString(1, text);
                    if (search.executeQuery().next()) {
                        places.add(table + "." + column);
                    }
                }
            }
        }
        return places;
    }

    private int count(String sql, String id) throws SQLException {
        try (Connection connection = installation.database().connect("licence");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            ResultSet row = statement.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }
}
