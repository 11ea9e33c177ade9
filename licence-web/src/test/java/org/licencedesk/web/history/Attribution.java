package org.licencedesk.web.history;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.licencedesk.web.history.Answer.Done;
import org.licencedesk.web.history.Operation.Add;
import org.licencedesk.web.history.Operation.Correct;
import org.licencedesk.web.history.Operation.Raise;
import org.licencedesk.web.history.Operation.SetStatus;
import org.licencedesk.web.history.Violation.Kind;

/** Finds the call of each transaction in the ledger, and checks that it did what was asked for, whole and once. */
final class Attribution {

    /** The first and the last entry of a transaction, as positions. */
    record Place(int first, int last) {}

    private final Replay replay;

    private final Map<String, String> names;

    private final Consumer<Violation> violations;

    /** The calls that may have been done, and those that must not have been, by their marks. */
    private final Map<String, Call> possible = new HashMap<>();

    private final Map<String, Call> refused = new HashMap<>();

    private final IdentityHashMap<Call, Place> places = new IdentityHashMap<>();

    private Attribution(Replay replay, Map<String, String> names, Consumer<Violation> violations) {
        this.replay = replay;
        this.names = names;
        this.violations = violations;
    }

    /**
     * @param names everybody's user name, by identity
     * @return where each call that was done stands in the ledger, by the call's identity
     * @throws IllegalArgumentException if a client asked twice for a thing that may have been done: then nobody could say
     *     which of the two calls an entry belongs to
     */
    static IdentityHashMap<Call, Place> of(
            List<Call> calls, Replay replay, Map<String, String> names, Consumer<Violation> violations) {
        Attribution attribution = new Attribution(replay, names, violations);
        calls.forEach(attribution::mark);
        attribution.locateAll();
        return attribution.places;
    }

    private void mark(Call call) {
        for (String mark : call.operation().marks(call.actor())) {
            if (!call.isPossiblyDone()) {
                refused.put(mark, call);
            } else if (possible.put(mark, call) != null) {
                throw new IllegalArgumentException("Asked for twice: " + mark);
            }
        }
    }

    /** What made the tenant comes first, and is nobody's call. */
    private void locateAll() {
        int first = replay.endOfFirst() + 1;
        while (first <= replay.last()) {
            int last = first;
            while (!replay.isEndOfTransaction(last)) {
                last++;
            }
            locate(new Place(first, last));
            first = last + 1;
        }
    }

    private void locate(Place place) {
        Set<String> marks = marks(place);
        Set<Call> asked = Collections.newSetFromMap(new IdentityHashMap<>());
        marks.forEach(mark -> Optional.ofNullable(possible.get(mark)).ifPresent(asked::add));
        if (asked.isEmpty()) {
            addUnasked(place, marks);
            return;
        }
        Call call = asked.iterator().next();
        if (places.putIfAbsent(call, place) != null) {
            add(Kind.TWICE, call, place);
        }
        boolean isOneCall = asked.size() == 1 && marks.stream().allMatch(possible::containsKey);
        if (!isOneCall || !isWhole(call, place)) {
            add(Kind.PARTIAL, call, place);
        }
        if (!isIncreaseRight(call, place)) {
            add(Kind.WRONG_INCREASE, call, place);
        }
    }

    private void addUnasked(Place place, Set<String> marks) {
        Optional<Call> without = marks.stream()
                .flatMap(mark -> Optional.ofNullable(refused.get(mark)).stream())
                .findFirst();
        without.ifPresentOrElse(
                call -> add(Kind.DONE_THOUGH_REFUSED, call, place),
                () -> violations.accept(
                        new Violation(Kind.UNASKED, replay.entry(place.first()).toString())));
    }

    /** @return by what the entries of one transaction are known */
    private Set<String> marks(Place place) {
        Map<String, String> ofUsers = new HashMap<>();
        Set<String> ofAllowance = new LinkedHashSet<>();
        for (int position = place.first(); position <= place.last(); position++) {
            Entry entry = replay.entry(position);
            String actor = entry.actor();
            String user = entry.user();
            switch (entry.kind()) {
                case "USER_ADDED" -> ofUsers.put(user, Operation.mark(actor, "add", names.getOrDefault(user, user)));
                case "USER_DELETED" -> ofUsers.put(user, Operation.mark(actor, "delete", user));
                case "SEAT_TAKEN", "SEAT_RELEASED", "USER_CHANGED" ->
                    ofUsers.putIfAbsent(user, Operation.mark(actor, entry.status(), user));
                case "ALLOWANCE_CORRECTED" -> ofAllowance.add(Operation.mark("", "correct", entry.reason()));
                case "ALLOWANCE_REDUCED" ->
                    ofAllowance.add(Operation.mark("", "reduce", entry.figures().maximum()));
                default -> {
                    // An increase is known by itself only where it was not for somebody.
                }
            }
        }
        if (!ofAllowance.isEmpty()) {
            return ofAllowance;
        }
        Entry first = replay.entry(place.first());
        return ofUsers.isEmpty()
                ? Set.of(Operation.mark(first.actor(), "raise", first.figures().maximum()))
                : Set.copyOf(ofUsers.values());
    }

    /** Everybody whom the call is about has become what was asked for, unless they were gone. */
    private boolean isWhole(Call call, Place place) {
        if (call.operation() instanceof Add add) {
            Entry last = replay.entry(place.last());
            boolean isWhom = !(call.answer() instanceof Done done)
                    || done.user().isEmpty()
                    || done.user().equals(last.user());
            return isWhom
                    && last.status().equals(add.status())
                    && last.is(Replay.isSeated(add.status()) ? "SEAT_TAKEN" : "USER_ADDED");
        } else if (call.operation() instanceof SetStatus change) {
            return change.users().stream()
                    .map(user -> replay.status(user, place.last()))
                    .allMatch(after -> after.isEmpty() || after.equals(change.status()));
        } else if (call.operation() instanceof Correct correction) {
            return replay.figures(place.last()).maximum() == correction.maximum();
        }
        return true;
    }

    /** What was bought is exactly what was missing, and was consented to (R16, R32). */
    private boolean isIncreaseRight(Call call, Place place) {
        Entry first = replay.entry(place.first());
        boolean isBought = first.is("ALLOWANCE_RAISED");
        int maximum = first.figures().maximum();
        Figures before = replay.figures(place.first() - 1);
        int missing = before.missingFor(seatsTaken(place));
        if (!isBought) {
            return seatsTaken(place) == 0 || missing == 0;
        }
        boolean isWanted = call.operation() instanceof Raise raise
                ? maximum == raise.maximum()
                : missing > 0 && maximum == before.maximum() + missing;
        boolean isProved =
                place.last() > place.first() && replay.entry(place.first() + 1).is("TERMS_ACCEPTED");
        return isWanted
                && isProved
                && call.consent().filter(quote -> quote.raiseTo() == maximum).isPresent();
    }

    private int seatsTaken(Place place) {
        int seats = 0;
        for (int position = place.first(); position <= place.last(); position++) {
            seats += replay.entry(position).is("SEAT_TAKEN") ? 1 : 0;
        }
        return seats;
    }

    private void add(Kind kind, Call call, Place place) {
        violations.accept(new Violation(kind, call + " at " + replay.entry(place.first())));
    }
}
