package org.licencedesk.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "//",
                "/users/%C3%A9t%C3%A9",
                "/users/%F0%9F%9A%80",
                "/users;jsessionid=a/b",
                "/a%2Fb",
                "/...",
                "/.well-known",
                "/a%0Ab"
            })
    void what_can_be_decoded_is_readable(String path) {
        assertThat(RequestTarget.isReadable(path, Optional.of("q=%C3%A9+%26&&x")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%",
                "/%2",
                "/%zz",
                "/a%+1",
                "/%-1",
                "/%\uff10\uff10",
                "/\u00e9",
                "/%FF",
                "/%C0%AF",
                "/%E0%80%AF",
                "/%ED%A0%80",
                "/%F4%90%80%80",
                "/./a",
                "/a/..",
                "/%2e%2E/a",
                "/..;a=b/c"
            })
    void nothing_else_is(String path) {
        assertThat(RequestTarget.isReadable(path, Optional.empty())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a=%zz", "%C0%AF=1", "a=\u00e9", "a=1&b=%ff"})
    void a_query_is_decoded_too(String query) {
        assertThat(RequestTarget.isReadable("/", Optional.of(query))).isFalse();
    }
}
