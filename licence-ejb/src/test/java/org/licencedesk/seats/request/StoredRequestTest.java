package org.licencedesk.seats.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.licencedesk.seats.request.RequestState.ACCEPTED;
import static org.licencedesk.seats.request.RequestState.APPLIED;
import static org.licencedesk.seats.request.RequestState.COUNTERED;
import static org.licencedesk.seats.request.RequestState.DECLINED;
import static org.licencedesk.seats.request.RequestState.NOT_APPLIED;
import static org.licencedesk.seats.request.RequestState.OPEN;
import static org.licencedesk.seats.request.RequestState.SUPERSEDED;
import static org.licencedesk.seats.request.RequestState.WITHDRAWN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.Reduction;

class StoredRequestTest {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final Reduction ASKED = new Reduction(8, LocalDate.parse("2026-04-01"));
    private static final Reduction OFFERED = new Reduction(9, LocalDate.parse("2026-05-01"));
    private static final Actor MANAGER = Actor.manager(ManagerId.create());
    private static final Figures FIGURES = new Figures(8, 8);

    private static final Map<String, Consumer<StoredRequest>> STEPS = Map.of(
            "accept", request -> request.accept(Optional.empty(), MANAGER, NOW),
            "decline", request -> request.decline(Optional.of("Not yet"), MANAGER, NOW),
            "counter", request -> request.counter(OFFERED, Optional.empty(), MANAGER, NOW),
            "accept the counter", StoredRequest::acceptCounter,
            "decline the counter", request -> request.declineCounter(NOW),
            "withdraw", request -> request.withdraw(NOW),
            "supersede", request -> request.supersede(NOW),
            "apply", request -> request.apply(FIGURES, Optional.empty(), NOW),
            "miss", request -> request.markNotApplied(FIGURES, Optional.empty(), NOW));

    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of("accept", ACCEPTED, EnumSet.of(OPEN)),
                Arguments.of("decline", DECLINED, EnumSet.of(OPEN)),
                Arguments.of("counter", COUNTERED, EnumSet.of(OPEN)),
                Arguments.of("accept the counter", ACCEPTED, EnumSet.of(COUNTERED)),
                Arguments.of("decline the counter", DECLINED, EnumSet.of(COUNTERED)),
                Arguments.of("withdraw", WITHDRAWN, EnumSet.of(OPEN, COUNTERED, ACCEPTED)),
                Arguments.of("supersede", SUPERSEDED, EnumSet.of(ACCEPTED)),
                Arguments.of("apply", APPLIED, EnumSet.of(ACCEPTED)),
                Arguments.of("miss", NOT_APPLIED, EnumSet.of(ACCEPTED)));
    }

    @ParameterizedTest // R30
    @MethodSource("steps")
    void each_step_leads_from_its_states_and_from_no_other(String step, RequestState to, Set<RequestState> from) {
        for (RequestState state : RequestState.values()) {
            StoredRequest request = in(state);
            if (from.contains(state)) {
                take(request, step);
                assertThat(request.state()).isEqualTo(to);
            } else {
                assertThatExceptionOfType(WrongRequestState.class)
                        .isThrownBy(() -> take(request, step))
                        .satisfies(refused -> assertThat(refused.facts()).containsEntry("state", state));
                assertThat(request.state()).isEqualTo(state);
            }
        }
    }

    @Test
    void a_counter_takes_the_place_of_what_was_asked_and_both_are_kept() {
        StoredRequest request = in(COUNTERED);
        assertThat(request.standing()).isEqualTo(OFFERED);
        assertThat(request.asked()).isEqualTo(ASKED);
        assertThat(in(OPEN).standing()).isEqualTo(ASKED);
    }

    private static StoredRequest in(RequestState state) {
        StoredRequest request = new StoredRequest(
                TenantId.create(), ASKED, new Reason("Two sites closed"), Set.of(), Actor.installation(), NOW);
        way(state).forEach(step -> take(request, step));
        assertThat(request.state()).isEqualTo(state);
        return request;
    }

    private static Stream<String> way(RequestState state) {
        return switch (state) {
            case OPEN -> Stream.of();
            case COUNTERED -> Stream.of("counter");
            case ACCEPTED -> Stream.of("counter", "accept the counter");
            case DECLINED -> Stream.of("decline");
            case WITHDRAWN -> Stream.of("withdraw");
            case SUPERSEDED -> Stream.of("accept", "supersede");
            case APPLIED -> Stream.of("accept", "apply");
            case NOT_APPLIED -> Stream.of("accept", "miss");
        };
    }

    private static void take(StoredRequest request, String step) {
        Optional.ofNullable(STEPS.get(step)).orElseThrow().accept(request);
    }
}
