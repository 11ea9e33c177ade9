package org.licencedesk.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * What every start of the same server and libraries would do again, done once and kept by content in the user's cache:
 * Payara Micro unpacked; the larger libraries of the application beside it, where Payara does not search them for
 * annotations; and an archive of the classes of both (AppCDS), so that the virtual machine need not parse them. The
 * application itself is no part of it: another build of ours starts with the same image.
 */
final class StartImage {
    private static final String PREFIX = "start-";
    private static final String MAKING = "making-";
    private static final int KEPT = 3;
    private static final Duration UNUSED = Duration.ofDays(7);
    private static final Duration LONGEST_STEP = Duration.ofMinutes(5);
    private static final String LIBRARIES = "WEB-INF/lib/";

    /** Without annotations that a server reads; with them goes what they need, SLF4J too, or they log past the server's log. */
    private static final List<String> INERT = List.of(
            "agroal-",
            "antlr4-runtime-",
            "bcprov-",
            "bucket4j",
            "byte-buddy-",
            "caffeine-",
            "fastcsv-",
            "flyway-",
            "hibernate-",
            "icu4j-",
            "jandex-",
            "kotlin-",
            "mariadb-java-client-",
            "okhttp-",
            "okio-",
            "slf4j-",
            "zxcvbn-");

    private final Path directory;

    private StartImage(Path directory) {
        this.directory = directory;
    }

    /**
     * The image for this server and this application, made now if there is none. Empty if the jar holds no Payara Micro.
     *
     * @param otherwise where to keep it when the user has no cache directory that can be written
     * @throws IOException when it cannot be made, as on a full disk; the server starts without, and more slowly
     */
    static Optional<StartImage> of(Path jar, Path war, Path otherwise) throws IOException {
        try (ZipFile server = new ZipFile(jar.toFile())) {
            if (server.getEntry("MICRO-INF/") == null) {
                return Optional.empty();
            }
            return Optional.of(of(jar, server, war, otherwise));
        }
    }

    private static StartImage of(Path jar, ZipFile server, Path war, Path otherwise) throws IOException {
        try (ZipFile application = new ZipFile(war.toFile())) {
            Path cache = Directories.cache(otherwise);
            StartImage image = new StartImage(cache.resolve(PREFIX + content(server, application)));
            if (!Files.isDirectory(image.directory)) {
                image.make(jar, application);
            }
            Files.setLastModifiedTime(image.directory, FileTime.from(Instant.now()));
            deleteUnused(cache);
            return image;
        }
    }

    private static String content(ZipFile server, ZipFile application) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream.concat(
                            Stream.of(Runtime.version().toString(), System.getProperty("java.vm.vendor", "")),
                            Stream.concat(entries(server, entry -> true), entries(application, StartImage::isInert))
                                    .map(entry -> entry.getName() + " " + entry.getSize() + " " + entry.getCrc()))
                    .forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<ZipEntry> entries(ZipFile file, Predicate<ZipEntry> which) {
        return file.stream().<ZipEntry>map(entry -> entry).filter(which);
    }

    private static boolean isInert(ZipEntry entry) {
        return entry.getName().startsWith(LIBRARIES)
                && INERT.stream().anyMatch(entry.getName().substring(LIBRARIES.length())::startsWith);
    }

    private void make(Path jar, ZipFile application) throws IOException {
        Path making = Files.createTempDirectory(directory.getParent(), MAKING);
        try {
            Child unpacking = Child.start(new ProcessBuilder(
                            Child.JAVA, "-jar", jar.toString(), "--rootdir", making.toString(), "--outputlauncher")
                    .redirectErrorStream(true)
                    .redirectOutput(making.resolve("unpacking.log").toFile()));
            boolean ended = unpacking.hasEndedWithin(LONGEST_STEP);
            unpacking.end(Duration.ZERO);
            if (!ended || unpacking.process().exitValue() != 0) {
                throw new IOException("Payara Micro cannot be unpacked");
            }
            Path libraries = Files.createDirectory(making.resolve("libraries"));
            for (ZipEntry entry : entries(application, StartImage::isInert).toList()) {
                try (InputStream bytes = application.getInputStream(entry)) {
                    Files.copy(bytes, libraries.resolve(entry.getName().substring(LIBRARIES.length())));
                }
            }
            Files.move(making, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        } finally {
            Directories.delete(making);
        }
    }

    /**
     * Of whole images only what nobody has started from for a week, as a server that runs may still open a file of its image;
     * of those that were being made, what a process left that was killed. What cannot be deleted holds up no start.
     */
    private static void deleteUnused(Path cache) {
        try {
            List<Path> unused =
                    new ArrayList<>(olderThan(UNUSED, newestFirst(cache, PREFIX).skip(KEPT)));
            unused.addAll(olderThan(LONGEST_STEP.multipliedBy(2), newestFirst(cache, MAKING)));
            for (Path image : unused) {
                Directories.delete(image);
            }
        } catch (IOException inUse) {
            // Another start tries again.
        }
    }

    private static List<Path> olderThan(Duration age, Stream<Path> images) {
        Instant limit = Instant.now().minus(age);
        return images.filter(image -> lastUse(image).isBefore(limit)).toList();
    }

    private static Stream<Path> newestFirst(Path cache, String prefix) throws IOException {
        try (Stream<Path> paths = Files.list(cache)) {
            return paths
                    .filter(path -> path.getFileName().toString().startsWith(prefix))
                    .sorted(Comparator.comparing(StartImage::lastUse).reversed())
                    .toList()
                    .stream();
        }
    }

    private static Instant lastUse(Path image) {
        try {
            return Files.getLastModifiedTime(image).toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }

    /** Makes the server's own directory, in place of one that is there, and writes the application without what is in the image. */
    void layOut(Path root, Path war, Path deployed) throws IOException {
        Files.createDirectories(root);
        for (String part : List.of("config", "docroot", "lib")) {
            Directories.copy(directory.resolve(part), root.resolve(part));
        }
        try (ZipFile from = new ZipFile(war.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(deployed))) {
            to.setLevel(Deflater.NO_COMPRESSION);
            for (ZipEntry entry : entries(from, entry -> !isInert(entry)).toList()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream bytes = from.getInputStream(entry)) {
                    bytes.transferTo(to);
                }
                to.closeEntry();
            }
        }
    }

    /** The options of the virtual machine and the class to start, to be followed by the options of Payara Micro. */
    List<String> command(Path intake, Path classList) throws IOException {
        Path launcher = directory.resolve("launch-micro.jar");
        List<String> options = new ArrayList<>();
        options.add(hasArchive() ? "-XX:SharedArchiveFile=" + archive() : "-XX:DumpLoadedClassList=" + classList);
        try (JarFile jar = new JarFile(launcher.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            options.addAll(opened(manifest, "Add-Exports", "--add-exports="));
            options.addAll(opened(manifest, "Add-Opens", "--add-opens="));
        }
        options.add("-Dfish.payara.micro.BootJar=" + launcher.toUri());
        options.add("-Dfish.payara.micro.UnpackDir=" + directory);
        options.addAll(List.of("-cp", classPath() + File.pathSeparator + intake));
        options.add("fish.payara.micro.impl.PayaraMicroImpl");
        return options;
    }

    private static List<String> opened(Attributes manifest, String attribute, String option) {
        return Stream.of(manifest.getValue(attribute).split(" "))
                .map(packageName -> option + packageName + "=ALL-UNNAMED")
                .toList();
    }

    /** The same for every server that starts from this image: the archive holds for it alone. */
    private String classPath() throws IOException {
        try (Stream<Path> libraries = Files.list(directory.resolve("libraries"))) {
            return Stream.concat(Stream.of(directory.resolve("launch-micro.jar")), libraries.sorted())
                    .map(Path::toString)
                    .reduce((one, other) -> one + File.pathSeparator + other)
                    .orElseThrow();
        }
    }

    private Path archive() {
        return directory.resolve("classes.jsa");
    }

    private boolean hasArchive() {
        return Files.isRegularFile(archive());
    }

    /**
     * Makes the archive, beside the server that has started, from the classes which that start has loaded. Whoever comes
     * first does it; it takes seconds of one processor, and what is left half-done is done again after the next start.
     */
    void archiveLater(Path classList) {
        if (hasArchive() || !Files.isRegularFile(classList)) {
            return;
        }
        Thread archiving = new Thread(() -> archive(classList), "licence-start-image");
        archiving.setDaemon(true);
        archiving.start();
    }

    private void archive(Path classList) {
        Path half = directory.resolve("classes.jsa.half");
        try (FileChannel channel = FileChannel.open(
                        directory.resolve("archive.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null || hasArchive()) {
                return;
            }
            Path classes = directory.resolve("classes.lst");
            Files.copy(classList, classes, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(half);
            Child dumping = Child.start(new ProcessBuilder(
                            Child.JAVA,
                            "-Xshare:dump",
                            "-XX:SharedClassListFile=" + classes,
                            "-XX:SharedArchiveFile=" + half,
                            "-cp",
                            classPath())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("archive.log").toFile()));
            boolean ended = dumping.hasEndedWithin(LONGEST_STEP);
            dumping.end(Duration.ZERO);
            if (ended && dumping.process().exitValue() == 0) {
                Files.move(half, archive(), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (OverlappingFileLockException | IOException anotherOrNoRoom) {
            // The server runs; the next start is as slow as this one was, and tries again.
        }
    }
}
