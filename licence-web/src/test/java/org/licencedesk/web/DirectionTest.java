package org.licencedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No page puts what a person wrote beside its own text without isolating its direction (R43). */
class DirectionTest {

    private static final Path PAGES = Path.of("src", "main", "webapp");

    /** An expression that shows what a person wrote; not one of a bundle, which isolates its facts. */
    private static final String PERSONS = "#\\{(?!of:|desk:isolated)(?![^{}]*Text\\[)[\\w.()']*"
            + "(?:[dD]isplayName(?:\\(\\))?|userName(?:\\(\\))?|\\.name(?:\\(\\))?|email\\(\\)|phone\\(\\)"
            + "|frame\\.(?:name|system)|who\\([^{}]*\\)|reason\\(\\)(?:\\.text\\(\\))?|message\\(\\)\\.get\\(\\)"
            + "|turn\\.words\\(\\)|email\\(\\)\\.orElse\\(''\\))\\}";

    private static final Pattern SHOWN = Pattern.compile(PERSONS);

    private static final Pattern ATTRIBUTE = Pattern.compile("=\"[^\"]*\"");

    private static final Pattern ISOLATED =
            Pattern.compile("(?:<bdi>|<\\w+ [^<>]*\\bdir=\"auto\"[^<>]*>)" + PERSONS + "</");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void what_a_person_wrote_is_isolated(Path page) throws IOException {
        String text = Files.readString(page);

        assertThat(text).as("its functions isolate nothing").doesNotContain("http://omnifaces.org/functions");
        String isolated = ISOLATED.matcher(text).replaceAll("");
        assertThat(SHOWN.matcher(ATTRIBUTE.matcher(isolated).replaceAll(""))
                        .results()
                        .map(shown -> shown.group()))
                .isEmpty();
    }
}
