package org.licencedesk.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Role;

/**
 * Refuses what no page of ours would send, and pages that are not for the role of who asks (R1). Who asks was found out
 * before.
 */
public class PageGuard extends HttpFilter {

    private static final int LARGEST_FORM = 64 * 1024;
    private static final int LENGTH_REQUIRED = HttpServletResponse.SC_LENGTH_REQUIRED;

    private static final Map<String, Permission> PAGES = Map.of("/users", Permission.MANAGE_USERS);

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient PublicAddress publicAddress;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public PageGuard() {}

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Path path = Path.of(request);
        if (path.isApi()) {
            chain.doFilter(request, response);
            return;
        }
        boolean sends =
                request.getContentLengthLong() != 0 && !request.getMethod().equals("GET");
        if (sends && request.getContentLengthLong() > LARGEST_FORM) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (sends && request.getHeader("Transfer-Encoding") != null) {
            response.sendError(LENGTH_REQUIRED);
        } else if (request.getMethod().equals("POST") && publicAddress.isForeign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (isFor(path)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private boolean isFor(Path path) {
        boolean open = path.isOpenPage()
                || path.isPageResource()
                || path.text().equals(Path.HOME)
                || path.text().equals(Path.SIGN_OUT);
        return open || actor.find().filter(who -> isFor(path, who.role())).isPresent();
    }

    private static boolean isFor(Path path, Role role) {
        return role != Role.STANDARD
                && PAGES.entrySet().stream()
                        .filter(page -> path.isIn(page.getKey()))
                        .allMatch(page -> page.getValue().isGivenTo(role));
    }
}
