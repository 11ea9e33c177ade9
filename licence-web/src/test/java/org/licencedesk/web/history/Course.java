package org.licencedesk.web.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What was asked and answered about one tenant, and the users whom its clients have before them: the latest. */
final class Course {

    private static final int KNOWN = 40;

    private final String name;

    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

    private final AtomicInteger decided = new AtomicInteger();

    private final Deque<String> users = new ArrayDeque<>();

    private volatile Figures lastSeen;

    /**
     * @param name the tenant's
     * @param figures with which it began
     */
    Course(String name, Figures figures) {
        this.name = name;
        this.lastSeen = figures;
    }

    String name() {
        return name;
    }

    /** @return all calls, once nobody calls any more */
    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** @return how many calls were answered with what is done, refused or read */
    int decided() {
        return decided.get();
    }

    /** @return figures that were so a moment ago */
    Figures lastSeen() {
        return lastSeen;
    }

    /** Asks at the door, and records it. */
    Answer ask(Door door, Operation operation, Optional<Quote> consent) {
        long start = System.nanoTime();
        Answer answer = door.ask(operation, consent);
        calls.add(new Call(door.actor(), operation, consent, start, System.nanoTime(), answer));
        if (!(answer instanceof Answer.Untouched || answer instanceof Answer.Unknown)) {
            decided.incrementAndGet();
        }
        learn(answer);
        return answer;
    }

    private void learn(Answer answer) {
        if (answer instanceof Answer.Done done) {
            done.figures().ifPresent(figures -> lastSeen = figures);
            if (!done.user().isEmpty()) {
                meet(done.user());
            }
        } else if (answer instanceof Answer.Read read) {
            lastSeen = read.figures();
        }
    }

    private void meet(String user) {
        synchronized (users) {
            users.addLast(user);
            if (users.size() > KNOWN) {
                users.removeFirst();
            }
        }
    }

    /** @return so many different users, or as many as there are */
    List<String> some(int wanted, Random random) {
        List<String> all;
        synchronized (users) {
            all = new ArrayList<>(users);
        }
        Collections.shuffle(all, random);
        return List.copyOf(all.subList(0, Math.min(wanted, all.size())));
    }
}
