package org.licencedesk.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.licencedesk.web.page.Redirect;

/** Sends a browser to the sign-in page, and lets it come back to where it wanted to go. */
final class SignInRedirect {

    private SignInRedirect() {}

    static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = request.getContextPath()
                + RequestPath.SIGN_IN
                + wanted(request)
                        .map(wanted -> "?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8))
                        .orElse("");
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml");
            response.setCharacterEncoding("UTF-8");
            response.getWriter()
                    .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"" + address
                            + "\"/></partial-response>");
        } else {
            Redirect.to(address, response);
        }
    }

    /** The page itself, also where its form was sent: the browser has kept what was typed. */
    private static Optional<String> wanted(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String query = Optional.ofNullable(request.getQueryString())
                .map(text -> "?" + text)
                .orElse("");
        return Optional.of(path + query)
                .filter(wanted -> !wanted.equals(RequestPath.HOME))
                .flatMap(RequestPath::local);
    }
}
