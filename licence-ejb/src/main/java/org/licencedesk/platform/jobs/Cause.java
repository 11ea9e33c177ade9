package org.licencedesk.platform.jobs;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why something failed, in one line.
 *
 * @param kind what kind of failure; many of one kind are told together
 * @param text the kind, what it says about itself, and where in the product it happened; up to 300 characters
 */
record Cause(String kind, String text) {

    private static final int LONGEST = 300;

    private static final int DEEPEST = 20;

    private static final String OURS = "org.licencedesk.";

    /** Servers wrap what a bean throws; what is told is at the bottom. */
    static Cause of(Throwable failure) {
        Throwable root = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .reduce(failure, (before, cause) -> cause);
        String kind = root.getClass().getSimpleName();
        String text = Optional.ofNullable(root.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .map(line -> kind + ": " + line)
                .orElse(kind);
        String where = Arrays.stream(root.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .orElse("");
        return new Cause(kind, text.substring(0, Math.min(LONGEST - where.length(), text.length())) + where);
    }
}
