package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.licencedesk.kernel.Text;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

/**
 * Whatever may be typed comes back as it was typed, names in the form in which they are kept (R40): from the database and
 * not only in the first answer.
 */
class HostileTextIT {

    private static final Set<String> NAMES = Set.of("userName", "displayName", "name");

    private static final ApiDocument DOCUMENT = ApiDocument.load();

    private static final Api OPERATOR = Api.of(Installation.shared().first());

    private static final TestTenant TENANT = TestTenant.create(OPERATOR, 1000);

    private static final Api ADMIN = TENANT.admin();

    private static final Calls CALLS = new Calls(TENANT, OPERATOR, Calls.newManager(OPERATOR));

    static Stream<ApiOperation> operations() {
        return DOCUMENT.withBody().stream().filter(operation -> !HostileBodies.of(
                        operation.body().orElseThrow().schema())
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void what_is_typed_comes_back(ApiOperation operation) {
        List<HostileBody> bodies =
                HostileBodies.of(operation.body().orElseThrow().schema());
        assertThat(bodies).allSatisfy(hostile -> {
            Call valid = CALLS.succeeding(operation);
            Reply done = valid.withBody(unique(operation, hostile).toString()).send(CALLS.caller(operation));
            assertThat(done.status()).as(hostile + ": " + done.text()).isIn(operation.successes());
            assertThat(stored(operation, hostile, valid.path(), done))
                    .as(hostile.toString())
                    .isEqualTo(kept(hostile));
            giveBack(operation, done);
        });
    }

    /** Several texts are one name, and a name is free again once its user is deleted. */
    private static void giveBack(ApiOperation operation, Reply done) {
        String id =
                switch (operation.id()) {
                    case "addUser" -> done.body().at("/user/id").asText();
                    case "changeUser" -> done.body().path("id").asText();
                    default -> "";
                };
        if (!id.isEmpty()) {
            assertThat(ADMIN.delete(TENANT.path("/users/" + id)).status()).isEqualTo(204);
        }
    }

    // R40
    private static String kept(HostileBody hostile) {
        String member = hostile.pointer().last().getMatchingProperty();
        return NAMES.contains(member) ? Text.normalised(hostile.text()) : hostile.text();
    }

    private static ObjectNode unique(ApiOperation operation, HostileBody hostile) {
        ObjectNode body = hostile.body().deepCopy();
        String hostileMember = hostile.pointer().toString();
        switch (operation.id()) {
            case "addUser" -> keep(body, hostileMember, "userName", Calls.unique());
            case "addTenant" -> body.put("slug", Calls.unique());
            case "addAccountManager" -> keep(body, hostileMember, "email", Calls.unique() + "@vendor.example");
            case "publishTerms" -> body.put("version", Calls.unique());
            case "correctAllowance" ->
                body.put(
                        "maximum",
                        1000
                                + hostile.description().length() * 100
                                + hostile.text().length());
            default -> {}
        }
        return body;
    }

    private static void keep(ObjectNode body, String hostileMember, String name, String value) {
        if (!hostileMember.equals("/" + name)) {
            body.put(name, value);
        }
    }

    private static String stored(ApiOperation operation, HostileBody hostile, String path, Reply done) {
        String place = hostile.pointer().toString();
        return switch (operation.id()) {
            case "addUser" ->
                below(
                        ADMIN.get(TENANT.path(
                                "/users/" + done.body().at("/user/id").asText())),
                        place);
            case "changeUser" -> below(ADMIN.get(path), place);
            case "correctAllowance" -> {
                long sequence = Long.parseLong(done.header("ETag").replace("\"", ""));
                yield below(ADMIN.get(TENANT.path("/ledger?after=" + (sequence - 1))), "/items/0/reason");
            }
            case "addTenant" ->
                ofTenant("/tenants/" + done.body().at("/tenant/slug").asText(), place);
            case "changeTenant" -> below(OPERATOR.get(path), place);
            case "publishTerms" ->
                below(OPERATOR.get("/terms/" + done.body().path("version").asText()), place);
            case "issueToken" ->
                listed(TENANT.path("/tokens"), done.body().path("id").asText(), place);
            case "addAccountManager" ->
                listed("/account-managers", done.body().path("id").asText(), place);
            case "requestReduction", "decideReductionRequest" ->
                below(
                        ADMIN.get(TENANT.path(
                                "/reduction-requests/" + done.body().path("id").asText())),
                        place);
            case "issueAccountManagerToken" -> kept(hostile); // It is shown nowhere.
            default -> throw new IllegalStateException("nothing known of where it shows: " + operation);
        };
    }

    private static String ofTenant(String path, String place) {
        if (!place.startsWith("/firstAdmin")) {
            return below(OPERATOR.get(path), place);
        }
        String token = OPERATOR.post(path + "/tokens", "{'name':'of a test','role':'SYSTEM_ADMIN'}")
                .body()
                .path("token")
                .asText();
        return below(OPERATOR.as(token).get(path + "/users"), place.replace("/firstAdmin", "/items/0"));
    }

    private static String below(Reply reply, String place) {
        return reply.body().at(place).asText();
    }

    private static String listed(String path, String id, String place) {
        String next = "";
        do {
            Reply page = OPERATOR.get(path + "?limit=200&cursor=" + Lists.inUrl(next));
            for (JsonNode item : page.body().required("items")) {
                if (item.path("id").asText().equals(id)) {
                    return item.at(place).asText();
                }
            }
            JsonNode cursor = page.body().required("next");
            next = cursor.isNull() ? "" : cursor.asText();
        } while (!next.isEmpty());
        throw new AssertionError(id + " is not listed");
    }
}
