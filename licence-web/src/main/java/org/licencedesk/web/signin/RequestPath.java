package org.licencedesk.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The address of a request inside the application, decoded and normalised by the container: what it dispatches by is
 * what is judged here. A page has the same address with and without the extension of its file, and with and without a
 * slash at the end.
 */
public record RequestPath(String text) {

    /** Where people sign in. */
    public static final String SIGN_IN = "/sign-in";

    /** Where a one-time link leads to. */
    public static final String PASSWORD = "/password";

    /** Where somebody who forgot their password asks for a link. */
    public static final String FORGOT_PASSWORD = "/forgot-password";

    /** The Setup Wizard. */
    public static final String SETUP = "/setup";

    /** Where whoever holds the setup code creates the first system. */
    public static final String FIRST_SYSTEM = SETUP + "/system";

    /** Where a session is ended. */
    public static final String SIGN_OUT = "/sign-out";

    /** Where a language or a theme is chosen. */
    public static final String PREFERENCE = "/preference";

    /** The server's figures about itself. */
    private static final String METRICS = "/metrics";

    /** Sends people to their first page. */
    public static final String HOME = "/";

    private static final Set<String> OPEN_PAGES =
            Set.of(SIGN_IN, PASSWORD, FORGOT_PASSWORD, SETUP, FIRST_SYSTEM, PREFERENCE);

    /** What is answered to machines: by the server itself in an application at its root, and whether the node is ready. */
    private static final Set<String> SERVERS_OWN = Set.of("/health", "/openapi", "/ready", METRICS);

    private static final String PROBLEMS = "/problems";

    static RequestPath of(HttpServletRequest request) {
        return ofFile(request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse(""));
    }

    static RequestPath ofFile(String file) {
        return new RequestPath(file.replaceFirst("(?<=.)/$|\\.xhtml$", ""));
    }

    boolean isApi() {
        return isIn("/api");
    }

    /** @return whether operations of the API are here; beside them there is nothing below {@code /api} */
    boolean isOfOperations() {
        return isIn("/api/v1");
    }

    /** @return the methods that are answered here, as {@code Allow} names them; what is not of the API takes no others */
    List<String> methods() {
        if (text.equals(SIGN_OUT) || text.equals(PREFERENCE)) {
            return List.of("POST");
        }
        boolean readOnly = text.equals(HOME) || isIn(PROBLEMS) || isServersOwn() || isPageResource();
        return readOnly ? List.of("GET", "HEAD") : List.of("GET", "HEAD", "POST");
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

    /** @return whether the server tells figures about itself here */
    boolean isMetrics() {
        return isIn(METRICS);
    }

    boolean isIn(String place) {
        return text.equals(place) || text.startsWith(place + "/");
    }

    /**
     * @param wanted an address that came from outside, to which a browser is to be sent
     * @return the address if it is a page of this application and of no other
     */
    public static Optional<String> ownPage(String wanted) {
        boolean plain = wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        return plain ? page(wanted).map(path -> wanted) : Optional.empty();
    }

    /** @return as {@link #ownPage}, if it is also one for people who signed in */
    static Optional<String> local(String wanted) {
        return ownPage(wanted)
                .filter(address ->
                        page(address).filter(path -> !path.isOpenPage()).isPresent());
    }

    private static Optional<RequestPath> page(String wanted) {
        try {
            RequestPath path = new RequestPath(
                    Optional.ofNullable(new URI(wanted).getPath()).orElse(""));
            boolean page = !path.text.contains("//")
                    && !path.text.contains("/.")
                    && !path.isApi()
                    && !path.isIn(SIGN_OUT)
                    && !path.isIn(PREFERENCE);
            return page ? Optional.of(path) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
