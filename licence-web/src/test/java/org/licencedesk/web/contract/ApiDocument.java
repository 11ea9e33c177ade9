package org.licencedesk.web.contract;

import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The HTTP contract as {@code META-INF/openapi.yaml} states it, every reference resolved. */
public final class ApiDocument {

    /** Where the document is on the class path. */
    public static final String RESOURCE = "/META-INF/openapi.yaml";

    private final OpenAPI api;
    private final List<ApiOperation> operations;

    private ApiDocument(OpenAPI api) {
        this.api = api;
        this.operations = api.getPaths().entrySet().stream()
                .flatMap(path -> operationsOf(path.getKey(), path.getValue()))
                .toList();
    }

    /**
     * Reads the document from the class path.
     *
     * @throws IllegalStateException if it is missing, or the parser has anything to say about it
     */
    public static ApiDocument load() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(true);
        options.setResolveCombinators(false);
        SwaggerParseResult result = new OpenAPIParser().readContents(text(), null, options);
        if (!result.getMessages().isEmpty()) {
            throw new IllegalStateException(RESOURCE + ": " + result.getMessages());
        }
        return new ApiDocument(result.getOpenAPI());
    }

    /** The document as it is written. */
    public static String text() {
        try (InputStream in = ApiDocument.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What every path of {@link #operations()} stands under, {@code /api/v1}. */
    public String base() {
        return api.getServers().get(0).getUrl();
    }

    /** Every operation, in the order of the document. */
    public List<ApiOperation> operations() {
        return operations;
    }

    /**
     * One operation by its {@code operationId}.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public ApiOperation operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operation " + id));
    }

    /** The operations that take a body. */
    public List<ApiOperation> withBody() {
        return operations.stream()
                .filter(operation -> operation.body().isPresent())
                .toList();
    }

    /** Every code that a refusal can have. */
    public Set<String> problemCodes() {
        List<?> codes = Objects.requireNonNull(api.getComponents().getSchemas().get("ProblemCode"))
                .getEnum();
        return codes.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<ApiOperation> operationsOf(String path, PathItem item) {
        return item.readOperationsMap().entrySet().stream()
                .map(entry -> ApiOperation.of(entry.getKey().name(), path, entry.getValue(), api.getComponents()));
    }
}
