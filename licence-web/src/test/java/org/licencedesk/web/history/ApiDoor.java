package org.licencedesk.web.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.history.Answer.Done;
import org.licencedesk.web.history.Answer.Read;
import org.licencedesk.web.history.Answer.ReadStatus;
import org.licencedesk.web.history.Answer.Refused;
import org.licencedesk.web.history.Answer.Undocumented;
import org.licencedesk.web.history.Answer.Unknown;
import org.licencedesk.web.history.Answer.Untouched;
import org.licencedesk.web.history.Operation.Add;
import org.licencedesk.web.history.Operation.Correct;
import org.licencedesk.web.history.Operation.Delete;
import org.licencedesk.web.history.Operation.Raise;
import org.licencedesk.web.history.Operation.ReadFigures;
import org.licencedesk.web.history.Operation.ReadUser;
import org.licencedesk.web.history.Operation.SetStatus;

/**
 * The JSON API, at any node by chance. Most changes have an idempotency key, and are repeated at any node until they are
 * decided; the others are asked for once.
 */
final class ApiDoor implements Door {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Shorter than some of what happens to the nodes, so that a request that is repeated may still run. */
    private static final Duration ONE_ANSWER = Duration.ofSeconds(5);

    private static final Duration ALL_ANSWERS = Duration.ofSeconds(60);

    private final Site site;

    private final String tenant;

    private final String token;

    private final String actor;

    private final Random random;

    private final Pace pace;

    ApiDoor(Site site, TenantAccess access, long seed, Pace pace) {
        this.site = site;
        this.tenant = "/tenants/" + access.slug();
        this.token = access.token();
        this.actor = access.actor();
        this.random = new Random(seed);
        this.pace = pace;
    }

    /** A tenant, and a token of it. */
    record TenantAccess(String slug, String token, String actor) {}

    @Override
    public String actor() {
        return actor;
    }

    @Override
    public boolean takes(Operation operation) {
        return !(operation instanceof SetStatus change) || change.users().size() == 1;
    }

    @Override
    public Answer ask(Operation operation, Optional<Quote> consent) {
        boolean isRepeated = !operation.isReading() && random.nextInt(10) < 7;
        Map<String, String> key =
                isRepeated ? Map.of("Idempotency-Key", UUID.randomUUID().toString()) : Map.of();
        long deadline = System.nanoTime() + ALL_ANSWERS.toNanos();
        Answer answer = send(operation, consent, key);
        boolean isOpen = answer instanceof Unknown;
        while (isRepeated && isUndecided(answer) && System.nanoTime() < deadline) {
            pace.breathe();
            answer = send(operation, consent, key);
            isOpen |= answer instanceof Unknown;
        }
        // What was refused to a repeat may still be done for the request before, if that waits somewhere.
        boolean isDecided = answer instanceof Done || answer instanceof Undocumented;
        return isOpen && !isDecided ? new Unknown("in the end " + answer) : answer;
    }

    private static boolean isUndecided(Answer answer) {
        return answer instanceof Unknown || answer instanceof Untouched;
    }

    private Answer send(Operation operation, Optional<Quote> consent, Map<String, String> key) {
        try {
            Reply reply = send(operation, body(operation, consent), key);
            return answer(operation, reply);
        } catch (UncheckedIOException e) {
            boolean isSent = !(e.getCause() instanceof ConnectException) && !operation.isReading();
            return isSent ? new Unknown(String.valueOf(e.getCause())) : new Untouched(String.valueOf(e.getCause()));
        }
    }

    private Reply send(Operation operation, String body, Map<String, String> key) {
        List<MicroServer> nodes = site.nodes();
        Api operator = Api.of(nodes.get(random.nextInt(nodes.size())));
        Api api = operation instanceof Correct ? operator : operator.as(token);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return api.sendUndocumented(method(operation), path(operation), bytes, key, ONE_ANSWER);
    }

    private static String method(Operation operation) {
        return operation.isReading()
                ? "GET"
                : operation instanceof Add ? "POST" : operation instanceof Delete ? "DELETE" : "PUT";
    }

    private String path(Operation operation) {
        if (operation instanceof Add) {
            return tenant + "/users";
        } else if (operation instanceof SetStatus change) {
            return user(change.users().get(0)) + "/status";
        } else if (operation instanceof Delete deletion) {
            return user(deletion.user());
        } else if (operation instanceof ReadUser one) {
            return user(one.user());
        } else if (operation instanceof Correct) {
            return tenant + "/allowance/correction";
        } else if (operation instanceof Raise || operation instanceof ReadFigures) {
            return tenant + "/allowance";
        }
        throw new IllegalArgumentException(operation.toString());
    }

    private String user(String id) {
        return tenant + "/users/" + id;
    }

    private static String body(Operation operation, Optional<Quote> consent) {
        ObjectNode body = JSON.createObjectNode();
        if (operation instanceof Add add) {
            body.put("userName", add.userName())
                    .put("displayName", add.userName())
                    .put("email", add.userName() + "@history.example")
                    .put("status", add.status());
        } else if (operation instanceof SetStatus change) {
            body.put("status", change.status());
        } else if (operation instanceof Raise raise) {
            body.put("maximum", raise.maximum());
        } else if (operation instanceof Correct correction) {
            body.put("maximum", correction.maximum()).put("reason", correction.reason());
        } else {
            return "";
        }
        consent.ifPresent(quote -> body.set("accept", ticked(quote)));
        return body.toString();
    }

    private static ObjectNode ticked(Quote quote) {
        try {
            return JSON.readValue(quote.all(), ObjectNode.class).put("termsAccepted", true);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(Operation operation, Reply reply) {
        JsonNode body = reply.body();
        String code = reply.code();
        return switch (reply.status()) {
            case 200, 201, 204 -> success(operation, body);
            case 404 ->
                operation instanceof ReadUser
                        ? new ReadStatus("")
                        : new Refused(code, Optional.empty(), Optional.empty());
            case 409 ->
                code.equals("idempotency-key-in-progress")
                        ? new Untouched(code)
                        : new Refused(code, figures(body.path("figures")), quote(body.path("quote")));
            case 503 -> operation.isReading() || !code.equals("unavailable") ? busy(code) : new Unknown(code);
            default -> new Undocumented(reply.status() + " " + reply.text());
        };
    }

    private static Answer busy(String code) {
        return code.isEmpty() ? new Undocumented("503 without a code") : new Untouched(code);
    }

    private static Answer success(Operation operation, JsonNode body) {
        if (operation instanceof ReadFigures) {
            return new Read(figures(body).orElseThrow());
        } else if (operation instanceof ReadUser) {
            return new ReadStatus(body.path("status").asText());
        } else if (operation instanceof Add || operation instanceof SetStatus) {
            String user =
                    operation instanceof Add ? body.path("user").path("id").asText() : "";
            return new Done(figures(body.path("figures")), user);
        }
        return new Done(figures(body), "");
    }

    /** The other two follow from them. */
    private static Optional<Figures> figures(JsonNode json) {
        if (!json.has("maximum")) {
            return Optional.empty();
        }
        Figures figures =
                new Figures(json.path("maximum").asInt(), json.path("occupied").asInt());
        int available = figures.maximum() - figures.occupied();
        if (json.path("available").asInt() != Math.max(0, available)
                || json.path("overBy").asInt() != Math.max(0, -available)) {
            throw new IllegalStateException("Figures that contradict each other: " + json);
        }
        return Optional.of(figures);
    }

    private static Optional<Quote> quote(JsonNode json) {
        return json.isObject()
                ? Optional.of(new Quote(json.path("raiseTo").asInt(), json.toString()))
                : Optional.empty();
    }
}
