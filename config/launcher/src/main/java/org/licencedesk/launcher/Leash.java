package org.licencedesk.launcher;

import java.io.IOException;
import java.util.Locale;

/**
 * Ends a child process when this JVM ends, even by SIGKILL: a small shell waits for the end of its standard input,
 * which the operating system closes together with this JVM, and then ends the child, in order if it can.
 */
final class Leash implements AutoCloseable {
    private static final String GUARD = """
            trap '' INT TERM HUP
            read -r _
            kill -TERM "$1" 2>/dev/null || exit 0
            i=0
            while [ $i -lt 20 ] && kill -0 "$1" 2>/dev/null; do sleep 1; i=$((i+1)); done
            kill -KILL "$1" 2>/dev/null
            """;

    private final Runnable release;

    private Leash(Runnable release) {
        this.release = release;
    }

    static Leash on(Process child) {
        return isWindows() ? byShutdownHook(child) : byShell(child);
    }

    private static Leash byShell(Process child) {
        try {
            Process guard = new ProcessBuilder("/bin/sh", "-c", GUARD, "licence-guard", Long.toString(child.pid()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Leash(guard::destroyForcibly);
        } catch (IOException e) {
            child.destroyForcibly();
            throw new LaunchException("Cannot run /bin/sh: " + e.getMessage(), e);
        }
    }

    private static Leash byShutdownHook(Process child) {
        Thread hook = new Thread(child::destroyForcibly, "licence-leash");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Leash(() -> {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException alreadyEnding) {
                child.destroyForcibly();
            }
        });
    }

    static boolean isWindows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** Lets go of the child: to be called when it has ended. */
    @Override
    public void close() {
        release.run();
    }
}
