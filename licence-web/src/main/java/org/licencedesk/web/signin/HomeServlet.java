package org.licencedesk.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.licencedesk.web.page.Redirect;

/** {@code /}: sends whoever is signed in to their first page. */
@WebServlet("")
public class HomeServlet extends HttpServlet {

    @Inject
    private transient CurrentActor actor;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public HomeServlet() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String first = Stream.of(Place.values())
                .filter(place -> place.isFor(actor.get().role()))
                .findFirst()
                .map(Place::address)
                .orElse(Place.USERS.address());
        Redirect.to(request.getContextPath() + first, response);
    }
}
