package org.licencedesk.web.frame;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.licencedesk.web.page.Preferences;
import org.licencedesk.web.page.Redirect;
import org.licencedesk.web.signin.PublicAddress;
import org.licencedesk.web.signin.RequestPath;

/** {@code /preference}: keeps the language, the theme or the density that was chosen, and goes back to the page. */
@WebServlet(RequestPath.PREFERENCE)
public class PreferenceServlet extends HttpServlet {

    private static final int A_YEAR = Math.toIntExact(Duration.ofDays(365).toSeconds());

    @Inject
    private transient PublicAddress publicAddress;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        parameter(request, "language")
                .filter(code ->
                        Preferences.LANGUAGES.stream().map(Locale::getLanguage).anyMatch(code::equals))
                .ifPresent(code -> response.addCookie(cookie(Preferences.LANGUAGE, code)));
        parameter(request, "theme")
                .filter(Preferences.THEMES::contains)
                .ifPresent(theme -> response.addCookie(cookie(Preferences.THEME, theme)));
        parameter(request, "density")
                .filter(Preferences.DENSITIES::contains)
                .ifPresent(density -> response.addCookie(cookie(Preferences.DENSITY, density)));
        String back = parameter(request, "back").flatMap(RequestPath::ownPage).orElse(RequestPath.HOME);
        Redirect.to(request.getContextPath() + back, response);
    }

    private Cookie cookie(String name, String value) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath(publicAddress.path());
        cookie.setMaxAge(A_YEAR);
        cookie.setHttpOnly(true);
        cookie.setSecure(publicAddress.isHttps());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private static Optional<String> parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name));
    }
}
