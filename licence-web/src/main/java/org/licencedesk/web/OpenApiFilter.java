package org.licencedesk.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * {@code /openapi}: the document of the API as it was written. It comes before the server's own answer, for which Payara
 * would read every class of the application anew, libraries included, at a cost of more memory than all else has.
 */
@WebFilter("/openapi")
public class OpenApiFilter extends HttpFilter {

    private static final String DOCUMENT = "META-INF/openapi.yaml";

    private final transient byte[] document = read();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        response.setContentType("application/yaml");
        response.setCharacterEncoding("UTF-8");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }

    private static byte[] read() {
        try (InputStream stream =
                Objects.requireNonNull(OpenApiFilter.class.getClassLoader().getResourceAsStream(DOCUMENT), DOCUMENT)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
