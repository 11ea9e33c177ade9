package org.licencedesk.launcher.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// R39
class OpeningTest {

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/", "/api/v1/tenants/demo/users/x%20y"})
    void tells_machines_in_the_form_of_the_contract(String path) {
        assertThat(Opening.answer(path))
                .startsWith("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\n")
                .contains("Content-Type: application/problem+json\r\n")
                .contains("\"code\":\"unavailable\"")
                .contains("\"instance\":\"" + path + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/\"", "/api/\\", "/api/\u00ff", "/api/\n"})
    void repeats_no_path_that_is_more_than_plain(String path) {
        assertThat(Opening.answer(path)).contains("\"instance\":\"/api\"").doesNotContain(path);
    }

    @Test
    void the_length_is_that_of_the_body() {
        String answer = Opening.answer("/api/v1/terms");
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        assertThat(answer).contains("Content-Length: " + body.length() + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/apis", "/ready", "/users?x=/api/"})
    void browsers_have_their_own_words(String path) {
        assertThat(Opening.answer(path)).contains("HTTP/1.1 503 ").endsWith("Content-Length: 0\r\n\r\n");
    }
}
