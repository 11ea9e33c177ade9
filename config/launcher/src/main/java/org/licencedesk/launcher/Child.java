package org.licencedesk.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A child process that never outlives this JVM. */
final class Child {
    /** The program of the Java virtual machine that runs this. */
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Process process;
    private final Leash leash;

    private Child(Process process) {
        this.process = process;
        this.leash = Leash.on(process);
    }

    static Child start(ProcessBuilder builder) {
        try {
            return new Child(builder.start());
        } catch (IOException e) {
            throw new LaunchException("Cannot start " + builder.command().get(0) + ": " + e.getMessage(), e);
        }
    }

    Process process() {
        return process;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits; whether the process has ended within that time. */
    boolean hasEndedWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while waiting for a process", e);
        }
    }

    /** Asks it to end, and kills it when it has not after that time. Returns when it has ended. */
    void end(Duration patience) {
        process.destroy();
        awaitEnd(patience);
    }

    /** Ends it without notice (SIGKILL). Returns when it has ended. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(10));
    }

    private void awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } finally {
            leash.close();
        }
    }
}
