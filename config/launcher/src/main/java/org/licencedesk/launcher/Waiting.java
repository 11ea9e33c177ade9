package org.licencedesk.launcher;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what announces itself in no other way than by being asked again. */
final class Waiting {
    private Waiting() {}

    /** Whether the condition came true within that time. */
    static boolean until(Duration atMost, Duration poll, BooleanSupplier condition) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(poll.toNanos());
        }
        return true;
    }
}
