package org.licencedesk.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.licencedesk.web.support.AcceptHeader;
import org.licencedesk.web.support.ApiContract;

/**
 * {@code /openapi}: the document of the API as it was written, and in JSON for who asks for it by {@code ?format=json} or
 * {@code Accept}. It comes before the server's own answer, for which Payara would read every class of the application anew,
 * libraries included, at a cost of more memory than all else has.
 */
@WebFilter({"/openapi", "/openapi/"})
public class OpenApiFilter extends HttpFilter {

    private static final String YAML = "application/yaml";

    private static final String JSON = "application/json";

    /** Those that stand for YAML by older names (RFC 9512) come last. */
    private static final List<String> OFFERED =
            List.of(YAML, JSON, "application/x-yaml", "text/yaml", "text/x-yaml", "text/plain");

    private final transient byte[] yaml = ApiContract.read().yaml();

    /** Made when it is first asked for. */
    private static final class InJson {
        static final byte[] DOCUMENT = ApiContract.read().json();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        Optional<String> format = Optional.ofNullable(request.getParameter("format"))
                .filter(text -> !text.isEmpty())
                .map(text -> text.toLowerCase(Locale.ROOT));
        if (format.filter(text -> !text.equals("json") && !text.equals("yaml")).isPresent()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        Optional<String> type = format.map(text -> "application/" + text).or(() -> accepted(request));
        if (type.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_ACCEPTABLE);
            return;
        }
        boolean isJson = type.get().equals(JSON);
        byte[] document = isJson ? InJson.DOCUMENT : yaml;
        response.setHeader("Vary", "Accept");
        response.setContentType(isJson ? JSON : YAML);
        response.setCharacterEncoding("UTF-8");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }

    private static Optional<String> accepted(HttpServletRequest request) {
        List<String> lines = Collections.list(request.getHeaders("Accept"));
        return AcceptHeader.of(Optional.of(String.join(",", lines))).preferred(OFFERED);
    }
}
