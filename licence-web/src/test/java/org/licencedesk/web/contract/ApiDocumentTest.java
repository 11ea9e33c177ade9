package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.ValidationReport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.licencedesk.web.contract.BadBody.Fault;

class ApiDocumentTest {

    private static final ApiDocument DOCUMENT = ApiDocument.load();
    private static final OpenApiInteractionValidator VALIDATOR =
            OpenApiInteractionValidator.createForInlineApiSpecification(ApiDocument.text())
                    .build();

    static Stream<ApiOperation> operations() {
        return DOCUMENT.operations().stream();
    }

    static Stream<ApiOperation> operationsWithBody() {
        return DOCUMENT.withBody().stream();
    }

    @Test
    void each_operation_has_a_name_of_its_own() {
        assertThat(operations().map(ApiOperation::id)).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void only_terms_and_problems_are_open_to_everyone() {
        assertThat(operations().filter(ApiOperation::isPublic).map(ApiOperation::toString))
                .containsExactlyInAnyOrder("GET /terms/current", "GET /terms/{version}", "GET /problems/{code}");
    }

    // R1
    @ParameterizedTest
    @MethodSource("operations")
    void a_standard_user_may_call_nothing(ApiOperation operation) {
        assertThat(Set.of("SYSTEM_ADMIN", "ACCOUNT_MANAGER", "OPERATOR")).containsAll(operation.roles());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void each_change_takes_an_idempotency_key_unless_its_answer_is_a_secret(ApiOperation operation) {
        boolean keeps = operation.isChange() && !operation.secretAnswer();

        assertThat(operation.takesHeader("Idempotency-Key")).isEqualTo(keeps);
        assertThat(operation.codes().containsKey(422)).isEqualTo(keeps);
        assertThat(operation.codes().containsKey(412)).isEqualTo(operation.takesHeader("If-Match"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatever_needs_a_token_says_how_it_refuses(ApiOperation operation) {
        assertThat(operation.codes().containsKey(401)).isEqualTo(!operation.isPublic());
        assertThat(operation.codes().containsKey(403)).isEqualTo(!operation.isPublic());
        assertThat(operation.codes().containsKey(429)).isEqualTo(!operation.isPublic());
        assertThat(operation.codes().containsKey(404))
                .isEqualTo(operation.path().contains("{") || operation.isPublic());
    }

    @ParameterizedTest
    @MethodSource("operationsWithBody")
    void the_bodies_that_should_fit_do(ApiOperation operation) {
        ApiOperation.Body body = operation.body().orElseThrow();

        assertThat(refusals(operation, ValidBodies.plain(body.schema()).toString()))
                .isEmpty();
        assertThat(refusals(operation, ValidBodies.full(body.schema()).toString()))
                .isEmpty();
        assertThat(HostileBodies.of(body.schema())).allSatisfy(hostile -> assertThat(
                        refusals(operation, hostile.body().toString()))
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("operationsWithBody")
    void the_bodies_that_a_schema_should_refuse_are_refused_by_another_reader_of_it(ApiOperation operation) {
        List<BadBody> bad = BadBodies.of(operation.body().orElseThrow().schema());

        assertThat(bad).extracting(BadBody::toString).doesNotHaveDuplicates();
        assertThat(bad)
                .filteredOn(body -> body.fault() == Fault.SCHEMA)
                .isNotEmpty()
                .allSatisfy(body -> assertThat(
                                refusals(operation, new String(body.content().get(), StandardCharsets.UTF_8)))
                        .as(body.toString())
                        .isNotEmpty());
    }

    private static List<ValidationReport.Message> refusals(ApiOperation operation, String body) {
        Request request = new SimpleRequest.Builder(
                        operation.method(), DOCUMENT.base() + operation.path().replaceAll("\\{[a-z]+}", "demo"))
                .withContentType(operation.body().orElseThrow().mediaType())
                .withHeader("Authorization", "Bearer any")
                .withBody(body)
                .build();
        return VALIDATOR.validateRequest(request).getMessages();
    }
}
