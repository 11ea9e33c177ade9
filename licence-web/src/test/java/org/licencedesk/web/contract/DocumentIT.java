package org.licencedesk.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.Yaml;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.Visitor;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/openapi | application/json",
                "/openapi/ | application/json, */*",
                "/openapi?format=json | */*",
                "/openapi?format=JSON | application/yaml",
                "/openapi | application/yaml;q=0, */*"
            })
    void in_json_it_is_the_same(String address, String accept) throws IOException {
        HttpResponse<String> served = served(address, accept);

        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(served.headers().firstValue("Vary")).contains("Accept");
        assertThat(Json.mapper().readTree(served.body()))
                .isEqualTo(Json.mapper().valueToTree(Yaml.mapper().readTree(ApiDocument.text())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/openapi | */*",
                "/openapi | text/html,application/xml;q=0.9,*/*;q=0.8",
                "/openapi/?format=yaml | application/json",
                "/openapi?format= | text/yaml"
            })
    void in_yaml_it_is_as_it_was_written(String address, String accept) {
        HttpResponse<String> served = served(address, accept);

        assertThat(served.body()).isEqualTo(ApiDocument.text());
        assertThat(served.headers().firstValue("Content-Type").orElse("")).startsWith("application/yaml");
    }

    @Test
    void there_is_no_other_form_of_it() {
        assertThat(served("/openapi?format=xml", "*/*").statusCode()).isEqualTo(400);
        assertThat(served("/openapi", "text/html").statusCode()).isEqualTo(406);
        assertThat(served("/openapi", "*/*;q=0").statusCode()).isEqualTo(406);
    }

    private static HttpResponse<String> served(String address, String accept) {
        Visitor visitor = new Visitor(Installation.shared().first().baseUri());
        return visitor.send(visitor.request(address).header("Accept", accept));
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
