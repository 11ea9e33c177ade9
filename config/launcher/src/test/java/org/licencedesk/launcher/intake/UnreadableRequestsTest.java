package org.licencedesk.launcher.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableRequestsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "//",
                "/users/%C3%A9",
                "/%F0%9F%9A%80",
                "/a;b=c/d",
                "/a%2Fb",
                "/...",
                "/a%0Ab",
                "/a|b",
                "/%24"
            })
    void a_path_that_every_server_reads_alike_is_left_alone(String path) {
        assertThat(UnreadableRequests.isReadable(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "sign-in",
                "/%",
                "/%2",
                "/%zz",
                "/a%+1",
                "/%00",
                "/a%00.xhtml",
                "/%FF",
                "/%C0%AF",
                "/%E0%80%AF",
                "/%ED%A0%80",
                "/\u00e9",
                "/\\",
                "/%5C",
                "/./a",
                "/..",
                "/%2e%2E/a",
                "/..;a=b/c"
            })
    void any_other_is_not(String path) {
        assertThat(UnreadableRequests.isReadable(path)).isFalse();
    }

    @Test
    void there_is_one_host_with_a_port_that_is_a_number() {
        for (String host : List.of("desk", "desk.example:8080", "127.0.0.1", "[::1]:80")) {
            assertThat(UnreadableRequests.isReadableHost(List.of(host)))
                    .as(host)
                    .isTrue();
        }
        for (String host : List.of("", "a b", "x:yy", "x:", "x:999999", "x/y", "[::1")) {
            assertThat(UnreadableRequests.isReadableHost(List.of(host)))
                    .as(host)
                    .isFalse();
        }
        assertThat(UnreadableRequests.isReadableHost(List.of("a", "b"))).isFalse();
        assertThat(UnreadableRequests.isReadableHost(List.of())).isTrue();
    }

    @Test
    void a_body_ends_in_one_way() {
        assertThat(UnreadableRequests.isClearEnd(List.of(), List.of("1"))).isTrue();
        assertThat(UnreadableRequests.isClearEnd(List.of("Chunked"), List.of())).isTrue();
        assertThat(UnreadableRequests.isClearEnd(List.of("chunked"), List.of("1")))
                .isFalse();
        assertThat(UnreadableRequests.isClearEnd(List.of("gzip, chunked"), List.of()))
                .isFalse();
        assertThat(UnreadableRequests.isClearEnd(List.of("chunked", "chunked"), List.of()))
                .isFalse();
    }
}
