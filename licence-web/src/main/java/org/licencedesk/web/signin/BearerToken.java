package org.licencedesk.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the token of a request (RFC 6750): one {@code Authorization} header, and no other way. */
final class BearerToken {

    private static final Pattern FORM = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]{1,512}=*)");

    private BearerToken() {}

    static Optional<String> of(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        return headers.size() == 1
                ? Optional.of(FORM.matcher(headers.get(0)))
                        .filter(Matcher::matches)
                        .map(found -> found.group(1))
                : Optional.empty();
    }
}
