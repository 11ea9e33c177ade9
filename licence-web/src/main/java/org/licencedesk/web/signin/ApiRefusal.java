package org.licencedesk.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.licencedesk.web.json.Href;
import org.licencedesk.web.json.StrictJson;

/** The refusals of the API that come before its resources are reached, in the form of RFC 9457. */
enum ApiRefusal {
    INVALID_REQUEST("invalid-request", HttpServletResponse.SC_BAD_REQUEST, Map.of()),
    UNAUTHENTICATED("unauthenticated", HttpServletResponse.SC_UNAUTHORIZED, Map.of("WWW-Authenticate", "Bearer")),
    NOT_FOUND("not-found", HttpServletResponse.SC_NOT_FOUND, Map.of()),
    TOO_MANY_REQUESTS("too-many-requests", 429, Map.of("Retry-After", "1")),
    INTERNAL_ERROR("internal-error", HttpServletResponse.SC_INTERNAL_SERVER_ERROR, Map.of()),
    BUSY("busy", HttpServletResponse.SC_SERVICE_UNAVAILABLE, Map.of("Retry-After", "1")),
    UNAVAILABLE("unavailable", HttpServletResponse.SC_SERVICE_UNAVAILABLE, Map.of("Retry-After", "1"));

    private static final String TEXTS = "org.licencedesk.web.problems";

    private final String code;
    private final int status;
    private final Map<String, String> headers;

    ApiRefusal(String code, int status, Map<String, String> headers) {
        this.code = code;
        this.status = status;
        this.headers = headers;
    }

    /** @return the refusal that stands for a status with which the server itself refuses a request */
    static ApiRefusal of(int status) {
        return switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> NOT_FOUND;
            default -> status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? INVALID_REQUEST : INTERNAL_ERROR;
        };
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ResourceBundle texts = ResourceBundle.getBundle(TEXTS, Locale.ROOT);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", Href.of("/problems/" + code));
        members.put("title", texts.getString(code + ".title"));
        members.put("status", status);
        members.put("detail", texts.getString(code + ".detail"));
        members.put("instance", request.getRequestURI());
        members.put("code", code);
        if (this == INVALID_REQUEST) {
            RequestTarget.unreadableParameter(request)
                    .ifPresent(parameter -> members.put(
                            "violations",
                            List.of(Map.of("parameter", parameter, "detail", texts.getString("value.not-in-form")))));
        }
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(StrictJson.write(members));
    }
}
