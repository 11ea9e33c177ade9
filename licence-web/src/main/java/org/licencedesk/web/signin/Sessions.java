package org.licencedesk.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.licencedesk.people.access.SignedIn;

/** What sessions keep: that somebody signed in, and has only just. */
final class Sessions {

    private static final String SIGNED_IN = "licence.signedIn";
    private static final String ARRIVING = "licence.arriving";

    private Sessions() {}

    /** Begins a fresh session, with an identity that nobody knew before. */
    static void open(HttpServletRequest request, SignedIn signedIn) {
        close(request);
        request.getSession(true).setAttribute(SIGNED_IN, signedIn);
        request.getSession().setAttribute(ARRIVING, true);
        request.changeSessionId();
    }

    /** @return whether somebody has just signed in; it is said once */
    static boolean takeArrival(HttpServletRequest request) {
        boolean arriving = attribute(request, ARRIVING, Boolean.class).isPresent();
        if (arriving) {
            request.getSession().removeAttribute(ARRIVING);
        }
        return arriving;
    }

    static void close(HttpServletRequest request) {
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
    }

    static Optional<SignedIn> signedIn(HttpServletRequest request) {
        return attribute(request, SIGNED_IN, SignedIn.class);
    }

    private static <T> Optional<T> attribute(HttpServletRequest request, String name, Class<T> type) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(name))
                .map(type::cast);
    }
}
