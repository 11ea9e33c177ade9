package org.licencedesk.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.licencedesk.web.json.StrictJson;

/** The refusals of the API that come before its resources are reached, in the form of RFC 9457. */
enum ApiRefusal {
    UNAUTHENTICATED("unauthenticated", HttpServletResponse.SC_UNAUTHORIZED, "WWW-Authenticate", "Bearer"),
    BUSY("busy", HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Retry-After", "1"),
    UNAVAILABLE("unavailable", HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Retry-After", "1");

    private static final String TEXTS = "org.licencedesk.web.problems";

    private final String code;
    private final int status;
    private final String header;
    private final String value;

    ApiRefusal(String code, int status, String header, String value) {
        this.code = code;
        this.status = status;
        this.header = header;
        this.value = value;
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ResourceBundle texts = ResourceBundle.getBundle(TEXTS, Locale.ROOT);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "/problems/" + code);
        members.put("title", texts.getString(code + ".title"));
        members.put("status", status);
        members.put("detail", texts.getString(code + ".detail"));
        members.put("instance", request.getRequestURI());
        members.put("code", code);
        response.setStatus(status);
        response.setHeader(header, value);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(StrictJson.write(members));
    }
}
