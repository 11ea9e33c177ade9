package org.licencedesk.platform;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the last COMMIT of this thread failed of, as long as somebody watches: servers pass on their own exception for it,
 * which tells a transaction that lost from one whose database went away in its text at most.
 */
final class CommitWatch implements AutoCloseable {

    private static final ThreadLocal<@Nullable CommitWatch> CURRENT = new ThreadLocal<>();

    private final @Nullable CommitWatch outer = CURRENT.get();

    private @Nullable SQLException failure;

    private CommitWatch() {}

    /** Watches until it is closed; a watch that was begun before rests meanwhile. */
    static CommitWatch begin() {
        CommitWatch watch = new CommitWatch();
        CURRENT.set(watch);
        return watch;
    }

    /** Notes it for whoever watches this thread. */
    static void note(SQLException failure) {
        CommitWatch watch = CURRENT.get();
        if (watch != null) {
            watch.failure = failure;
        }
    }

    Optional<SQLException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }
}
