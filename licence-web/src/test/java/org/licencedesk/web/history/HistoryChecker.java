package org.licencedesk.web.history;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.licencedesk.web.history.Answer.Done;
import org.licencedesk.web.history.Answer.Refused;
import org.licencedesk.web.history.Answer.Undocumented;
import org.licencedesk.web.history.Attribution.Place;
import org.licencedesk.web.history.Tables.Increase;
import org.licencedesk.web.history.Violation.Kind;

/**
 * Judges what the clients of one tenant were told, with the ledger as the order of all changes.
 *
 * <p>A client never asks twice for the same thing unless it was refused: so whoever it was, and what became of whom, says
 * which call an entry belongs to, also where no answer came. No order has to be searched for, which makes the judgement
 * exact, and its time nearly linear.
 */
final class HistoryChecker {

    private final List<Call> calls;

    private final Tables tables;

    private final Set<Violation> violations = new LinkedHashSet<>();

    private final Replay replay;

    private final IdentityHashMap<Call, Place> places;

    private final Truth truth;

    private HistoryChecker(List<Call> calls, List<Entry> ledger, Tables tables) {
        this.calls =
                calls.stream().sorted(Comparator.comparingLong(Call::start)).toList();
        this.tables = tables;
        this.replay = Replay.of(ledger, violations::add);
        this.places = Attribution.of(this.calls, replay, tables.names(), violations::add);
        this.truth = new Truth(replay, tables.names());
    }

    /**
     * @param calls all calls that changed or read the tenant after it was made, in any order
     * @param ledger all entries
     * @param tables what the tables say afterwards
     * @return what is wrong, nothing if all is right
     * @throws IllegalArgumentException if a client asked twice for a thing that may have been done
     */
    static List<Violation> check(List<Call> calls, List<Entry> ledger, Tables tables) {
        HistoryChecker checker = new HistoryChecker(calls, ledger, tables);
        checker.checkOrder();
        checker.checkAnswers();
        checker.checkTables();
        return List.copyOf(checker.violations);
    }

    /** An answer that ended before another call began stands before it. */
    private void checkOrder() {
        long latestStart = Long.MIN_VALUE;
        String latest = "";
        List<Map.Entry<Call, Place>> inOrder = places.entrySet().stream()
                .sorted(Comparator.comparingInt(located -> located.getValue().first()))
                .toList();
        for (Map.Entry<Call, Place> located : inOrder) {
            Call call = located.getKey();
            if (call.isAcknowledged() && call.end() < latestStart) {
                add(Kind.ORDER, latest + " stands before " + call);
            }
            if (call.start() > latestStart) {
                latestStart = call.start();
                latest = call.toString();
            }
        }
    }

    /**
     * Goes through time, and knows how far in the ledger things were at least: as far as the last answer that had ended.
     * What was read, or was the reason of a refusal, stands at the first place from there on at which it is true, but not
     * behind what began only after its end.
     */
    private void checkAnswers() {
        NavigableMap<Long, Integer> soonestAfter = soonestAfter();
        IdentityHashMap<Call, Integer> reached = new IdentityHashMap<>();
        List<Call> byEnd =
                calls.stream().sorted(Comparator.comparingLong(Call::end)).toList();
        int ended = 0;
        int from = replay.endOfFirst();
        for (Call call : calls) {
            for (; byEnd.get(ended).end() < call.start(); ended++) {
                from = Math.max(from, reached.getOrDefault(byEnd.get(ended), 0));
            }
            Place place = places.get(call);
            if (place != null) {
                checkAfter(call, place);
                if (call.isAcknowledged()) {
                    reached.put(call, place.last());
                }
            } else {
                Map.Entry<Long, Integer> later = soonestAfter.higherEntry(call.end());
                int at = firstTrue(call, from, later == null ? replay.last() : later.getValue() - 1);
                reached.put(call, at);
            }
        }
    }

    /** @return by the instant, the first entry of all that began at it or later */
    private NavigableMap<Long, Integer> soonestAfter() {
        TreeMap<Long, Integer> begins = new TreeMap<>();
        places.forEach((call, place) -> begins.merge(call.start(), place.first(), Math::min));
        int soonest = Integer.MAX_VALUE;
        for (Map.Entry<Long, Integer> begin : begins.descendingMap().entrySet()) {
            soonest = Math.min(soonest, begin.getValue());
            begin.setValue(soonest);
        }
        return begins;
    }

    private void checkAfter(Call call, Place place) {
        Figures after = replay.figures(place.last());
        if (call.answer() instanceof Done done
                && done.figures().filter(said -> !said.equals(after)).isPresent()) {
            add(Kind.WRONG_ANSWER, call + " where the replay has " + after);
        }
    }

    /** @return the first place at which the answer is true; where there is none, nothing is said of what comes later */
    private int firstTrue(Call call, int from, int to) {
        if (call.answer() instanceof Undocumented answer) {
            add(Kind.UNDOCUMENTED, call + " " + answer.what());
            return 0;
        }
        return IntStream.rangeClosed(from, to)
                .filter(position -> replay.isEndOfTransaction(position) && truth.holds(call, position))
                .findFirst()
                .orElseGet(() -> {
                    add(untrue(call), call + " between entries " + from + " and " + to);
                    return 0;
                });
    }

    private static Kind untrue(Call call) {
        if (call.answer() instanceof Refused) {
            return Kind.FALSE_REFUSAL;
        }
        return call.answer() instanceof Done ? Kind.LOST : Kind.STALE_READ;
    }

    private void checkTables() {
        checkTable("figures", tables.figures(), replay.figures(replay.last()));
        checkTable("last sequence", tables.lastSequence(), (long) replay.last());
        checkTable("last hash", tables.lastHash(), replay.entry(replay.last()).hash());
        checkTable("increases", tables.increases(), increases());
        Map<String, String> statuses = replay.finalStatuses();
        tables.statuses()
                .forEach((user, status) ->
                        checkTable("status of " + user, status, statuses.getOrDefault(user, "nobody")));
        checkTable("users", tables.statuses().keySet(), statuses.keySet());
    }

    private List<Increase> increases() {
        return IntStream.rangeClosed(1, replay.last())
                .filter(position -> replay.entry(position).is("ALLOWANCE_RAISED"))
                .mapToObj(position -> new Increase(
                        replay.figures(position - 1).maximum(),
                        replay.figures(position).maximum()))
                .toList();
    }

    private void checkTable(String what, Object found, Object expected) {
        if (!found.equals(expected)) {
            add(Kind.TABLES, what + ": " + found + " where the replay has " + expected);
        }
    }

    private void add(Kind kind, Object what) {
        violations.add(new Violation(kind, what.toString()));
    }
}
