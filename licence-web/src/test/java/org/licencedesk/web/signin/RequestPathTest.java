package org.licencedesk.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/users", "/users/7?tab=1&x=%2F", "/ledger?after=3"})
    void a_page_of_ours_can_be_gone_back_to(String wanted) {
        assertThat(RequestPath.local(wanted)).contains(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "users",
                "//elsewhere.example",
                "///elsewhere.example",
                "/\\elsewhere.example",
                "\\\\elsewhere.example",
                "https://elsewhere.example/",
                "javascript:alert(1)",
                "/.//elsewhere.example",
                "/a/..//elsewhere.example",
                "/users\r\nSet-Cookie: a=b",
                "/\t/elsewhere.example",
                "/api/v1/tenants",
                "/sign-out",
                "/sign-in",
                "/%zz"
            })
    void nothing_else_can(String wanted) {
        assertThat(RequestPath.local(wanted)).isEmpty();
    }
}
