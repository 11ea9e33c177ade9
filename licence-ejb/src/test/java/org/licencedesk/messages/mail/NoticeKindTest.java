package org.licencedesk.messages.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.licencedesk.seats.request.RequestState;

class NoticeKindTest {

    @ParameterizedTest
    @EnumSource
    void each_state_of_a_request_is_told_by_a_kind_of_its_own(RequestState state) { // R30
        assertThat(NoticeKind.of(state).name()).isEqualTo("REQUEST_" + state.name());
    }
}
