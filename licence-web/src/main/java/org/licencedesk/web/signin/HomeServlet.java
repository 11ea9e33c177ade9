package org.licencedesk.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.licencedesk.people.setup.SetupProgress;
import org.licencedesk.web.page.Redirect;

/**
 * {@code /}: sends whoever is signed in to their first page. Right after their sign-in that is the Setup Wizard for a
 * System Admin whose tenant has not finished it (R28).
 */
@WebServlet("")
public class HomeServlet extends HttpServlet {

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient SetupProgress setup;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        boolean wizard = Sessions.takeArrival(request) && setup.shouldOpen(actor.get());
        Redirect.to(request.getContextPath() + (wizard ? RequestPath.SETUP : firstPlace()), response);
    }

    private String firstPlace() {
        return Stream.of(SiteArea.values())
                .filter(place -> place.isFor(actor.get().role()))
                .findFirst()
                .map(SiteArea::address)
                .orElse(SiteArea.USERS.address());
    }
}
