package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.NodeLog;
import org.licencedesk.web.fixture.RawClient;
import org.licencedesk.web.fixture.RawClient.Answer;

/**
 * What no client library would send is refused like everything else: in the form of its door, with the security headers,
 * without a trace in the log (R39).
 */
class BadRequestIT {

    private final MicroServer node = Installation.shared().first();

    private final RawClient client = new RawClient(node.baseUri());

    private final NodeLog log = NodeLog.of(node);

    private final SoftAssertions softly = new SoftAssertions();

    @AfterEach
    void nothing_failed() {
        softly.assertAll();
        assertThat(log.stackTraces()).isEmpty();
    }

    @Test
    void a_target_that_cannot_be_read_is_a_bad_request_before_anything_else() {
        for (String method : List.of("GET", "DELETE", "POST")) {
            BadRequests.unreadableTargets().forEach(target -> {
                Answer answer = sent(method, target);
                softly.assertThat(answer.status()).as(method + " " + target).isEqualTo(400);
                softly.assertThat(answer.body()).as(method + " " + target).isNotEmpty();
            });
        }
        BadRequests.noPaths()
                .forEach(target -> softly.assertThat(sent("GET", target).status())
                        .as(target)
                        .isEqualTo(400));
    }

    @Test
    void an_odd_target_is_refused_or_answered_as_any_other() {
        for (String method : List.of("GET", "DELETE", "HEAD", "OPTIONS", "FOO", "get")) {
            BadRequests.oddTargets().forEach(target -> sent(method, target));
        }
    }

    @Test
    void an_unknown_path_of_the_api_is_for_those_with_a_token() {
        String token = "Authorization: Bearer " + Installation.OPERATOR;
        for (String path : List.of("/api", "/api/", "/api/v1", "/api/v1/x", "/api/v1/terms/1/x", "/api/v2/terms/1")) {
            for (String method : List.of("GET", "PUT", "DELETE")) {
                Answer nobody = sent(method, path);
                softly.assertThat(nobody.status()).as(method + " " + path).isEqualTo(401);
                softly.assertThat(nobody.header("WWW-Authenticate")).contains("Bearer");
                softly.assertThat(sent(method, path, token).status())
                        .as(method + " " + path + " as the operator")
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void an_odd_header_is_refused_or_passed_over() {
        String token = "Authorization: Bearer " + Installation.OPERATOR;
        BadRequests.oddHeaders().forEach((what, lines) -> {
            for (String target : List.of("/sign-in", "/users", "/api/v1/terms/current", "/api/v1/tenants")) {
                sent("GET", target, lines.toArray(String[]::new));
                sent("DELETE", target, lines.toArray(String[]::new));
            }
            sent(
                    "GET",
                    "/api/v1/tenants?limit=1",
                    Stream.concat(Stream.of(token), lines.stream()).toArray(String[]::new));
        });
    }

    @Test
    void a_host_that_is_none_is_a_bad_request_at_most() {
        BadRequests.badHosts().forEach(host -> {
            for (String target : List.of("/sign-in", "/users", "/api/v1/tenants")) {
                String request = "GET " + target + " HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n\r\n";
                check(host, target, client.send(request));
            }
        });
    }

    /** The server's own parser is before all of ours: it says a status and nothing more, not even who it is. */
    @Test
    void what_is_no_http_gets_a_bare_refusal() {
        // Some are taken for the beginning of something that is still to come, and answered when that is too late.
        Map<String, CompletableFuture<Answer>> answers = new LinkedHashMap<>();
        BadRequests.noHttp()
                .forEach((what, message) -> answers.put(
                        what,
                        CompletableFuture.supplyAsync(() -> client.send(message), task -> new Thread(task).start())));
        answers.forEach((what, coming) -> {
            Answer answer = coming.join();
            softly.assertThat(answer.status()).as(what).isBetween(400, 499);
            softly.assertThat(answer.header("Server")).as(what).isEmpty();
            softly.assertThat(answer.body()).as(what).doesNotContain("Payara", "Grizzly", "Exception");
        });
    }

    @Test
    void the_server_does_not_say_what_it_is() {
        for (String target :
                List.of("/", "/sign-in", "/health/ready", "/openapi", "/api/v1/terms/current", "/metrics")) {
            Answer answer = sent("GET", target);
            softly.assertThat(String.join("\n", answer.head()))
                    .as(target)
                    .doesNotContainIgnoringCase("payara")
                    .doesNotContainIgnoringCase("x-powered-by");
        }
        softly.assertThat(sent("GET", "/metrics").status()).isEqualTo(404);
        softly.assertThat(sent("GET", "/metrics/base").status()).isEqualTo(404);
    }

    private Answer sent(String method, String target, String... lines) {
        Answer answer = client.send(method, target, List.of(lines));
        check(method + " " + String.join(" | ", lines), target, answer);
        return answer;
    }

    private void check(String what, String target, Answer answer) {
        String name = what + " " + (target.length() > 80 ? target.substring(0, 80) : target);
        softly.assertThat(answer.status()).as(name).isBetween(200, 499);
        softly.assertThat(answer.header("Content-Security-Policy")).as(name).isPresent();
        softly.assertThat(answer.header("X-Content-Type-Options")).as(name).contains("nosniff");
        softly.assertThat(answer.header("Server")).as(name).isEmpty();
        softly.assertThat(answer.header("X-Evil")).as(name).isEmpty();
        softly.assertThat(answer.body()).as(name).doesNotContain("Payara", "Exception");
        boolean hasProblem = answer.status() >= 400
                && target.replaceFirst("^http://[^/]+", "").startsWith("/api");
        if (hasProblem) {
            softly.assertThat(answer.header("Content-Type").orElse("")).as(name).startsWith("application/problem+json");
        }
    }
}
