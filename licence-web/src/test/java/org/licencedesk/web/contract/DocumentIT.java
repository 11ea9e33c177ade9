package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;

class DocumentIT {

    private static final ApiDocument DOCUMENT = ApiDocument.load();

    @Test
    void the_server_serves_the_document_as_it_is_with_all_its_operations_and_no_other()
            throws IOException, InterruptedException {
        URI address = Installation.shared().first().baseUri().resolve("/openapi");
        HttpResponse<String> served =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());

        assertThat(served.body()).isEqualTo(ApiDocument.text());
        OpenAPI api =
                new OpenAPIParser().readContents(served.body(), null, null).getOpenAPI();
        String base = DOCUMENT.base();
        assertThat(api.getPaths().entrySet().stream()
                        .flatMap(path -> path.getValue().readOperationsMap().keySet().stream()
                                .map(method -> method + " " + path.getKey()))
                        .map(operation -> operation.replace(" " + base, " "))
                        .collect(Collectors.toSet()))
                .isEqualTo(DOCUMENT.operations().stream()
                        .map(ApiOperation::toString)
                        .collect(Collectors.toSet()));
    }

    @Test
    void each_code_is_explained_to_anyone() {
        Api nobody = Api.of(Installation.shared().first()).as("");

        assertThat(DOCUMENT.problemCodes()).allSatisfy(code -> assertThat(
                        nobody.get("/problems/" + code).body().path("code").asText())
                .isEqualTo(code));
        assertThat(Stream.of("no-such-code", "INVALID-REQUEST"))
                .allSatisfy(code ->
                        assertThat(nobody.get("/problems/" + code).status()).isEqualTo(404));
    }
}
