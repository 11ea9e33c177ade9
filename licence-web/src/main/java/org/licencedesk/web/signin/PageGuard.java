package org.licencedesk.web.signin;

import jakarta.faces.render.ResponseStateManager;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.OptionalInt;
import org.licencedesk.kernel.Role;

/**
 * Refuses what no page of ours would send, and pages that are not for the role of who asks (R1). Who asks was found out
 * before.
 */
public class PageGuard extends HttpFilter {

    private static final int LARGEST_FORM = 64 * 1024;

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
        OptionalInt refusal = refusal(path, request);
        if (refusal.isPresent()) {
            response.sendError(refusal.getAsInt());
        } else {
            chain.doFilter(request, response);
        }
    }

    private OptionalInt refusal(Path path, HttpServletRequest request) throws UnsupportedEncodingException {
        if (request.getContentLengthLong() > LARGEST_FORM) {
            return OptionalInt.of(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
        if (request.getHeader("Transfer-Encoding") != null) {
            return OptionalInt.of(HttpServletResponse.SC_LENGTH_REQUIRED);
        }
        boolean posted = request.getMethod().equals("POST");
        if (!isFor(path) || (posted && publicAddress.isForeign(request))) {
            return OptionalInt.of(HttpServletResponse.SC_FORBIDDEN);
        }
        if (Place.of(path).filter(place -> !place.has(path)).isPresent()) {
            return OptionalInt.of(HttpServletResponse.SC_NOT_FOUND);
        }
        return posted && !isOfOurPage(path, request)
                ? OptionalInt.of(HttpServletResponse.SC_BAD_REQUEST)
                : OptionalInt.empty();
    }

    /** Faces and PrimeFaces would fail of a form that they did not make, instead of refusing it. */
    private static boolean isOfOurPage(Path path, HttpServletRequest request) throws UnsupportedEncodingException {
        request.setCharacterEncoding("UTF-8");
        String state = request.getParameter(ResponseStateManager.VIEW_STATE_PARAM);
        return state == null || (PageNonce.isIn(request) && (!path.isOpenPage() || state.equals(StatelessPages.STATE)));
    }

    private boolean isFor(Path path) {
        boolean open = isOpen(path)
                || path.isPageResource()
                || path.text().equals(Path.HOME)
                || path.text().equals(Path.SIGN_OUT);
        return open || actor.find().filter(who -> isFor(path, who.role())).isPresent();
    }

    /** Before the first tenant there is nobody who could sign in; afterwards the wizard is no page for everybody (R1). */
    private boolean isOpen(Path path) {
        return path.isOpenPage() && (!path.isIn(Path.SETUP) || actor.find().isEmpty());
    }

    private static boolean isFor(Path path, Role role) {
        return role != Role.STANDARD
                && Place.of(path).map(place -> place.isFor(role)).orElse(true);
    }
}
