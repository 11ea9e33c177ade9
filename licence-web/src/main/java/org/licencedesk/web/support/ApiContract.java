package org.licencedesk.web.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.licencedesk.web.json.StrictJson;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The document of the API as it was written by hand, {@code META-INF/openapi.yaml}. */
public final class ApiContract {

    private static final String DOCUMENT = "META-INF/openapi.yaml";

    private static final String PARAMETERS = "parameters";

    private final byte[] written;

    private ApiContract(byte[] written) {
        this.written = written;
    }

    /** @return the document that this application was built with */
    public static ApiContract read() {
        try (InputStream stream =
                Objects.requireNonNull(ApiContract.class.getClassLoader().getResourceAsStream(DOCUMENT), DOCUMENT)) {
            return new ApiContract(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the document in YAML, letter by letter as it was written */
    public byte[] yaml() {
        return written.clone();
    }

    /** @return the same document in JSON, members in the order in which they were written */
    public byte[] json() {
        return StrictJson.write(document()).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @return for each operation that takes any, by method and path below the API's base ({@code GET /terms}), the names of
     *     its query parameters, and whether each is a list
     */
    Map<String, Map<String, Boolean>> queryParameters() {
        Map<String, Object> document = document();
        Map<String, Map<String, Boolean>> found = new LinkedHashMap<>();
        members(document.get("paths")).forEach((path, item) -> members(item).forEach((method, operation) -> {
            Map<String, Boolean> names = new TreeMap<>();
            addTo(names, members(item).get(PARAMETERS), document);
            addTo(names, members(operation).get(PARAMETERS), document);
            if (!names.isEmpty()) {
                found.put(method.toUpperCase(Locale.ROOT) + " " + path, names);
            }
        }));
        return found;
    }

    private static void addTo(Map<String, Boolean> names, @Nullable Object declared, Map<String, Object> document) {
        if (!(declared instanceof List<?> parameters)) {
            return;
        }
        for (Object each : parameters) {
            Map<String, Object> parameter = resolved(members(each), document);
            if ("query".equals(parameter.get("in"))) {
                Map<String, Object> schema = resolved(members(parameter.get("schema")), document);
                names.put(String.valueOf(parameter.get("name")), "array".equals(schema.get("type")));
            }
        }
    }

    private static Map<String, Object> resolved(Map<String, Object> member, Map<String, Object> document) {
        Object reference = member.get("$ref");
        if (reference == null) {
            return member;
        }
        Map<String, Object> there = document;
        for (String step : reference.toString().substring("#/".length()).split("/", -1)) {
            there = members(there.get(step));
        }
        return resolved(there, document);
    }

    private Map<String, Object> document() {
        return members(new Load(LoadSettings.builder().build()).loadFromInputStream(new ByteArrayInputStream(written)));
    }

    private static Map<String, Object> members(@Nullable Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> members.put(String.valueOf(name), member));
        }
        return members;
    }
}
