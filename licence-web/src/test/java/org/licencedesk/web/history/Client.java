package org.licencedesk.web.history;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.licencedesk.web.history.Operation.Add;
import org.licencedesk.web.history.Operation.Correct;
import org.licencedesk.web.history.Operation.Delete;
import org.licencedesk.web.history.Operation.Raise;
import org.licencedesk.web.history.Operation.ReadFigures;
import org.licencedesk.web.history.Operation.ReadUser;
import org.licencedesk.web.history.Operation.SetStatus;

/**
 * One who asks for one thing after the other, by chance, and never again for a thing that may have been done. An increase
 * that is asked for is accepted often, and not always.
 */
final class Client {

    private static final List<String> STATUSES = List.of(
            "ACTIVE", "INACTIVE", "ACTIVE", "INACTIVE", "ACTIVE", "LOCKED", "ROOM", "RESOURCE", "ASSET", "QUEUE");

    private static final int TRIES = 20;

    private final int number;

    private final Random random;

    private final Function<Random, Course> choice;

    private final Function<Course, Door> doors;

    private final Set<String> asked = new HashSet<>();

    private int additions;

    private int corrections;

    /**
     * @param number the client's, by which what it adds is named
     * @param seed of what it does
     * @param choice which tenant is next
     * @param doors the client's own door to each tenant
     */
    Client(int number, long seed, Function<Random, Course> choice, Function<Course, Door> doors) {
        this.number = number;
        this.random = new Random(seed + number);
        this.choice = choice;
        this.doors = doors;
    }

    /** Goes on until it is over, and waits a moment where nobody is there who could decide. */
    void work(Pace pace) {
        while (!pace.isOver()) {
            Course course = choice.apply(random);
            Answer answer = step(course, doors.apply(course));
            if (answer instanceof Answer.Untouched || answer instanceof Answer.Unknown) {
                pace.breathe();
            }
        }
    }

    private Answer step(Course course, Door door) {
        Operation operation = unasked(door, () -> next(course));
        Answer answer = ask(course, door, operation, Optional.empty());
        if (answer instanceof Answer.Refused refusal && refusal.quote().isPresent() && random.nextInt(10) < 6) {
            return ask(course, door, operation, refusal.quote());
        }
        return answer;
    }

    private Answer ask(Course course, Door door, Operation operation, Optional<Quote> consent) {
        Answer answer = course.ask(door, operation, consent);
        if (answer instanceof Answer.Done
                || answer instanceof Answer.Unknown
                || answer instanceof Answer.Undocumented) {
            asked.addAll(operation.marks(door.actor()));
        }
        return answer;
    }

    private Operation unasked(Door door, Supplier<Operation> wishes) {
        for (int tries = 0; tries < TRIES; tries++) {
            Operation wish = wishes.get();
            if (door.takes(wish) && wish.marks(door.actor()).stream().noneMatch(asked::contains)) {
                return wish;
            }
        }
        return new ReadFigures();
    }

    private Operation next(Course course) {
        int chance = random.nextInt(100);
        List<String> users = course.some(chance < 45 ? 1 : chance < 50 ? 3 : 1, random);
        Figures seen = course.lastSeen();
        if (chance >= 85) {
            return new ReadFigures();
        } else if (chance < 15 || users.isEmpty()) {
            return new Add("user-" + number + "-" + ++additions, any(STATUSES));
        } else if (chance < 65) {
            return new SetStatus(users, any(STATUSES));
        } else if (chance < 72) {
            return new Delete(users.get(0));
        } else if (chance < 78) {
            return new Raise(Math.max(0, seen.maximum() + random.nextInt(5) - 1));
        } else if (chance < 81) {
            return new Correct(
                    Math.max(0, seen.occupied() + random.nextInt(4) - 1), "correction " + number + "-" + ++corrections);
        }
        return new ReadUser(users.get(0));
    }

    private String any(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
