package org.licencedesk.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** One activation over HTTP, from an empty installation to the seat that was asked for and confirmed. */
final class Smoke {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI api;
    private final String operatorToken;

    Smoke(URI server, String operatorToken) {
        this.api = server.resolve("/api/v1/");
        this.operatorToken = operatorToken;
    }

    void one_activation_asks_first_and_is_done_when_confirmed() throws IOException, InterruptedException {
        send(201, "POST", "terms", operatorToken, "{'version':'1','text':'Every seat is paid for.'}");
        send(
                201,
                "POST",
                "tenants",
                operatorToken,
                "{'slug':'smoke','name':'Smoke','maximum':1,'currency':'GBP','pricePerSeat':'12.00',"
                        + "'firstAdmin':{'userName':'admin','displayName':'Admin','email':'admin@smoke.example'}}");
        String token = send(201, "POST", "tenants/smoke/tokens", operatorToken, "{'name':'t','role':'SYSTEM_ADMIN'}")
                .path("token")
                .asText();
        String user = send(
                        201,
                        "POST",
                        "tenants/smoke/users",
                        token,
                        "{'userName':'second','displayName':'Second','email':'second@smoke.example','status':'INACTIVE'}")
                .path("user")
                .path("id")
                .asText();

        // R19
        String status = "tenants/smoke/users/" + user + "/status";
        JsonNode refusal = send(409, "PUT", status, token, "{'status':'ACTIVE'}");
        assertThat(refusal.path("quote").path("raiseTo").asInt()).isEqualTo(2);

        ObjectNode consent = refusal.path("quote").deepCopy();
        consent.put("termsAccepted", true);
        JsonNode confirmed = send(200, "PUT", status, token, "{'status':'ACTIVE','accept':" + consent + "}");
        assertThat(confirmed.path("figures").path("occupied").asInt()).isEqualTo(2);

        JsonNode allowance = send(200, "GET", "tenants/smoke/allowance", token, "");
        assertThat(allowance.path("maximum").asInt()).isEqualTo(2);
    }

    private JsonNode send(int expectedStatus, String method, String path, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode())
                .as("%s %s: %s", method, path, response.body())
                .isEqualTo(expectedStatus);
        return JSON.readTree(response.body());
    }
}
