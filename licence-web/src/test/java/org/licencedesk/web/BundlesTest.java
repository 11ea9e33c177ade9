package org.licencedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** English and German are complete, and no page asks for a text that there is not. */
class BundlesTest {

    private static final Path MODULES = Path.of("..");

    private static final Path WEB = MODULES.resolve("licence-web/src/main");

    private static final Path RULES = MODULES.resolve("licence-ejb/src/main");

    private static final Pattern VARIABLE = Pattern.compile("<base-name>([^<]+)</base-name>\\s*<var>([^<]+)</var>");

    private static final Pattern USE = Pattern.compile("\\b(\\w+Text)\\['([^']+)'(\\.concat\\()?");

    private static final Pattern FORMAT =
            Pattern.compile("\\bof:format(\\d)\\((\\w+Text)\\[((?:[^\\[\\]]|\\[[^\\]]*\\])*)\\](\\.concat\\()?");

    private static final Pattern KEY = Pattern.compile("'([^']+)'(\\.concat\\()?");

    /** A seat is a licence on screen, a door a source; the rest is said better, and in one way. */
    private static final Pattern STUMBLED_OVER = anyOf(
            "\\bseats?\\b",
            "\\bdoors?\\b",
            "\\bdead\\b",
            "\\b(is|are) told\\b",
            "one-time link",
            "whatever case",
            "ask for (fewer|\\{0\\})",
            "start page",
            "\\bput in\\b",
            "\\bslip\\b",
            "gave (a|the) licence back",
            "former user",
            "somebody who was erased",
            "\\bwaits? for (you|your)\\b",
            "fill this in",
            "nobody (matches|will|became)",
            "small letter",
            "take theirs",
            "looks? after");

    private static final Pattern STUMBLED_OVER_IN_GERMAN = anyOf(
            "system ?admins?\\b",
            "\\btür",
            "einmal-link",
            "hauptbuch",
            "tilg",
            "\\btot\\b",
            "in gebrauch",
            "kürzel",
            "\\b(ge|ver)sandt",
            "anlagegut",
            "verringerung");

    static List<Path> bundles() {
        return Stream.of(WEB, RULES)
                .flatMap(main -> files(main.resolve("resources"), ".properties"))
                .filter(file -> Files.exists(german(file)))
                .toList();
    }

    static Stream<Path> pages() {
        return files(WEB.resolve("webapp"), ".xhtml");
    }

    @Test
    void every_bundle_is_found() {
        assertThat(bundles()).hasSizeGreaterThan(10);
        assertThat(Stream.of(WEB, RULES)
                        .flatMap(main -> files(main.resolve("resources"), "texts.properties"))
                        .filter(file -> !Files.exists(german(file))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_say_the_same_things(Path english) {
        assertThat(read(german(english)).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(read(english).stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_can_be_filled_in_with_the_same_facts(Path english) {
        Properties in = read(german(english));
        read(english).forEach((key, text) -> {
            MessageFormat first = new MessageFormat(text.toString());
            MessageFormat second = new MessageFormat(in.getProperty(key.toString()));
            assertThat(second.getFormatsByArgumentIndex())
                    .as("%s", key)
                    .hasSameSizeAs(first.getFormatsByArgumentIndex());
        });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void no_text_has_a_word_that_readers_stumble_over(Path english) {
        read(english)
                .forEach(
                        (key, text) -> assertThat(text.toString()).as("%s", key).doesNotContainPattern(STUMBLED_OVER));
        read(german(english))
                .forEach((key, text) ->
                        assertThat(text.toString()).as("%s", key).doesNotContainPattern(STUMBLED_OVER_IN_GERMAN));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_asks_for_texts_that_there_are(Path page) throws IOException {
        Map<String, Properties> bundles = variables();
        USE.matcher(Files.readString(page)).results().forEach(use -> {
            assertThat(bundles).as("%s", page).containsKey(use.group(1));
            boolean begins = use.group(3) != null;
            assertThat(bundles.getOrDefault(use.group(1), new Properties()).stringPropertyNames())
                    .as("%s in %s", use.group(), page)
                    .anyMatch(key -> begins ? key.startsWith(use.group(2)) : key.equals(use.group(2)));
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_gives_a_text_all_the_facts_that_it_has_places_for(Path page) throws IOException {
        Map<String, Properties> bundles = variables();
        FORMAT.matcher(Files.readString(page)).results().forEach(use -> {
            Properties texts = bundles.getOrDefault(use.group(2), new Properties());
            List<String> keys = KEY.matcher(use.group(3))
                    .results()
                    .flatMap(key -> texts.stringPropertyNames().stream()
                            .filter(known ->
                                    key.group(2) == null ? known.equals(key.group(1)) : known.startsWith(key.group(1))))
                    .toList();
            assertThat(keys).as("%s in %s", use.group(), page).isNotEmpty();
            assertThat(keys)
                    .as("%s in %s", use.group(), page)
                    .allMatch(key -> new MessageFormat(texts.getProperty(key)).getFormatsByArgumentIndex().length
                            <= Integer.parseInt(use.group(1)));
        });
    }

    private static Pattern anyOf(String... expressions) {
        return Pattern.compile(String.join("|", expressions), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Map<String, Properties> variables() throws IOException {
        Map<String, Properties> variables = new HashMap<>();
        VARIABLE.matcher(Files.readString(WEB.resolve("webapp/WEB-INF/faces-config.xml")))
                .results()
                .forEach(found -> variables.put(
                        found.group(2),
                        read(WEB.resolve("resources/" + found.group(1).replace('.', '/') + ".properties"))));
        return variables;
    }

    private static Path german(Path english) {
        return english.resolveSibling(english.getFileName().toString().replace(".properties", "_de.properties"));
    }

    private static Properties read(Path file) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static Stream<Path> files(Path below, String ending) {
        try (Stream<Path> tree = Files.walk(below)) {
            return tree.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
