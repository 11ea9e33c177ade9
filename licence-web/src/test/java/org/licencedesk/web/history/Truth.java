package org.licencedesk.web.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.licencedesk.web.history.Answer.Done;
import org.licencedesk.web.history.Answer.Read;
import org.licencedesk.web.history.Answer.ReadStatus;
import org.licencedesk.web.history.Answer.Refused;
import org.licencedesk.web.history.Operation.Add;
import org.licencedesk.web.history.Operation.Correct;
import org.licencedesk.web.history.Operation.Delete;
import org.licencedesk.web.history.Operation.Raise;
import org.licencedesk.web.history.Operation.ReadUser;
import org.licencedesk.web.history.Operation.Reduce;
import org.licencedesk.web.history.Operation.SetStatus;

/** Whether an answer that left no entry was true at a place in the ledger. */
final class Truth {

    private final Replay replay;

    private final Map<String, List<String>> namesakes;

    /** @param names everybody's user name, by identity */
    Truth(Replay replay, Map<String, String> names) {
        this.replay = replay;
        this.namesakes = names.entrySet().stream()
                .collect(groupingBy(Map.Entry::getValue, mapping(Map.Entry::getKey, toList())));
    }

    /** @return whether it was true after the entry of that position; an answer that says nothing always is */
    boolean holds(Call call, int position) {
        if (call.answer() instanceof Read read) {
            return read.figures().equals(replay.figures(position));
        } else if (call.answer() instanceof ReadStatus read) {
            return call.operation() instanceof ReadUser one
                    && read.status().equals(replay.status(one.user(), position));
        } else if (call.answer() instanceof Done done) {
            return isAllAsAsked(call.operation(), position) && areFigures(done.figures(), position);
        } else if (call.answer() instanceof Refused refusal) {
            return areFigures(refusal.figures(), position) && isReason(call, refusal, position);
        }
        return true;
    }

    private boolean areFigures(Optional<Figures> said, int position) {
        return said.filter(figures -> !figures.equals(replay.figures(position))).isEmpty();
    }

    /**
     * Nothing had to be written: everybody has the status already, or of many some are gone; or the maximum is what it is
     * corrected to. Nothing else is done so.
     */
    private boolean isAllAsAsked(Operation operation, int position) {
        if (operation instanceof SetStatus change) {
            return change.users().stream()
                    .map(user -> replay.status(user, position))
                    .allMatch(status -> status.equals(change.status())
                            || (status.isEmpty() && change.users().size() > 1));
        }
        return operation instanceof Correct correction
                && correction.maximum() == replay.figures(position).maximum();
    }

    private boolean isReason(Call call, Refused refusal, int position) {
        Figures then = replay.figures(position);
        Operation operation = call.operation();
        return switch (refusal.code()) {
            case "increase-not-confirmed" ->
                refusal.quote()
                        .filter(fresh -> !call.consent().equals(Optional.of(fresh)))
                        .filter(fresh -> isIncreaseNeeded(operation, fresh, position))
                        .isPresent();
            case "not-an-increase" -> operation instanceof Raise raise && raise.maximum() == then.maximum();
            case "decrease-not-offered" -> operation instanceof Raise raise && raise.maximum() < then.maximum();
            case "user-name-taken" ->
                operation instanceof Add add
                        && namesakes.getOrDefault(add.userName(), List.of()).stream()
                                .anyMatch(user -> !isGone(user, position));
            case "not-found" ->
                (operation instanceof Delete deletion && isGone(deletion.user(), position))
                        || (operation instanceof SetStatus change
                                && change.users().stream().allMatch(user -> isGone(user, position)));
            case "too-many-occupied" -> operation instanceof Reduce wanted && then.occupied() > wanted.maximum();
            default -> false;
        };
    }

    /** What the quote offers is exactly what is missing. */
    private boolean isIncreaseNeeded(Operation operation, Quote fresh, int position) {
        Figures then = replay.figures(position);
        if (operation instanceof Raise raise) {
            return raise.maximum() > then.maximum() && fresh.raiseTo() == raise.maximum();
        }
        long users = seatsWanted(operation, position);
        return users > 0 && then.occupied() + users > then.maximum() && fresh.raiseTo() == then.occupied() + users;
    }

    private long seatsWanted(Operation operation, int position) {
        if (operation instanceof Add add && Replay.isSeated(add.status())) {
            return 1;
        } else if (operation instanceof SetStatus change && Replay.isSeated(change.status())) {
            return change.users().stream()
                    .map(user -> replay.status(user, position))
                    .filter(status -> !status.isEmpty() && !Replay.isSeated(status))
                    .count();
        }
        return 0;
    }

    private boolean isGone(String user, int position) {
        return replay.status(user, position).isEmpty();
    }
}
