package org.licencedesk.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * The address of a request inside the application, decoded and normalised by the container: what it dispatches by is
 * what is judged here. A page has the same address with and without the extension of its file.
 */
record Path(String text) {

    static final String SIGN_IN = "/sign-in";
    static final String PASSWORD = "/password";
    static final String SETUP = "/setup";
    static final String SIGN_OUT = "/sign-out";
    static final String HOME = "/";

    private static final Set<String> OPEN_PAGES = Set.of(SIGN_IN, PASSWORD, SETUP);

    /** What the server itself answers in an application at its root. */
    private static final Set<String> SERVERS_OWN = Set.of("/health", "/openapi");

    private static final String PROBLEMS = "/problems";

    static Path of(HttpServletRequest request) {
        return ofFile(request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse(""));
    }

    static Path ofFile(String file) {
        return new Path(file.replaceFirst("\\.xhtml$", ""));
    }

    boolean isApi() {
        return text.equals("/api") || text.startsWith("/api/");
    }

    /** @return whether anybody may call the method here; the API's terms and the meaning of its problems */
    boolean isOpenApi(String method) {
        boolean reads = method.equals("GET") || method.equals("HEAD");
        return reads && (text.startsWith("/api/v1/terms/") || text.startsWith("/api/v1/problems/"));
    }

    /** @return whether it is a style sheet, a script or a picture of a page */
    boolean isPageResource() {
        return isIn("/jakarta.faces.resource");
    }

    boolean isOpenPage() {
        return OPEN_PAGES.contains(text) || isIn(PROBLEMS) || isServersOwn();
    }

    /** @return whether the server itself answers here, whoever asks */
    boolean isServersOwn() {
        return SERVERS_OWN.stream().anyMatch(this::isIn);
    }

    boolean isIn(String place) {
        return text.equals(place) || text.startsWith(place + "/");
    }

    /**
     * @param wanted an address that came from outside, to which a browser is to be sent
     * @return the address if it is a page of this application and of no other
     */
    static Optional<String> local(String wanted) {
        boolean plain = wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        if (!plain) {
            return Optional.empty();
        }
        try {
            Path path = new Path(Optional.ofNullable(new URI(wanted).getPath()).orElse(""));
            boolean page = !path.text.contains("//")
                    && !path.text.contains("/.")
                    && !path.isApi()
                    && !path.isIn(SIGN_OUT)
                    && !path.isOpenPage();
            return page ? Optional.of(wanted) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
