package org.licencedesk.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hibernate.cfg.AvailableSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.platform.outbox.Outcome.Result;

/** What the outbox does for all messages, whatever they are. */
class OutboxIT {
    private static final Desk DESK = Desk.open();
    private static EntityManagerFactory parcels;

    private final UUID lane = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final Instant begin = DESK.clock().now();
    private final Parcels outbox = new Parcels(DESK);
    private final OutboxQueue queue = DESK.bean(OutboxQueue.class);

    @BeforeAll
    static void begin() {
        parcels = Desk.entityManagers(Map.of(AvailableSettings.LOADED_CLASSES, List.of(Parcel.class)));
        sql("create or replace table parcel (id uuid primary key, lane uuid, created_at datetime(6), state varchar(9),"
                + " attempts int, next_try_at datetime(6), first_failed_at datetime(6), number int)");
    }

    @AfterAll
    static void end() {
        sql("drop table parcel");
        parcels.close();
    }

    @BeforeEach
    void empty() {
        sql("delete from parcel");
        sql("delete from outbox_lane");
    }

    @AfterEach
    void set_the_clock_back() {
        DESK.clock().set(begin);
    }

    @Test
    void a_lane_is_sent_in_order_and_leaves_nothing_behind() {
        write(lane, 3, 1, 2);

        assertThat(on(() -> outbox.send(lane))).isTrue();

        assertThat(outbox.sent).containsExactly(1, 2, 3);
        assertThat(states()).containsOnly(MessageState.DELIVERED);
        assertThat(due()).isEmpty();
        assertThat(lanes()).isZero();
    }

    @Test
    void one_that_fails_holds_back_its_own_lane_alone() {
        write(lane, 1, 2);
        write(other, 3);
        outbox.otherSide = number -> number == 1 ? Result.FAILED : Result.DELIVERED;

        assertThat(on(() -> outbox.send(lane))).isFalse();
        assertThat(due()).containsExactly(other);
        on(() -> outbox.send(other));
        assertThat(outbox.sent).containsExactly(1, 3);

        DESK.clock().pass(Duration.ofSeconds(10).minusMillis(1));
        assertThat(due()).isEmpty();
        DESK.clock().pass(Duration.ofMillis(1));
        outbox.otherSide = number -> Result.DELIVERED;
        on(() -> outbox.send(lane));
        assertThat(outbox.sent).containsExactly(1, 3, 1, 2);
    }

    @Test
    void in_turn_the_lanes_after_a_failure_wait_for_the_next_round() {
        write(lane, 1);
        write(other, 2);
        outbox.otherSide = number -> Result.FAILED;

        round();
        assertThat(outbox.sent).hasSize(1);
        round();
        assertThat(outbox.sent).containsExactlyInAnyOrder(1, 2);
        round();
        assertThat(outbox.sent).hasSize(2);
    }

    @Test
    void at_once_a_node_sends_from_32_lanes_and_goes_on_when_there_are_places_again() {
        for (int number = 1; number <= 33; number++) {
            write(UUID.randomUUID(), number);
        }
        List<Runnable> threads = new ArrayList<>();
        look(threads);
        assertThat(threads).hasSize(32);
        look(threads);
        assertThat(threads).hasSize(32);

        threads.forEach(thread -> on(() -> run(thread)));
        look(threads);
        assertThat(threads).hasSize(33);
        on(() -> run(threads.get(32)));
        assertThat(outbox.sent)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 33).boxed().toList());
    }

    @Test
    void a_node_that_dies_over_a_message_leaves_it_to_another_which_sends_it_by_the_same_id() {
        write(lane, 1);
        UUID dead = on(() -> queue.claim(lane, now())).orElseThrow();
        UUID lost =
                on(() -> queue.next(outbox, lane, dead, now())).orElseThrow().message();
        assertThat(on(() -> queue.claim(lane, now()))).isEmpty();

        DESK.clock().pass(Lane.LEASE.minusMillis(1));
        on(() -> outbox.send(lane));
        assertThat(outbox.sent).isEmpty();
        DESK.clock().pass(Duration.ofMillis(1));
        UUID living = on(() -> queue.claim(lane, now())).orElseThrow();
        assertThat(on(() -> queue.next(outbox, lane, dead, now()))).isEmpty();
        assertThat(on(() -> queue.release(outbox, lane, dead, now()))).isFalse();
        assertThat(on(() -> queue.next(outbox, lane, living, now()))).get().satisfies(attempt -> {
            assertThat(attempt.message()).isEqualTo(lost);
            on(() -> queue.note(outbox, lost, attempt.sending().get(), now()));
        });
        assertThat(on(() -> queue.next(outbox, lane, living, now()))).isEmpty();

        on(() -> queue.note(outbox, lost, new Parcels.Answer(Result.FAILED), now()));
        assertThat(states()).containsExactly(MessageState.DELIVERED);
    }

    @Test
    void one_that_cannot_be_read_holds_back_its_lane_for_an_hour_and_no_other_lane() {
        write(lane, 1, 2);
        write(other, 3);
        outbox.unreadable = 1;

        round();
        round();
        assertThat(outbox.sent).containsExactly(3);
        DESK.clock().pass(Duration.ofHours(1).minusMillis(1));
        round();
        assertThat(outbox.sent).containsExactly(3);
        DESK.clock().pass(Duration.ofMinutes(5));
        round();
        assertThat(outbox.sent).containsExactly(3, 2);

        outbox.unreadable = 0;
        DESK.clock().pass(Duration.ofMinutes(5));
        round();
        assertThat(outbox.sent).containsExactly(3, 2, 1);
    }

    @Test
    void one_that_is_given_up_holds_nothing_back_and_can_be_sent_again() {
        write(lane, 1);
        outbox.otherSide = number -> Result.FAILED;
        on(() -> outbox.send(lane));
        DESK.clock().pass(Parcel.RETRY_WINDOW);
        write(lane, 2);
        on(() -> outbox.send(lane));
        assertThat(states()).containsExactly(MessageState.PARKED, MessageState.WAITING);

        resend(1);
        resend(2);
        outbox.otherSide = number -> Result.DELIVERED;
        on(() -> outbox.send(lane));
        resend(1);
        assertThat(states()).containsOnly(MessageState.DELIVERED);
        assertThat(outbox.sent).containsExactly(1, 1, 1, 2);
    }

    @Test
    void a_message_that_is_sent_again_need_not_wait_for_the_rest_of_its_lane_to_end() {
        write(lane, 1);
        outbox.otherSide = number -> Result.REFUSED;
        on(() -> outbox.send(lane));
        write(lane, 2);
        outbox.otherSide = number -> Result.FAILED;
        on(() -> outbox.send(lane));
        assertThat(due()).isEmpty();

        resend(1);

        assertThat(due()).containsExactly(lane);
    }

    @Test
    void one_for_which_no_attempt_is_of_use_is_parked_and_counts_none() {
        write(lane, 1, 2);
        outbox.otherSide = number -> number == 1 ? Result.POINTLESS : Result.REFUSED;
        on(() -> outbox.send(lane));

        assertThat(states()).containsOnly(MessageState.PARKED);
        assertThat(DESK.rows("select attempts from parcel order by number")).containsExactly(0, 1);
    }

    @Test
    void what_was_written_long_ago_is_forgotten_and_with_it_what_a_dead_node_left() {
        write(lane, 1);
        on(() -> outbox.send(lane));
        write(other, 2);
        on(() -> queue.claim(other, now()));
        DESK.clock().pass(Duration.ofDays(1));
        on(() -> outbox.forget("parcel", false, Duration.ofDays(1)));
        assertThat(states()).hasSize(2);

        DESK.clock().pass(Lane.LEASE.plusMillis(1));
        on(() -> outbox.forget("parcel", false, Duration.ofDays(1)));
        assertThat(states()).containsExactly(MessageState.WAITING);
        assertThat(lanes()).isZero();
        on(() -> outbox.forget("parcel", true, Duration.ofDays(1)));
        assertThat(states()).isEmpty();
    }

    private void round() {
        on(() -> {
            outbox.sendInTurn(() -> true);
            return lane;
        });
    }

    private void look(List<Runnable> threads) {
        on(() -> {
            outbox.sendAtOnce(threads::add);
            return lane;
        });
    }

    private static Runnable run(Runnable thread) {
        thread.run();
        return thread;
    }

    private void resend(int number) {
        on(() -> DESK.commit(() -> {
            queue.resend(
                    DESK.entities()
                            .createQuery("from Parcel where number = " + number, Parcel.class)
                            .getSingleResult(),
                    now());
            return lane;
        }));
    }

    private void write(UUID whither, int... numbers) {
        on(() -> DESK.commit(() -> {
            IntStream.of(numbers).forEach(number -> DESK.entities().persist(new Parcel(whither, number, now())));
            return lane;
        }));
    }

    private List<UUID> due() {
        return on(() -> outbox.due(100));
    }

    /** Of all messages, in their order. */
    private static List<MessageState> states() {
        return on(() -> DESK.commit(() -> DESK.entities()
                .createQuery("from Parcel order by number", Parcel.class)
                .getResultStream()
                .map(Parcel::state)
                .toList()));
    }

    private static int lanes() {
        return DESK.rows("select rests_until from outbox_lane").size();
    }

    private static Instant now() {
        return DESK.clock().now();
    }

    private static <T> T on(Supplier<T> call) {
        return DESK.on(parcels, call);
    }

    private static void sql(String statement) {
        on(() -> DESK.commit(() -> DESK.entities().createNativeQuery(statement).executeUpdate()));
    }
}
