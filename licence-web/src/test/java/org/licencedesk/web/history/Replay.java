package org.licencedesk.web.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.licencedesk.web.history.Violation.Kind;

/** The ledger played from its first entry on: the figures and everybody's status after each entry. */
final class Replay {

    private static final Set<String> SEATED = Set.of("ACTIVE", "LOCKED");

    private static final String NONE = "";

    private final List<Entry> entries;

    private final Consumer<Violation> violations;

    /** By position, from 0 for what was before the first entry. */
    private final List<Figures> figures = new ArrayList<>(List.of(new Figures(0, 0)));

    private final Map<String, TreeMap<Integer, String>> statuses = new HashMap<>();

    private Replay(List<Entry> entries, Consumer<Violation> violations) {
        this.entries = entries;
        this.violations = violations;
    }

    static Replay of(List<Entry> entries, Consumer<Violation> violations) {
        Replay replay = new Replay(entries, violations);
        for (int position = 1; position <= entries.size(); position++) {
            replay.checkLink(position);
            replay.play(position);
        }
        return replay;
    }

    static boolean isSeated(String status) {
        return SEATED.contains(status);
    }

    /** @return the position of the last entry */
    int last() {
        return entries.size();
    }

    Entry entry(int position) {
        return entries.get(position - 1);
    }

    Figures figures(int position) {
        return figures.get(position);
    }

    /** @return the user's status, or blank where there is no such user then */
    String status(String user, int position) {
        return Optional.ofNullable(statuses.get(user))
                .map(course -> course.floorEntry(position))
                .map(Map.Entry::getValue)
                .orElse(NONE);
    }

    /** @return the last entry of what made the tenant with its first user: there are no calls before */
    int endOfFirst() {
        int position = 1;
        while (position < last()
                && entry(position + 1).actor().equals(entry(1).actor())
                && (entry(position + 1).is("USER_ADDED") || entry(position + 1).is("SEAT_TAKEN"))) {
            position++;
        }
        return position;
    }

    boolean isEndOfTransaction(int position) {
        return position == last() || !entry(position).isWith(entry(position + 1));
    }

    /** @return everybody who ever was, and their status in the end, blank for the deleted */
    Map<String, String> finalStatuses() {
        Map<String, String> all = new HashMap<>();
        statuses.forEach((user, course) -> all.put(user, course.lastEntry().getValue()));
        return all;
    }

    private void checkLink(int position) {
        Entry entry = entry(position);
        boolean isFirst = position == 1;
        if (entry.sequence() != position
                || !entry.previousHash()
                        .equals(isFirst ? "0".repeat(64) : entry(position - 1).hash())
                || (!isFirst && entry.at().compareTo(entry(position - 1).at()) < 0)) {
            add(Kind.CHAIN, entry);
        }
    }

    private void play(int position) {
        Entry entry = entry(position);
        Figures before = figures(position - 1);
        String status = status(entry.user(), position - 1);
        int maximum = entry.figures().maximum();
        Figures after = before;
        switch (entry.kind()) {
            case "TENANT_CREATED", "ALLOWANCE_CORRECTED" -> after = new Figures(maximum, before.occupied());
            case "ALLOWANCE_RAISED" -> {
                after = new Figures(maximum, before.occupied());
                require(maximum > before.maximum(), entry);
            }
            case "ALLOWANCE_REDUCED" -> {
                after = new Figures(maximum, before.occupied());
                require(maximum < before.maximum() && maximum >= before.occupied(), entry);
            }
            case "USER_ADDED" -> {
                require(status.isEmpty() && !entry.status().isEmpty(), entry);
                // Its seat is the next entry.
                become(entry.user(), position, entry.status());
            }
            case "SEAT_TAKEN" -> {
                after = new Figures(before.maximum(), before.occupied() + 1);
                require(isSeated(entry.status()) && (isAdded(position) || !isSeated(status)), entry);
                become(entry.user(), position, entry.status());
                if (after.occupied() > after.maximum()) {
                    add(Kind.OVERSOLD, entry);
                }
            }
            case "SEAT_RELEASED" -> {
                after = new Figures(before.maximum(), before.occupied() - 1);
                require(isSeated(status) && (isSeated(entry.status()) == isDeletedNext(position)), entry);
                become(entry.user(), position, entry.status());
            }
            case "USER_CHANGED" -> {
                require(!status.isEmpty() && isSeated(status) == isSeated(entry.status()), entry);
                become(entry.user(), position, entry.status());
            }
            case "USER_DELETED" -> {
                require(!status.isEmpty() && (!isSeated(status) || isReleased(position)), entry);
                become(entry.user(), position, NONE);
            }
            case "TERMS_ACCEPTED" -> require(position > 1 && entry(position - 1).is("ALLOWANCE_RAISED"), entry);
            default -> add(Kind.IMPOSSIBLE, entry);
        }
        if (!after.equals(entry.figures())) {
            add(Kind.WRONG_FIGURES, entry + " where the replay has " + after);
        }
        figures.add(after);
    }

    private boolean isAdded(int position) {
        return isAbout("USER_ADDED", position - 1, position);
    }

    private boolean isReleased(int position) {
        return isAbout("SEAT_RELEASED", position - 1, position);
    }

    private boolean isDeletedNext(int position) {
        return isAbout("USER_DELETED", position + 1, position);
    }

    /** Whether the one entry is of that kind, and about the same user in the same transaction as the other one. */
    private boolean isAbout(String kind, int position, int other) {
        return position >= 1
                && position <= last()
                && entry(position).is(kind)
                && entry(position).user().equals(entry(other).user())
                && entry(position).isWith(entry(other));
    }

    private void become(String user, int position, String status) {
        statuses.computeIfAbsent(user, any -> new TreeMap<>()).put(position, status);
    }

    private void require(boolean isPossible, Entry entry) {
        if (!isPossible) {
            add(Kind.IMPOSSIBLE, entry);
        }
    }

    private void add(Kind kind, Object what) {
        violations.accept(new Violation(kind, what.toString()));
    }
}
