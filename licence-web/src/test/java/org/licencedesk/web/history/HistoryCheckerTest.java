package org.licencedesk.web.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
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
import org.licencedesk.web.history.Operation.Reduce;
import org.licencedesk.web.history.Operation.SetStatus;
import org.licencedesk.web.history.Tables.Increase;
import org.licencedesk.web.history.Violation.Kind;

/** Each fault is planted in a small history that is right without it. The tenant has two seats, and one user who holds one. */
class HistoryCheckerTest {

    private static final Optional<Quote> NO_CONSENT = Optional.empty();

    private final List<Entry> ledger = new ArrayList<>();

    private final List<Call> calls = new ArrayList<>();

    private final Map<String, String> statuses = new HashMap<>();

    private final Map<String, String> names = new HashMap<>();

    private int transactions;

    HistoryCheckerTest() {
        transaction(
                "operator",
                entry("TENANT_CREATED", "", "", 2, 0),
                entry("USER_ADDED", "ada", "ACTIVE", 2, 0),
                entry("SEAT_TAKEN", "ada", "ACTIVE", 2, 1));
    }

    @Test
    void what_was_done_as_it_was_told_is_right() {
        addBob("client", 0, 1, done(2, 2));
        call("client", new Add("cleo", "ACTIVE"), 2, 3, refused(2, 2, 3));
        transaction(
                "client",
                entry("ALLOWANCE_RAISED", "", "", 3, 2),
                entry("TERMS_ACCEPTED", "", "", 3, 2),
                entry("USER_ADDED", "id-cleo", "ACTIVE", 3, 2),
                entry("SEAT_TAKEN", "id-cleo", "ACTIVE", 3, 3));
        consented("client", new Add("cleo", "ACTIVE"), 4, 5, 3, done(3, 3));
        transaction("other", entry("SEAT_RELEASED", "id-bob", "INACTIVE", 3, 2));
        call("other", new SetStatus(List.of("id-bob"), "INACTIVE"), 4, 9, done(3, 2));
        transaction("other", entry("USER_CHANGED", "id-bob", "ROOM", 3, 2));
        call("other", new SetStatus(List.of("id-bob"), "ROOM"), 10, 11, done(3, 2));
        transaction(
                "client",
                entry("SEAT_RELEASED", "id-cleo", "ACTIVE", 3, 1),
                entry("USER_DELETED", "id-cleo", "ACTIVE", 3, 1));
        call("client", new Delete("id-cleo"), 12, 13, new Done(Optional.empty(), ""));
        transaction("operator", "too many", entry("ALLOWANCE_CORRECTED", "", "", 9, 1));
        call("client", new Correct(9, "too many"), 14, 15, done(9, 1));
        transaction("job", entry("ALLOWANCE_REDUCED", "", "", 4, 1));
        call("client", new Reduce(4), 16, 17, new Done(Optional.empty(), ""));
        transaction("client", entry("ALLOWANCE_RAISED", "", "", 6, 1), entry("TERMS_ACCEPTED", "", "", 6, 1));
        consented("client", new Raise(6), 18, 19, 6, done(6, 1));
        read(20, 21, 6, 1);
        call("other", new ReadUser("id-cleo"), 22, 23, new ReadStatus(""));

        assertRight();
    }

    @Test // R36
    void a_write_that_was_acknowledged_and_lost_is_found() {
        call("client", new Add("bob", "ACTIVE"), 0, 1, done(2, 2));

        assertFound(Kind.LOST);
    }

    @Test // R36
    void a_change_of_status_that_was_acknowledged_and_lost_is_found() {
        call("client", new SetStatus(List.of("ada"), "INACTIVE"), 0, 1, done(2, 0));

        assertFound(Kind.LOST);
    }

    @Test
    void a_status_that_the_user_had_already_leaves_no_entry() {
        call("client", new SetStatus(List.of("ada"), "ACTIVE"), 0, 1, done(2, 1));

        assertRight();
    }

    @Test // R37
    void a_correction_to_the_maximum_that_there_is_leaves_no_entry_and_any_other_does() {
        call("client", new Correct(2, "as it is"), 0, 1, done(2, 1));
        assertRight();

        call("client", new Correct(3, "more"), 2, 3, done(3, 1));
        assertFound(Kind.LOST);
    }

    @Test // R36
    void what_nobody_knows_may_be_done_or_not() {
        call("client", new Add("cleo", "ACTIVE"), 0, 1, new Unknown("time-out"));
        addBob("client", 2, 3, new Unknown("connection cut"));

        assertRight();
    }

    @Test // R36
    void what_nobody_knows_may_be_done_late() {
        addBob("client", 2, 3, done(2, 2));
        transaction("other", entry("SEAT_RELEASED", "ada", "INACTIVE", 2, 1));
        call("other", new SetStatus(List.of("ada"), "INACTIVE"), 0, 1, new Unknown("time-out"));

        assertRight();
    }

    @Test // R36
    void what_is_done_twice_is_found() {
        transaction("client", entry("SEAT_RELEASED", "ada", "INACTIVE", 2, 0));
        transaction("other", entry("SEAT_TAKEN", "ada", "ACTIVE", 2, 1));
        transaction("client", entry("SEAT_RELEASED", "ada", "INACTIVE", 2, 0));
        call("client", new SetStatus(List.of("ada"), "INACTIVE"), 0, 9, new Unknown("time-out"));
        call("other", new SetStatus(List.of("ada"), "ACTIVE"), 0, 9, done(2, 1));

        assertFound(Kind.TWICE);
    }

    @Test // R34
    void what_was_refused_and_is_done_is_found() {
        addBob("client", 0, 1, refused(2, 2, 3));

        assertFound(Kind.DONE_THOUGH_REFUSED);
    }

    @Test // R34
    void what_was_busy_and_is_done_is_found() {
        addBob("client", 0, 1, new Untouched("busy"));

        assertFound(Kind.DONE_THOUGH_REFUSED);
    }

    @Test // R38
    void what_nobody_asked_for_is_found() {
        addBob("client", 0, 1, done(2, 2));
        transaction("stranger", entry("SEAT_RELEASED", "id-bob", "INACTIVE", 2, 1));

        assertFound(Kind.UNASKED);
    }

    @Test
    void what_stands_after_what_began_only_after_its_answer_is_found() {
        addBob("client", 10, 11, done(2, 2));
        transaction("other", entry("SEAT_RELEASED", "ada", "INACTIVE", 2, 1));
        call("other", new SetStatus(List.of("ada"), "INACTIVE"), 0, 9, done(2, 1));

        assertFound(Kind.ORDER);
    }

    @Test
    void two_at_once_may_stand_in_either_order() {
        addBob("client", 9, 11, done(2, 2));
        transaction("other", entry("SEAT_RELEASED", "ada", "INACTIVE", 2, 1));
        call("other", new SetStatus(List.of("ada"), "INACTIVE"), 0, 9, done(2, 1));

        assertRight();
    }

    @Test
    void what_nobody_knows_stands_after_what_was_answered_before_it_began() {
        addBob("client", 10, 11, new Unknown("time-out"));
        transaction("other", entry("SEAT_RELEASED", "ada", "INACTIVE", 2, 1));
        call("other", new SetStatus(List.of("ada"), "INACTIVE"), 0, 9, done(2, 1));

        assertFound(Kind.ORDER);
    }

    @Test
    void figures_of_another_place_in_an_answer_are_found() {
        addBob("client", 0, 1, done(2, 1));

        assertFound(Kind.WRONG_ANSWER);
    }

    @Test
    void an_answer_about_somebody_else_is_found() {
        addBob("client", 0, 1, new Done(Optional.of(new Figures(2, 2)), "id-cleo"));

        assertFound(Kind.PARTIAL);
    }

    @Test // R34
    void a_refusal_while_a_seat_is_available_is_found() {
        call("other", new Add("cleo", "ACTIVE"), 0, 1, refused(2, 2, 3));
        addBob("client", 2, 3, done(2, 2));

        assertFound(Kind.FALSE_REFUSAL);
    }

    @Test // R34
    void a_refusal_that_is_true_at_one_instant_is_right() {
        call("other", new Add("cleo", "ACTIVE"), 0, 2, refused(2, 2, 3));
        addBob("client", 2, 3, done(2, 2));
        transaction("client", entry("SEAT_RELEASED", "ada", "INACTIVE", 2, 1));
        call("client", new SetStatus(List.of("ada"), "INACTIVE"), 4, 5, done(2, 1));

        assertRight();
    }

    @Test // R34
    void a_refusal_by_figures_of_before_is_found() {
        addBob("client", 0, 1, done(2, 2));
        transaction("client", entry("SEAT_RELEASED", "ada", "INACTIVE", 2, 1));
        call("client", new SetStatus(List.of("ada"), "INACTIVE"), 2, 3, done(2, 1));
        call("other", new Add("cleo", "ACTIVE"), 4, 5, refused(2, 2, 3));

        assertFound(Kind.FALSE_REFUSAL);
    }

    @Test // R32
    void a_refusal_of_the_very_quote_that_was_accepted_is_found() {
        addBob("client", 0, 1, done(2, 2));
        consented("other", new Add("cleo", "ACTIVE"), 2, 3, 3, refused(2, 2, 3));

        assertFound(Kind.FALSE_REFUSAL);
    }

    @Test // R16
    void a_quote_for_another_number_than_is_missing_is_found() {
        addBob("client", 0, 1, done(2, 2));
        call("other", new Add("cleo", "ACTIVE"), 2, 3, refused(2, 2, 4));

        assertFound(Kind.FALSE_REFUSAL);
    }

    @Test // R11
    void refusals_of_numbers_are_true_of_their_instant() {
        call("client", new Raise(2), 0, 1, new Refused("not-an-increase", Optional.empty(), NO_CONSENT));
        call("client", new Raise(1), 2, 3, new Refused("decrease-not-offered", Optional.empty(), NO_CONSENT));
        assertRight();

        call("client", new Raise(3), 4, 5, new Refused("not-an-increase", Optional.empty(), NO_CONSENT));
        assertFound(Kind.FALSE_REFUSAL);
    }

    @Test // R22
    void a_name_is_taken_while_somebody_has_it() {
        addBob("client", 4, 5, done(2, 2));
        call("other", new Add("bob", "ROOM"), 5, 6, new Refused("user-name-taken", Optional.empty(), NO_CONSENT));
        assertRight();

        call("third", new Add("bob", "ROOM"), 2, 3, new Refused("user-name-taken", Optional.empty(), NO_CONSENT));
        assertFound(Kind.FALSE_REFUSAL);
    }

    @Test
    void a_user_is_not_found_once_it_is_gone() {
        addBob("client", 0, 1, done(2, 2));
        transaction(
                "client",
                entry("SEAT_RELEASED", "id-bob", "ACTIVE", 2, 1),
                entry("USER_DELETED", "id-bob", "ACTIVE", 2, 1));
        call("client", new Delete("id-bob"), 4, 5, new Done(Optional.empty(), ""));
        call("other", new Delete("id-bob"), 5, 6, new Refused("not-found", Optional.empty(), NO_CONSENT));
        assertRight();

        call("third", new Delete("id-bob"), 2, 3, new Refused("not-found", Optional.empty(), NO_CONSENT));
        assertFound(Kind.FALSE_REFUSAL);
    }

    @Test
    void a_reading_of_what_was_before_is_found() {
        addBob("client", 0, 1, done(2, 2));
        read(2, 3, 2, 1);

        assertFound(Kind.STALE_READ);
    }

    @Test
    void a_reading_during_a_change_may_see_it_or_not_but_the_next_sees_no_less() {
        addBob("client", 0, 9, done(2, 2));
        read(1, 2, 2, 1);
        read(3, 4, 2, 2);
        read(3, 4, 2, 1);
        assertRight();

        read(5, 6, 2, 1);
        assertFound(Kind.STALE_READ);
    }

    @Test
    void a_reading_of_what_began_only_afterwards_is_found() {
        read(0, 1, 2, 2);
        addBob("client", 2, 3, done(2, 2));

        assertFound(Kind.STALE_READ);
    }

    @Test // R34
    void a_seat_that_two_took_because_both_had_read_before_either_locked_is_found() {
        addBob("client", 0, 9, done(2, 2));
        transaction(
                "other",
                entry("USER_ADDED", "id-cleo", "ACTIVE", 2, 1),
                entry("SEAT_TAKEN", "id-cleo", "ACTIVE", 2, 2));
        call("other", new Add("cleo", "ACTIVE"), 0, 9, done(2, 2));

        assertFound(Kind.OVERSOLD, Kind.WRONG_FIGURES, Kind.WRONG_INCREASE, Kind.WRONG_ANSWER, Kind.TABLES);
    }

    @Test // R35
    void a_user_without_the_seat_that_it_needs_is_found() {
        transaction("client", entry("USER_ADDED", "id-bob", "ACTIVE", 2, 1));
        call("client", new Add("bob", "ACTIVE"), 0, 9, done(2, 1));

        assertFound(Kind.PARTIAL);
    }

    @Test // R35
    void one_of_many_who_was_left_out_is_found() {
        addBob("client", 0, 1, done(2, 2));
        transaction("client", entry("SEAT_RELEASED", "id-bob", "INACTIVE", 2, 1));
        call("client", new SetStatus(List.of("ada", "id-bob"), "INACTIVE"), 2, 3, done(2, 1));

        assertFound(Kind.PARTIAL);
    }

    @Test // R16
    void more_seats_than_are_missing_are_found() {
        addBob("client", 0, 1, done(2, 2));
        activateCleoAt(4);
        consented("client", new Add("cleo", "ACTIVE"), 2, 3, 4, done(4, 3));

        assertFound(Kind.WRONG_INCREASE);
    }

    @Test // R29
    void an_increase_that_nobody_consented_to_is_found() {
        addBob("client", 0, 1, done(2, 2));
        activateCleoAt(3);
        call("client", new Add("cleo", "ACTIVE"), 2, 3, done(3, 3));

        assertFound(Kind.WRONG_INCREASE);
    }

    @Test // R38
    void a_chain_that_is_broken_is_found() {
        addBob("client", 0, 1, done(2, 2));
        Entry last = ledger.get(ledger.size() - 1);
        for (Entry wrong : List.of(
                copy(last, last.sequence() + 1, last.at(), last.previousHash()),
                copy(last, last.sequence(), "0000", last.previousHash()),
                copy(last, last.sequence(), last.at(), "another"))) {
            ledger.set(ledger.size() - 1, wrong);

            assertThat(check()).extracting(Violation::kind).contains(Kind.CHAIN);
        }
    }

    @Test // R38
    void what_cannot_follow_is_found() {
        transaction("client", entry("SEAT_RELEASED", "id-bob", "INACTIVE", 2, 0));
        call("client", new SetStatus(List.of("id-bob"), "INACTIVE"), 0, 1, done(2, 0));

        assertFound(Kind.IMPOSSIBLE);
    }

    @Test // R38
    void tables_that_say_something_else_are_found() {
        addBob("client", 0, 1, done(2, 2));
        Tables right = tables();
        Map<String, String> moved = new HashMap<>(statuses);
        moved.put("ada", "LOCKED");
        Map<String, String> more = new HashMap<>(statuses);
        more.put("ghost", "ROOM");
        Map<String, String> fewer = Map.of("ada", "ACTIVE");
        for (Tables wrong : List.of(
                new Tables(new Figures(3, 2), right.lastSequence(), right.lastHash(), statuses, names, List.of()),
                new Tables(new Figures(2, 1), right.lastSequence(), right.lastHash(), statuses, names, List.of()),
                new Tables(right.figures(), 9, right.lastHash(), statuses, names, List.of()),
                new Tables(right.figures(), right.lastSequence(), "another", statuses, names, List.of()),
                new Tables(right.figures(), right.lastSequence(), right.lastHash(), moved, names, List.of()),
                new Tables(right.figures(), right.lastSequence(), right.lastHash(), more, names, List.of()),
                new Tables(right.figures(), right.lastSequence(), right.lastHash(), fewer, names, List.of()),
                new Tables(
                        right.figures(),
                        right.lastSequence(),
                        right.lastHash(),
                        statuses,
                        names,
                        List.of(new Increase(1, 2))))) {
            assertThat(HistoryChecker.check(calls, ledger, wrong))
                    .extracting(Violation::kind)
                    .isNotEmpty()
                    .containsOnly(Kind.TABLES);
        }
    }

    @Test
    void an_answer_that_the_contract_does_not_know_is_found() {
        call("client", new Add("bob", "ACTIVE"), 0, 1, new Undocumented("500"));

        assertFound(Kind.UNDOCUMENTED);
    }

    @Test
    void who_asks_twice_for_what_may_be_done_cannot_be_judged() {
        call("client", new Add("bob", "ACTIVE"), 0, 1, new Unknown("time-out"));
        call("client", new Add("bob", "ACTIVE"), 2, 3, done(2, 2));

        assertThatThrownBy(this::check).isInstanceOf(IllegalArgumentException.class);
    }

    private void addBob(String actor, long start, long end, Answer answer) {
        transaction(
                actor, entry("USER_ADDED", "id-bob", "ACTIVE", 2, 1), entry("SEAT_TAKEN", "id-bob", "ACTIVE", 2, 2));
        call(actor, new Add("bob", "ACTIVE"), start, end, answer);
    }

    private void activateCleoAt(int maximum) {
        transaction(
                "client",
                entry("ALLOWANCE_RAISED", "", "", maximum, 2),
                entry("TERMS_ACCEPTED", "", "", maximum, 2),
                entry("USER_ADDED", "id-cleo", "ACTIVE", maximum, 2),
                entry("SEAT_TAKEN", "id-cleo", "ACTIVE", maximum, 3));
    }

    private void read(long start, long end, int maximum, int occupied) {
        call("reader", new ReadFigures(), start, end, new Read(new Figures(maximum, occupied)));
    }

    private void call(String actor, Operation operation, long start, long end, Answer answer) {
        calls.add(new Call(actor, operation, NO_CONSENT, start, end, answer));
    }

    private void consented(String actor, Operation operation, long start, long end, int raiseTo, Answer answer) {
        calls.add(new Call(actor, operation, Optional.of(quote(raiseTo)), start, end, answer));
    }

    private static Done done(int maximum, int occupied) {
        return new Done(Optional.of(new Figures(maximum, occupied)), "");
    }

    private static Refused refused(int maximum, int occupied, int raiseTo) {
        return new Refused(
                "increase-not-confirmed", Optional.of(new Figures(maximum, occupied)), Optional.of(quote(raiseTo)));
    }

    private static Quote quote(int raiseTo) {
        return new Quote(raiseTo, "raise to " + raiseTo);
    }

    private static Entry entry(String kind, String user, String status, int maximum, int occupied) {
        return new Entry(0, "", "", kind, user, status, "", new Figures(maximum, occupied), "", "");
    }

    private void transaction(String actor, Entry... entries) {
        transaction(actor, "", entries);
    }

    private void transaction(String actor, String reason, Entry... entries) {
        transactions++;
        for (Entry entry : entries) {
            int sequence = ledger.size() + 1;
            ledger.add(new Entry(
                    sequence,
                    "%05d".formatted(transactions),
                    actor,
                    entry.kind(),
                    entry.user(),
                    entry.status(),
                    reason,
                    entry.figures(),
                    sequence == 1 ? "0".repeat(64) : "hash " + (sequence - 1),
                    "hash " + sequence));
            if (!entry.user().isEmpty()) {
                statuses.put(entry.user(), entry.kind().equals("USER_DELETED") ? "" : entry.status());
                names.put(entry.user(), entry.user().replace("id-", ""));
            }
        }
    }

    private static Entry copy(Entry entry, long sequence, String at, String previousHash) {
        return new Entry(
                sequence,
                at,
                entry.actor(),
                entry.kind(),
                entry.user(),
                entry.status(),
                entry.reason(),
                entry.figures(),
                previousHash,
                entry.hash());
    }

    private void assertRight() {
        assertThat(check()).isEmpty();
    }

    private void assertFound(Kind... kinds) {
        assertThat(new TreeSet<>(check().stream().map(Violation::kind).toList()))
                .containsExactlyInAnyOrder(kinds);
    }

    /** The order in which calls are recorded says nothing. */
    private List<Violation> check() {
        List<Call> shuffled = new ArrayList<>(calls);
        Collections.reverse(shuffled);
        return HistoryChecker.check(shuffled, ledger, tables());
    }

    private Tables tables() {
        Entry last = ledger.get(ledger.size() - 1);
        List<Increase> increases = new ArrayList<>();
        for (int i = 1; i < ledger.size(); i++) {
            if (ledger.get(i).is("ALLOWANCE_RAISED")) {
                increases.add(new Increase(
                        ledger.get(i - 1).figures().maximum(),
                        ledger.get(i).figures().maximum()));
            }
        }
        return new Tables(last.figures(), ledger.size(), last.hash(), statuses, names, increases);
    }
}
