package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;

/**
 * Requests that succeed, for every operation of the document: its example body, made unique, on things that are there.
 */
final class Calls {

    private static final String RUN = Long.toString(System.currentTimeMillis(), 36);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final TestTenant tenant;
    private final Api operator;
    private final String manager;
    private String managerToken = "";

    /**
     * @param tenant in which the requests are made
     * @param manager the id of an account manager
     */
    Calls(TestTenant tenant, Api operator, String manager) {
        this.tenant = tenant;
        this.operator = operator;
        this.manager = manager;
    }

    /** Makes a new account manager. */
    static String newManager(Api operator) {
        Reply added = operator.post(
                "/account-managers", "{'name':'Morgan Vale','email':'" + unique() + "@vendor.example','phone':'1'}");
        return id(added.body());
    }

    /** The API as somebody who may call the operation: a System Admin, else the operator, else the account manager. */
    Api caller(ApiOperation operation) {
        if (operation.roles().contains("SYSTEM_ADMIN")) {
            return tenant.admin();
        }
        return operation.isPublic() || operation.roles().contains("OPERATOR") ? operator : manager();
    }

    /** The API as the account manager, to whose portfolio the tenant belongs from now on. */
    Api manager() {
        return operator.as(managerToken());
    }

    /** As {@link #manager()}: the token. */
    synchronized String managerToken() {
        Reply moved = operator.patch(tenant.path(""), "{'accountManager':{'id':'" + manager + "'}}");
        assertThat(moved.status()).isEqualTo(200);
        if (managerToken.isEmpty()) {
            managerToken = operator.post("/account-managers/" + manager + "/tokens", "{'name':'of a test'}")
                    .body()
                    .required("token")
                    .asText();
        }
        return managerToken;
    }

    /** What was never there before. */
    static String unique() {
        return "u" + RUN + "-" + NUMBER.incrementAndGet();
    }

    /** A request that succeeds once, with what it needs newly made. */
    Call succeeding(ApiOperation operation) {
        Map<String, String> type = operation
                .body()
                .map(body -> Map.of("Content-Type", body.mediaType()))
                .orElseGet(Map::of);
        byte[] body = operation
                .body()
                .map(form -> body(operation, form).toString().getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> new byte[0]);
        return new Call(operation.method(), path(operation), body, type);
    }

    /** The same operation on a thing or a tenant that is not there. */
    static List<String> pathsToNothing(ApiOperation operation, String path) {
        List<String> names = List.of(operation.path().split("/"));
        List<String> values = List.of(path.split("[/?]"));
        return IntStream.range(0, names.size())
                .filter(i ->
                        List.of("{id}", "{tenant}", "{delivery}", "{token}").contains(names.get(i)))
                .boxed()
                .flatMap(i -> Arrays.stream(new String[] {"no-such-thing", "00000000-0000-0000-0000-000000000001"})
                        .map(nothing -> IntStream.range(0, names.size())
                                .mapToObj(k -> k == i ? nothing : values.get(k))
                                .collect(Collectors.joining("/"))))
                .toList();
    }

    private String path(ApiOperation operation) {
        String path = operation.path().replace("{tenant}", tenant.slug());
        if (path.contains("/users/{id}")) {
            String user = tenant.add(unique(), "ACTIVE");
            path = path.replace("{id}", user);
            if (operation.id().equals("eraseUser")) {
                assertThat(tenant.admin().delete(tenant.path("/users/" + user)).status())
                        .isEqualTo(204);
            }
        } else if (path.contains("/account-managers/{id}")) {
            path = path.replace("{id}", manager);
            path = path.contains("{token}") ? path.replace("{token}", newTokenOfManager()) : path;
        } else if (path.contains("/tokens/{id}")) {
            Reply issued = operator.post(tenant.path("/tokens"), "{'name':'to be revoked','role':'STANDARD'}");
            path = path.replace("{id}", id(issued.body()));
        } else if (path.contains("/acceptances/{id}")) {
            path = path.replace("{id}", acceptance());
        } else if (path.contains("/webhooks")) {
            path = path.replace("{id}", newWebhook());
            path = path.contains("{delivery}") ? path.replace("{delivery}", newDelivery(path)) : path;
        }
        if (path.contains("/reduction-requests/{id}")) {
            String request = openRequest();
            if (operation.id().equals("answerCounter")) {
                Reply countered = manager()
                        .put(
                                tenant.path("/reduction-requests/" + request + "/decision"),
                                "{'decision':'COUNTER','maximum':9}");
                assertThat(countered.status()).isEqualTo(200);
            }
            path = path.replace("{id}", request);
        }
        path = path.replace("{version}", "1").replace("{code}", "not-found");
        if (path.contains("{")) {
            throw new IllegalStateException("nothing known to fill in: " + operation);
        }
        return path
                + switch (operation.id()) {
                    case "getQuote" -> "?raiseTo=" + (maximum() + 1);
                    case "previewReduction" -> "?maximum=" + (maximum() - 1);
                    default -> "";
                };
    }

    private String newTokenOfManager() {
        return id(operator.post("/account-managers/" + manager + "/tokens", "{'name':'to be revoked'}")
                .body());
    }

    /** The id of a request that waits for the account manager. */
    private String openRequest() {
        withdrawAny();
        Reply made = tenant.admin().post(tenant.path("/reduction-requests"), "{'maximum':8,'reason':'a test'}");
        return id(made.body());
    }

    /** A tenant has one request at most that has not ended. */
    private void withdrawAny() {
        String path = tenant.path("/reduction-requests");
        for (JsonNode latest : tenant.admin().get(path + "?limit=1").body().path("items")) {
            tenant.admin().delete(path + "/" + id(latest));
        }
    }

    private ObjectNode body(ApiOperation operation, ApiOperation.Body form) {
        ObjectNode body = ValidBodies.plain(form.schema());
        switch (operation.id()) {
            case "raiseAllowance" -> {
                int more = maximum() + 1;
                ObjectNode consent = ValidBodies.JSON.createObjectNode();
                consent.setAll((ObjectNode) tenant.admin()
                        .get(tenant.path("/allowance/quote?raiseTo=" + more))
                        .body());
                body.put("maximum", more).set("accept", consent.put("termsAccepted", true));
            }
            case "correctAllowance" -> body.put("maximum", maximum());
            case "requestReduction" -> withdrawAny();
            case "addUser" -> body.put("userName", unique());
            case "addTenant" -> body.put("slug", unique());
            case "setPrice" ->
                body.put(
                        "from",
                        operator.get(tenant.path("")).body().path("renewsOn").asText());
            case "publishTerms" -> body.put("version", unique());
            case "addAccountManager" -> body.put("email", unique() + "@vendor.example");
            default -> {}
        }
        return body;
    }

    private String acceptance() {
        Reply asked = tenant.admin().put(tenant.path("/allowance"), "{'maximum':" + (maximum() + 1) + "}");
        tenant.admin()
                .put(
                        tenant.path("/allowance"),
                        "{'maximum':" + (maximum() + 1) + ",'accept':" + Api.ticked(asked) + "}");
        return id(tenant.admin().get(tenant.path("/acceptances?limit=1")).body().at("/items/0"));
    }

    /** A webhook, the only one of the tenant, so that there is always room for another. */
    private String newWebhook() {
        tenant.admin().get(tenant.path("/webhooks")).body().path("items").forEach(webhook -> tenant.admin()
                .delete(tenant.path("/webhooks/" + id(webhook))));
        return id(tenant.admin()
                .post(tenant.path("/webhooks"), "{'url':'https://receiver.example/licences'}")
                .body());
    }

    private String newDelivery(String path) {
        tenant.add(unique(), "ACTIVE");
        String deliveries = path.substring(0, path.indexOf("/{delivery}"));
        return id(tenant.admin().get(deliveries).body().at("/items/0"));
    }

    private int maximum() {
        return tenant.figures().getOrDefault("maximum", 0);
    }

    private static String id(JsonNode body) {
        return body.required("id").asText();
    }
}
