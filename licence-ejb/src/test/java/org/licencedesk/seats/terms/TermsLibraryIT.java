package org.licencedesk.seats.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Sha256;

class TermsLibraryIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Desk desk = Desk.open();

    private final TermsLibrary library = desk.bean(TermsLibrary.class);

    @Test // R29
    void a_translation_is_read_beside_the_text_to_which_the_digest_belongs() {
        String version = publish("Seats are paid in advance.", Map.of("de", "Plätze werden im Voraus bezahlt."));

        PublishedTerms found = desk.commit(() -> library.version(version));
        assertThat(found.reference().digest()).isEqualTo(new Digest(Sha256.of("Seats are paid in advance.")));
        assertThat(found.in("de")).contains("Plätze werden im Voraus bezahlt.");
        assertThat(found.in("fr")).isEmpty();
        assertThat(desk.commit(() -> library.current())).isEqualTo(found);
    }

    @Test // R29
    void versions_are_listed_the_latest_first_and_know_the_one_before() {
        String first = publish("One", Map.of());
        String second = publish("Two", Map.of("de", "Zwei"));
        String third = publish("Three", Map.of());

        assertThat(desk.commit(() -> library.versions(PageRequest.first(2))).items())
                .extracting(version -> version.reference().version())
                .containsExactly(third, second);
        Optional<String> next =
                desk.commit(() -> library.versions(PageRequest.first(2))).next();
        assertThat(next).contains(second);
        assertThat(desk.commit(() -> library.versions(new PageRequest(next, 1))).items())
                .extracting(version -> version.reference().version())
                .containsExactly(first);
        assertThat(desk.commit(() -> library.before(third)).map(PublishedTerms::text))
                .contains("Two");
        for (String none : List.of("never-published", "current", "")) {
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> desk.commit(() -> library.versions(new PageRequest(Optional.of(none), 1))));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "de, ' ', translations/de",
        "de, a\u0007b, translations/de",
        "german, Text, translations",
        "D, Text, translations"
    })
    void a_translation_that_cannot_be_one_is_refused(String language, String text, String field) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> command("x", Map.of(language, text)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }

    @Test
    void there_are_as_many_translations_as_there_can_be_and_no_more() {
        Map<String, String> many = new HashMap<>();
        for (char last = 'a'; many.size() < PublishTerms.MOST_TRANSLATIONS; last++) {
            many.put("x" + last, "Text");
        }
        assertThat(command("x", many).translations()).hasSize(PublishTerms.MOST_TRANSLATIONS);
        many.put("de", "Text");
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> command("x", many));
        String longest = String.join("", Collections.nCopies(50_000, "x"));
        assertThat(command("x", Map.of("de", longest)).translations()).containsEntry("de", longest);
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> command("x", Map.of("de", longest + "x")));
    }

    private String publish(String text, Map<String, String> translations) {
        String version = "library-" + NUMBER.incrementAndGet();
        desk.run(() -> library.publish(new PublishTerms(version, text, translations, TestTenant.OPERATOR)));
        return version;
    }

    private static PublishTerms command(String text, Map<String, String> translations) {
        return new PublishTerms("v", text, translations, TestTenant.OPERATOR);
    }
}
