package org.licencedesk.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request with the parameters of its query and its form. The container would leave out what it cannot decode, and the
 * page would take the form without it.
 */
final class FormRequest extends DecodedRequest {

    private final Map<String, String[]> parameters;

    private FormRequest(HttpServletRequest request, Map<String, List<String>> fields) {
        super(request);
        parameters = new LinkedHashMap<>();
        fields.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
    }

    /**
     * @param request one whose body is no longer than a form may be
     * @return the request, or empty where its query or form cannot be decoded
     */
    static Optional<FormRequest> read(HttpServletRequest request) throws IOException {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        boolean readable = addTo(fields, query) && addTo(fields, body);
        return readable ? Optional.of(new FormRequest(request, fields)) : Optional.empty();
    }

    private static boolean addTo(Map<String, List<String>> fields, String encoded) {
        for (String field : encoded.split("&", -1)) {
            int end = field.indexOf('=');
            Optional<String> name = UrlEncoding.decode(end < 0 ? field : field.substring(0, end));
            Optional<String> value = UrlEncoding.decode(end < 0 ? "" : field.substring(end + 1));
            if (name.isEmpty() || value.isEmpty()) {
                return false;
            }
            if (!field.isEmpty()) {
                fields.computeIfAbsent(name.get(), any -> new ArrayList<>()).add(value.get());
            }
        }
        return true;
    }

    @Override
    public @Nullable String getParameter(String name) {
        return Optional.ofNullable(parameters.get(name))
                .map(values -> values[0])
                .orElse(null);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    @SuppressWarnings("NullAway") // The contract of servlets: null where there is no such parameter.
    public String[] getParameterValues(String name) {
        return parameters.get(name);
    }
}
