package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.Role;
import org.licencedesk.web.ApiApplication;
import org.licencedesk.web.support.ProblemType;

/** The document against the code: operations, who may call them, and what refusals are called. */
class DocumentTest {

    private static final ApiDocument DOCUMENT = ApiDocument.load();

    // R1, R2
    @Test
    void the_document_and_the_resources_have_the_same_operations_for_the_same_roles() {
        assertThat(declared()).isEqualTo(documented());
    }

    // R39
    @ParameterizedTest
    @EnumSource(Refusal.class)
    void each_refusal_has_a_problem_of_its_code(Refusal refusal) {
        assertThat(ProblemType.find(refusal.code())).isPresent();
    }

    // R39
    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void each_problem_has_a_status_and_words_in_both_languages_and_is_in_the_document(ProblemType problem) {
        assertThat(problem.status()).isBetween(400, 599);
        for (Locale language : new Locale[] {Locale.ROOT, Locale.GERMAN}) {
            assertThat(problem.title(language)).isNotBlank();
            assertThat(problem.detail(language)).isNotBlank();
        }
        assertThat(DOCUMENT.problemCodes()).contains(problem.code());
    }

    @Test
    void the_document_names_no_code_that_nothing_has() {
        assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::code))
                .containsExactlyInAnyOrderElementsOf(DOCUMENT.problemCodes());
    }

    @Test
    void each_code_that_an_operation_can_give_has_the_status_under_which_it_stands() {
        assertThat(DOCUMENT.operations())
                .allSatisfy(operation -> operation.codes().forEach((status, codes) -> assertThat(codes)
                        .as("%s %s", operation, status)
                        .isNotEmpty()
                        .allSatisfy(code -> assertThat(
                                        ProblemType.find(code).orElseThrow().status())
                                .isEqualTo(status))));
    }

    @Test
    void both_languages_have_the_same_texts() {
        assertThat(keys(Locale.GERMAN)).isEqualTo(keys(Locale.ROOT));
    }

    private static Map<String, Set<String>> documented() {
        return DOCUMENT.operations().stream()
                .collect(Collectors.toMap(ApiOperation::toString, ApiOperation::roles, (a, b) -> a, TreeMap::new));
    }

    private static Map<String, Set<String>> declared() {
        return org.licencedesk.web.support.ApiOperation.of(new ApiApplication().getClasses().stream()).stream()
                .collect(Collectors.toMap(
                        operation -> operation.method() + " /" + String.join("/", operation.segments()),
                        operation ->
                                operation.permission().map(DocumentTest::roles).orElseGet(Set::of),
                        (a, b) -> {
                            throw new IllegalStateException("declared twice");
                        },
                        TreeMap::new));
    }

    private static Set<String> roles(Permission permission) {
        return Arrays.stream(Role.values())
                .filter(permission::isGivenTo)
                .map(Role::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(Locale language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.licencedesk.web.problems", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        assertThat(bundle.getLocale()).isEqualTo(language);
        Set<String> keys = new TreeSet<>();
        bundle.keySet().stream()
                .peek(key -> assertThat(bundle.getString(key)).as(key).isNotBlank())
                .forEach(keys::add);
        return keys;
    }
}
