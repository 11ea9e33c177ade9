package org.licencedesk.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;
import org.licencedesk.people.access.Devices;
import org.licencedesk.people.access.SignedIn;

/** The cookie by which a browser shows that an account was signed in to there; of whoever did so last. */
@ApplicationScoped
public class DeviceCookie {

    private static final String NAME = "licence-device";

    @Inject
    private Devices devices;

    @Inject
    private PublicAddress publicAddress;

    void set(HttpServletResponse response, SignedIn signedIn) {
        Cookie cookie = new Cookie(publicAddress.cookie(NAME), devices.issue(signedIn));
        cookie.setPath(publicAddress.path());
        cookie.setMaxAge(Math.toIntExact(Devices.LIFE.toSeconds()));
        cookie.setHttpOnly(true);
        cookie.setSecure(publicAddress.isHttps());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    Optional<String> find(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(publicAddress.cookie(NAME)))
                .map(Cookie::getValue)
                .findFirst();
    }
}
