package org.licencedesk.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What runs on Payara Micro is what runs on full servers: WAR and EAR hold the same libraries. */
class LibrariesIT {

    private static final Path EAR = Path.of("target", "licence.ear");

    private static final Path WAR = Path.of("..", "licence-web", "target", "licence.war");

    private static final Pattern LIBRARY = Pattern.compile("(?:WEB-INF/)?lib/(.+\\.jar)");

    private static final Pattern OURS = Pattern.compile("licence-.*");

    private static final Pattern SLF4J = Pattern.compile("slf4j-(?:api|jdk14)-(.+)\\.jar");

    @Test
    void the_war_and_the_ear_hold_the_same_libraries_in_the_same_versions() throws IOException {
        List<String> ofEar = new ArrayList<>(libraries(Files.newInputStream(EAR)));
        ofEar.addAll(librariesOfItsWar());

        assertThat(ofEar).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        assertThat(libraries(Files.newInputStream(WAR))).containsExactlyInAnyOrderElementsOf(ofEar);
    }

    @Test
    void what_logs_through_slf4j_has_an_api_that_fits_its_binding() throws IOException {
        List<String> versions = libraries(Files.newInputStream(WAR)).stream()
                .map(SLF4J::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .toList();

        assertThat(versions).hasSize(2);
        assertThat(versions.get(0)).isEqualTo(versions.get(1));
    }

    private static List<String> librariesOfItsWar() throws IOException {
        try (ZipInputStream ear = new ZipInputStream(Files.newInputStream(EAR))) {
            for (ZipEntry entry = ear.getNextEntry(); entry != null; entry = ear.getNextEntry()) {
                if (entry.getName().endsWith(".war")) {
                    return libraries(new ByteArrayInputStream(ear.readAllBytes()));
                }
            }
        }
        throw new AssertionError(EAR + " holds no WAR");
    }

    private static List<String> libraries(InputStream archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream entries = new ZipInputStream(archive)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Matcher library = LIBRARY.matcher(entry.getName());
                if (library.matches() && !OURS.matcher(library.group(1)).matches()) {
                    names.add(library.group(1));
                }
            }
        }
        return names;
    }
}
