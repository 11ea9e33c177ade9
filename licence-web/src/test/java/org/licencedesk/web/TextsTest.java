package org.licencedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of the pages: each is there in both languages, and each that a page names is there. */
class TextsTest {

    private static final Path MAIN = Path.of("src", "main");

    private static final Pattern BUNDLE = Pattern.compile("<base-name>([^<]+)</base-name>\\s*<var>([^<]+)</var>");

    private static final Pattern USE = Pattern.compile("(\\w+Text)\\['([^']+)'\\]");

    static List<String> bundles() {
        return List.copyOf(names().values());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_text_is_there_in_both_languages_and_can_be_filled(String bundle) {
        PropertyResourceBundle english = read(bundle, "");
        PropertyResourceBundle german = read(bundle, "_de");

        assertThat(german.keySet()).isEqualTo(english.keySet());
        english.keySet().forEach(key -> {
            new MessageFormat(english.getString(key), Locale.ENGLISH);
            new MessageFormat(german.getString(key), Locale.GERMAN);
        });
    }

    @Test
    void every_text_that_a_page_names_is_there() throws IOException {
        Map<String, String> names = names();
        try (Stream<Path> files = Files.walk(MAIN.resolve("webapp"))) {
            List<Path> pages =
                    files.filter(file -> file.toString().endsWith(".xhtml")).toList();
            for (Path file : pages) {
                Matcher use = USE.matcher(Files.readString(file));
                while (use.find()) {
                    if (!use.group(2).endsWith(".")) {
                        assertThat(read(names.getOrDefault(use.group(1), ""), "")
                                        .keySet())
                                .as("%s in %s", use.group(), file)
                                .contains(use.group(2));
                    }
                }
            }
            assertThat(pages).isNotEmpty();
        }
    }

    private static Map<String, String> names() {
        return BUNDLE.matcher(content(MAIN.resolve(Path.of("webapp", "WEB-INF", "faces-config.xml"))))
                .results()
                .collect(Collectors.toMap(found -> found.group(2), found -> found.group(1)));
    }

    private static PropertyResourceBundle read(String bundle, String language) {
        Path file = MAIN.resolve("resources").resolve(bundle.replace('.', '/') + language + ".properties");
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
