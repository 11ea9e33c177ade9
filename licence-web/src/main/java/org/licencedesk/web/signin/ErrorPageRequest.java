package org.licencedesk.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an error page sees of the request that failed: it shows itself, and answers no form that was meant for another. */
class ErrorPageRequest extends DecodedRequest {

    ErrorPageRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public @Nullable String getParameter(String name) {
        return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.emptyEnumeration();
    }

    @Override
    @SuppressWarnings("NullAway")
    public String[] getParameterValues(String name) {
        return null;
    }
}
