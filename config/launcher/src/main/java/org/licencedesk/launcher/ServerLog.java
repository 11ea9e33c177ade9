package org.licencedesk.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps what the server prints in a file, passes it on, and notices how the start went. */
final class ServerLog {
    private static final long LARGEST = 20_000_000;
    private static final int REMEMBERED = 20;

    enum Start {
        UNDER_WAY,
        DONE,
        FAILED
    }

    private final Path file;
    private final Consumer<String> relay;
    private final Deque<String> last = new ArrayDeque<>();
    private String lineBefore = "";
    private boolean deployedNothing;
    private Optional<String> cause = Optional.empty();
    private Start start = Start.UNDER_WAY;

    ServerLog(Path file, Consumer<String> relay) {
        this.file = file;
        this.relay = relay;
    }

    /** Reads on a thread of its own until the stream ends. */
    void follow(InputStream output) {
        Thread reader = new Thread(() -> copy(output), "licence-server-log");
        reader.setDaemon(true);
        reader.start();
    }

    private void copy(InputStream output) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            Optional<String> line = Optional.ofNullable(lines.readLine());
            while (line.isPresent()) {
                line = copyOneFile(lines, line.get());
            }
        } catch (IOException serverGone) {
            note("The log of the server ends: " + serverGone.getMessage());
        }
    }

    /** Fills one file, and returns the line that did not fit any more. */
    private Optional<String> copyOneFile(BufferedReader lines, String first) throws IOException {
        if (Files.exists(file)) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        long written = 0;
        Optional<String> line = Optional.of(first);
        try (Writer writer = Files.newBufferedWriter(file)) {
            while (line.isPresent() && written < LARGEST) {
                writer.write(line.get() + System.lineSeparator());
                if (!lines.ready()) {
                    writer.flush();
                }
                written += line.get().length() + 1;
                note(line.get());
                relay.accept(line.get());
                line = Optional.ofNullable(lines.readLine());
            }
        }
        return line;
    }

    private synchronized void note(String line) {
        last.addLast(line);
        if (last.size() > REMEMBERED) {
            last.removeFirst();
        }
        String text = line.strip();
        if (start != Start.UNDER_WAY) {
            return;
        }
        if (text.startsWith("Caused by: ")) {
            cause = Optional.of(text.substring("Caused by: ".length()));
        } else if (lineBefore.equals("\"Deployed\": [") && text.equals("]")) {
            deployedNothing = true;
        } else if (text.matches(".*Payara Micro .* ready in .*")) {
            start = deployedNothing ? Start.FAILED : Start.DONE;
        }
        lineBefore = text;
    }

    synchronized Start start() {
        return start;
    }

    /** The root of the last exception that was printed before the start came to its end. */
    synchronized Optional<String> cause() {
        return cause;
    }

    /** The last lines, for a failure without a cause. */
    synchronized String lastLines() {
        return String.join(System.lineSeparator(), last);
    }

    Path file() {
        return file;
    }
}
