package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.licencedesk.web.fixture.Visitor.location;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.Visitor;

/** What an account manager comes in by has a list and an end (R54). */
class AccountManagersApiIT {

    private static final String PASSWORD = "three tame walruses";

    private final Installation installation = Installation.shared();

    private final Api operator = Api.of(installation.first());

    private final String email = Calls.unique() + "@vendor.example";

    private final String id = operator.post(
                    "/account-managers",
                    "{'name':'Morgan Vale','email':'" + email + "','phone':'1','password':'" + PASSWORD + "'}")
            .body()
            .required("id")
            .asText();

    private final String path = "/account-managers/" + id;

    @Test
    void tokens_are_listed_with_maker_and_last_use_and_end_one_by_one() {
        Reply kept = operator.post(path + "/tokens", "{'name':'kept','expiresAt':'2099-01-31T12:00:00.5Z'}");
        Reply revoked = operator.post(path + "/tokens", "{'name':'revoked'}");
        Api bearer = operator.as(revoked.body().required("token").asText());
        assertThat(bearer.get("/tenants").status()).isEqualTo(200);
        JsonNode listed = operator.get(path + "/tokens").body().path("items");

        assertThat(listed).hasSize(2);
        JsonNode first = listed.get(0);
        assertThat(first.path("name").asText()).isEqualTo("kept");
        assertThat(first.path("role").asText()).isEqualTo("ACCOUNT_MANAGER");
        assertThat(first.path("createdBy").asText()).startsWith("token:");
        assertThat(first.path("expiresAt").asText()).isEqualTo("2099-01-31T12:00:00.500Z");
        assertThat(first.path("lastUsedAt").isNull()).isTrue();
        assertThat(listed.get(1).path("lastUsedAt").isTextual()).isTrue();
        assertThat(listed.get(1).path("expiresAt").isNull()).isTrue();

        String token = path + "/tokens/" + revoked.body().required("id").asText();
        assertThat(operator.delete(token).status()).isEqualTo(204);
        assertThat(bearer.get("/tenants").status()).isEqualTo(401);
        assertThat(bearer.on(installation.second()).get("/tenants").status()).isEqualTo(401);
        assertThat(operator.delete(token).status()).isEqualTo(404);
        assertThat(operator.as(kept.body().required("token").asText())
                        .get("/tenants")
                        .status())
                .isEqualTo(200);
        assertThat(operator.get(path + "/tokens").body().path("items")).hasSize(1);
    }

    @Test // R3
    void a_token_of_another_account_manager_is_not_there() {
        String other = Calls.newManager(operator);
        String foreign = operator.post("/account-managers/" + other + "/tokens", "{'name':'x'}")
                .body()
                .required("id")
                .asText();

        assertThat(operator.delete(path + "/tokens/" + foreign).status()).isEqualTo(404);
        assertThat(operator.get("/account-managers/" + other + "/tokens").body().path("items"))
                .hasSize(1);
    }

    @Test
    void a_new_link_lets_the_account_manager_set_another_password_and_ends_the_one_before() {
        String first = link();
        String second = link();

        assertThat(redeem(first)).isEqualTo(410);
        assertThat(redeem(second)).isEqualTo(303);
        assertThat(signIn(PASSWORD).statusCode()).isEqualTo(200);
        assertThat(signIn("another tame walrus").statusCode()).isEqualTo(303);
        assertThat(shown().path("lastSignInAt").isTextual()).isTrue();
    }

    @Test // R54
    void disabling_ends_every_session_token_and_link_at_once_and_for_good() {
        Visitor inside = visitor();
        assertThat(location(inside.signIn("", email, PASSWORD))).isNotEmpty();
        Visitor unseen = visitor();
        unseen.signIn("", email, PASSWORD);
        Api bearer = operator.as(operator.post(path + "/tokens", "{'name':'x'}")
                .body()
                .required("token")
                .asText());
        String link = link();
        assertThat(inside.get("/systems").statusCode()).isEqualTo(200);

        Reply disabled = operator.patch(path, "{'disabled':true}");

        assertThat(disabled.status()).isEqualTo(200);
        assertThat(disabled.body().path("disabled").asBoolean()).isTrue();
        assertThat(shown().path("disabled").asBoolean()).isTrue();
        assertThat(location(inside.get("/systems"))).startsWith("/sign-in");
        assertThat(bearer.get("/tenants").status()).isEqualTo(401);
        assertThat(bearer.on(installation.second()).get("/tenants").status()).isEqualTo(401);
        assertThat(redeem(link)).isEqualTo(410);
        assertThat(redeem(link())).isEqualTo(410);
        assertThat(signIn(PASSWORD).statusCode()).isEqualTo(200);
        assertThat(operator.get(path + "/tokens").body().path("items")).isEmpty();
        assertThat(operator.post(path + "/tokens", "{'name':'y'}").code()).isEqualTo("account-manager-disabled");
        assertThat(operator.patch(path, "{'disabled':true}").status()).isEqualTo(200);

        assertThat(operator.patch(path, "{'disabled':false}")
                        .body()
                        .path("disabled")
                        .asBoolean(true))
                .isFalse();
        assertThat(location(unseen.get("/systems"))).startsWith("/sign-in");
        assertThat(bearer.get("/tenants").status()).isEqualTo(401);
        assertThat(signIn(PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void a_patch_that_says_nothing_changes_nothing() {
        operator.patch(path, "{'disabled':true}");

        assertThat(operator.patch(path, "{}").body().path("disabled").asBoolean())
                .isTrue();
        assertThat(operator.patch(path, "{'name':'X'}").status()).isEqualTo(400);
        assertThat(operator.patch(path, "{'disabled':null}").status()).isEqualTo(400);
    }

    private JsonNode shown() {
        return operator.patch(path, "{}").body();
    }

    private String link() {
        Reply made = operator.send("POST", path + "/sign-in-link", "", Map.of());
        assertThat(made.status()).isEqualTo(201);
        return URI.create(made.body().required("signInLink").asText()).getQuery();
    }

    private int redeem(String link) {
        Visitor holder = visitor();
        String page = "/password?" + link;
        int form = holder.get(page).statusCode();
        return form == 200
                ? holder.submit(page, "password", Map.of("new", "another tame walrus"))
                        .statusCode()
                : form;
    }

    private HttpResponse<String> signIn(String password) {
        return visitor().signIn("", email, password);
    }

    private Visitor visitor() {
        return new Visitor(installation.first().baseUri());
    }
}
