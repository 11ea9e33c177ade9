package org.licencedesk.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What {@link Files} lacks for whole directories. */
final class Directories {
    private Directories() {}

    /** Deletes the directory and everything in it; no error if there is none. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(directory)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }

    /** Copies the directory and everything in it to a place where there is nothing. */
    static void copy(Path from, Path to) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(from)) {
            paths = walk.toList();
        }
        for (Path path : paths) {
            Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Whether there is no such directory, or nothing in it. */
    static boolean isMissingOrEmpty(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    /**
     * Where the user of this machine keeps what can be made again.
     *
     * @param otherwise taken when the user has no such directory that can be written
     */
    static Path cache(Path otherwise) throws IOException {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = xdg != null && Path.of(xdg).isAbsolute()
                ? Path.of(xdg)
                : Path.of(System.getProperty("user.home", "")).resolve(".cache");
        Path cache = base.resolve("licence-desk");
        try {
            if (base.isAbsolute() && Files.isWritable(Files.createDirectories(cache))) {
                return cache;
            }
        } catch (IOException notWritable) {
            return Files.createDirectories(otherwise);
        }
        return Files.createDirectories(otherwise);
    }
}
