package org.licencedesk.web.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;

/** What a start leaves behind for the next one, and what it takes out of the WAR for that. */
class StartImageIT {

    private static final String DIRECTORY = "-Dfish.payara.micro.UnpackDir=";

    private final Installation installation = Installation.shared();

    @Test
    void the_next_start_takes_its_classes_from_the_archive_that_an_earlier_one_left() {
        Path archive = image().resolve("classes.jsa");
        await().atMost(Duration.ofMinutes(4)).until(() -> Files.isRegularFile(archive));

        try (MicroServer node =
                installation.node("from-image", installation.database().port())) {
            assertThat(arguments(node)).contains("-XX:SharedArchiveFile=" + archive);
            assertThat(Api.of(node).get("/tenants").status()).isEqualTo(200);
            assertThat(node.lastLogLines()).doesNotContain("[cds", "shared class paths mismatch");
        }
    }

    @Test
    void what_stands_outside_the_war_then_has_nothing_that_a_server_looks_for_in_it() throws IOException {
        Set<String> moved = new TreeSet<>(libraries(Path.of("target", "licence.war")));
        moved.removeAll(libraries(
                installation.first().logFile().resolveSibling("deployed").resolve("licence.war")));

        assertThat(moved).hasSizeGreaterThan(10).anySatisfy(name -> assertThat(name)
                .startsWith("hibernate-core-"));
        for (String name : moved) {
            try (JarFile library =
                    new JarFile(image().resolve("libraries").resolve(name).toFile())) {
                assertThat(library.stream().map(ZipEntry::getName))
                        .as(name)
                        .doesNotContain(
                                "META-INF/beans.xml",
                                "META-INF/faces-config.xml",
                                "META-INF/web-fragment.xml",
                                "META-INF/services/jakarta.enterprise.inject.spi.Extension",
                                "META-INF/services/jakarta.servlet.ServletContainerInitializer");
            }
        }
    }

    private static Set<String> libraries(Path war) throws IOException {
        try (ZipFile file = new ZipFile(war.toFile())) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("WEB-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring("WEB-INF/lib/".length()))
                    .collect(Collectors.toSet());
        }
    }

    private Path image() {
        return arguments(installation.first()).stream()
                .filter(argument -> argument.startsWith(DIRECTORY))
                .map(argument -> Path.of(argument.substring(DIRECTORY.length())))
                .findAny()
                .orElseThrow();
    }

    /** {@link ProcessHandle} says nothing of a command line that is longer than a page of memory. */
    private static List<String> arguments(MicroServer node) {
        try {
            return List.of(Files.readString(Path.of("/proc", Long.toString(node.pid()), "cmdline"))
                    .split("\0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
