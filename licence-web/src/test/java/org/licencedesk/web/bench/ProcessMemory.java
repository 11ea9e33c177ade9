package org.licencedesk.web.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** How much memory of the machine a process has, in megabytes; not known on every system. */
final class ProcessMemory {

    private static final int KIB_A_MEGABYTE = 1024;

    private ProcessMemory() {}

    static OptionalDouble now(long pid) throws IOException {
        return megabytes(pid, "VmRSS");
    }

    /** The most that it ever had. */
    static OptionalDouble most(long pid) throws IOException {
        return megabytes(pid, "VmHWM");
    }

    private static OptionalDouble megabytes(long pid, String name) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return OptionalDouble.empty();
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB_A_MEGABYTE)
                .findFirst();
    }
}
