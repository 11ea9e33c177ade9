package org.licencedesk.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.licencedesk.kernel.Role;

/**
 * Refuses what no page of ours would send, and pages that are not for the role of who asks (R1). Who asks was found out
 * before. Whatever changes something, or carries a form of Faces, has to be a POST by a page of ours.
 */
public class PageGuard extends HttpFilter {

    private static final int LARGEST_FORM = 64 * 1024;

    private static final String IDENTITY = "identity";

    private static final String FORM = "application/x-www-form-urlencoded";

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient PublicAddress publicAddress;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestPath path = RequestPath.of(request);
        if (path.isOfOperations()) {
            chain.doFilter(request, response);
            return;
        }
        if (path.isApi()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        OptionalInt refusal = refusal(path, request);
        if (refusal.isPresent()) {
            if (isEncoded(request)) {
                response.setHeader("Accept-Encoding", IDENTITY);
            }
            response.sendError(refusal.getAsInt());
            return;
        }
        boolean posted = isPost(request);
        Optional<? extends HttpServletRequest> readable =
                posted ? FormRequest.read(request) : Optional.of(new DecodedRequest(request));
        Optional<? extends HttpServletRequest> ours =
                readable.filter(read -> !FacesForm.isIn(read) || (posted && FacesForm.isOfOurs(path, read)));
        if (ours.isPresent()) {
            chain.doFilter(ours.get(), response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private OptionalInt refusal(RequestPath path, HttpServletRequest request) {
        if (request.getContentLengthLong() > LARGEST_FORM) {
            return OptionalInt.of(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
        if (request.getHeader("Transfer-Encoding") != null) {
            return OptionalInt.of(HttpServletResponse.SC_LENGTH_REQUIRED);
        }
        if (!isFor(path)) {
            return OptionalInt.of(HttpServletResponse.SC_FORBIDDEN);
        }
        return isPost(request) ? refusalOfPost(request) : OptionalInt.empty();
    }

    private static boolean isPost(HttpServletRequest request) {
        return request.getMethod().equals("POST");
    }

    private OptionalInt refusalOfPost(HttpServletRequest request) {
        return switch (publicAddress.origin(request)) {
            case FOREIGN -> OptionalInt.of(HttpServletResponse.SC_FORBIDDEN);
            case UNSAID -> OptionalInt.of(HttpServletResponse.SC_BAD_REQUEST);
            case OWN ->
                isForm(request) && !isEncoded(request)
                        ? OptionalInt.empty()
                        : OptionalInt.of(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        };
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        return request.getContentLengthLong() <= 0
                || type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT).equals(FORM);
    }

    private static boolean isEncoded(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Content-Encoding"))
                .filter(coding -> !coding.equalsIgnoreCase(IDENTITY))
                .isPresent();
    }

    private boolean isFor(RequestPath path) {
        boolean open = isOpen(path)
                || path.isPageResource()
                || path.text().equals(RequestPath.HOME)
                || path.text().equals(RequestPath.SIGN_OUT);
        return open || actor.find().filter(who -> isFor(path, who.role())).isPresent();
    }

    /** Whoever sets the installation up is nobody yet; the wizard of those who are is no page for everybody (R1). */
    private boolean isOpen(RequestPath path) {
        return path.isOpenPage()
                && (!path.isIn(RequestPath.SETUP) || actor.find().isEmpty());
    }

    private static boolean isFor(RequestPath path, Role role) {
        return role != Role.STANDARD
                && SiteArea.of(path).map(place -> place.isFor(role)).orElse(true);
    }
}
