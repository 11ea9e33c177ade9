package org.licencedesk.web.signin;

import jakarta.faces.render.ResponseStateManager;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Faces would run of a request, by whatever method it came. */
final class FacesForm {

    private static final List<String> NAMES = List.of("jakarta.faces.", "javax.faces.", "omnifaces.");

    private static final String SCRIPT = "Faces-Request";

    /** What Faces writes in the place of a state into the pages that it keeps nothing of. */
    private static final String NONE_KEPT = "stateless";

    /** Two numbers, by which the session finds the view. */
    private static final Pattern STATE = Pattern.compile("-?\\d{1,19}:-?\\d{1,19}");

    private FacesForm() {}

    /** @return whether Faces or OmniFaces would take anything of it for a form or a script's request */
    static boolean isIn(HttpServletRequest request) {
        return request.getHeader(SCRIPT) != null
                || Collections.list(request.getParameterNames()).stream()
                        .anyMatch(name -> NAMES.stream().anyMatch(name::startsWith));
    }

    /**
     * Faces would fail of a form that it did not make, instead of refusing it.
     *
     * @return whether a page of ours can have made the form
     */
    static boolean isOfOurs(RequestPath path, HttpServletRequest request) {
        return single(request, ResponseStateManager.VIEW_STATE_PARAM)
                .filter(state -> path.isOpenPage()
                        ? state.equals(NONE_KEPT)
                        : STATE.matcher(state).matches())
                .isPresent();
    }

    private static Optional<String> single(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameterValues(name))
                .filter(values -> values.length == 1)
                .map(values -> values[0]);
    }
}
