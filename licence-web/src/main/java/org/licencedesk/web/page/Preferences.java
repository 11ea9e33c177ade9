package org.licencedesk.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a browser wants its pages: the language, whether light or dark, and how dense. What was chosen is kept in cookies. */
@Named
@RequestScoped
public class Preferences {

    /** The cookie of the language. */
    public static final String LANGUAGE = "licence-language";

    /** The cookie of the theme. */
    public static final String THEME = "licence-theme";

    /** The languages that there are, the default one first. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    /** The themes that can be chosen; without a choice the system's is followed. */
    public static final List<String> THEMES = List.of("light", "dark");

    /** The cookie of the density. */
    public static final String DENSITY = "licence-density";

    /** How dense lists can be, the usual one first. */
    public static final List<String> DENSITIES = List.of("roomy", "compact");

    @Inject
    private HttpServletRequest request;

    /** @return the language: the one that was chosen, else the browser's, else English */
    public Locale getLocale() {
        Stream<Locale> wanted = Stream.concat(
                cookie(LANGUAGE).map(Locale::forLanguageTag).stream(), Collections.list(request.getLocales()).stream());
        return wanted.flatMap(locale ->
                        LANGUAGES.stream().filter(known -> known.getLanguage().equals(locale.getLanguage())))
                .findFirst()
                .orElse(LANGUAGES.get(0));
    }

    /** @return the code of the language, as {@code lang} takes it */
    public String getLanguage() {
        return getLocale().getLanguage();
    }

    /** @return the code of the language that can be changed to */
    public String getOtherLanguage() {
        return LANGUAGES.stream()
                .map(Locale::getLanguage)
                .filter(code -> !code.equals(getLanguage()))
                .findFirst()
                .orElseThrow();
    }

    /** @return the theme that was chosen, or blank */
    public String getTheme() {
        return cookie(THEME).filter(THEMES::contains).orElse("");
    }

    /** @return how dense lists are */
    public String getDensity() {
        return cookie(DENSITY).filter(DENSITIES::contains).orElse(DENSITIES.get(0));
    }

    /** @return how dense lists can be instead */
    public String getOtherDensity() {
        return DENSITIES.get(1 - DENSITIES.indexOf(getDensity()));
    }

    private Optional<String> cookie(String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}
