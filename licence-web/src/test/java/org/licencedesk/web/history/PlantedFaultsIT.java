package org.licencedesk.web.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.history.SeatServer.Fault;
import org.licencedesk.web.history.SeatServer.SeatDoor;
import org.licencedesk.web.history.Violation.Kind;

/** The same clients and the same checker as before the product, before a server of seats that is right or wrong. */
class PlantedFaultsIT {

    private static final int CLIENTS = 16;

    private static final int WITHOUT_FAULT = 1_000;

    private static final int OPERATIONS_A_ROUND = 300;

    /** Whether two calls meet where a fault shows is chance: a fault that was not found yet is looked for again. */
    private static final int MOST_ROUNDS = 15;

    private static final int SEATS = 5;

    private static final Map<Fault, Kind> FOUND = Map.of(
            Fault.LOCK_AFTER_FIRST_READ, Kind.WRONG_FIGURES,
            Fault.LOST_WRITE, Kind.LOST,
            Fault.WRITE_IN_SPITE_OF_REFUSAL, Kind.DONE_THOUGH_REFUSED,
            Fault.LATE_COMMIT, Kind.STALE_READ,
            Fault.FIGURES_OF_BEFORE, Kind.WRONG_ANSWER,
            Fault.REFUSAL_BY_OLD_FIGURES, Kind.FALSE_REFUSAL,
            Fault.OLD_READING, Kind.STALE_READ);

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_fault_is_found_and_none_where_there_is_none(Fault fault) throws SQLException {
        if (fault == Fault.NONE) {
            assertThat(violations(fault, WITHOUT_FAULT)).isEmpty();
            return;
        }
        Set<Kind> found = EnumSet.noneOf(Kind.class);
        for (int round = 0; round < MOST_ROUNDS && !found.contains(FOUND.get(fault)); round++) {
            violations(fault, OPERATIONS_A_ROUND).forEach(violation -> found.add(violation.kind()));
        }
        assertThat(found).contains(FOUND.get(fault));
    }

    private static List<Violation> violations(Fault fault, int operations) throws SQLException {
        SeatServer server = SeatServer.start(Installation.shared().database(), fault, SEATS);
        Course course = new Course(fault.name(), new Figures(SEATS, 0));
        List<SeatDoor> doors = new ArrayList<>();
        for (int number = 0; number < CLIENTS; number++) {
            doors.add(server.door("client-" + number));
        }
        Crowd crowd = Crowd.start(
                IntStream.range(0, CLIENTS)
                        .<Consumer<Pace>>mapToObj(
                                number -> new Client(number, 1, any -> course, any -> doors.get(number))::work)
                        .toList(),
                new Pace());
        crowd.until(() -> course.decided() >= operations, Duration.ofMinutes(2));
        crowd.end();
        assertThat(course.decided()).isGreaterThanOrEqualTo(operations);
        for (SeatDoor door : doors) {
            door.close();
        }

        return HistoryChecker.check(course.calls(), server.ledger(), server.tables());
    }
}
