package org.licencedesk.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Role;
import org.licencedesk.people.access.People;
import org.licencedesk.people.access.Person;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;
import org.licencedesk.web.signin.SiteArea;

/** The navigation and the header of the pages. */
@Named
@RequestScoped
public class Frame {

    @Inject
    private CurrentActor actor;

    @Inject
    private People people;

    @Inject
    private HttpServletRequest request;

    @Inject
    private PageContext page;

    private final Lazy<Person> person = new Lazy<>(() -> people.describe(actor.get()));

    /** @return whether somebody is signed in who has pages to go to */
    public boolean isOffered() {
        return actor.find().filter(who -> who.role() != Role.STANDARD).isPresent();
    }

    /** @return whether somebody is signed in, who can sign out */
    public boolean isSignedIn() {
        return actor.find().isPresent();
    }

    /** @return whether the person operates the installation */
    public boolean isOperator() {
        return actor.find().filter(who -> who.role() == Role.OPERATOR).isPresent();
    }

    /** @return the places that this person may go to */
    public List<SiteArea> getPlaces() {
        return Stream.of(SiteArea.values())
                .filter(SiteArea::isInNavigation)
                .filter(place ->
                        actor.find().filter(who -> place.isFor(who.role())).isPresent())
                .toList();
    }

    /** @return the key of what the places are together */
    public String getGroup() {
        return switch (actor.find().map(Actor::role).orElse(Role.STANDARD)) {
            case STANDARD, SYSTEM_ADMIN -> "group.users";
            case ACCOUNT_MANAGER -> "group.portfolio";
            case OPERATOR -> "group.operator";
        };
    }

    /** @return {@code page} if the place is the present one, as {@code aria-current} takes it */
    public @Nullable String current(SiteArea place) {
        return request.getRequestURI().equals(request.getContextPath() + place.address())
                        || request.getRequestURI().startsWith(request.getContextPath() + place.address() + "/")
                ? "page"
                : null;
    }

    /** @return the person's name */
    public String getName() {
        return person().name();
    }

    /** @return the name of the system, or blank for the vendor's staff */
    public String getSystem() {
        return person().system().orElse("");
    }

    /** @return the words that say who is signed in */
    public String getSignedInAs() {
        return page.text("frameText", "signedInAs", getName());
    }

    /** @return who it is, as drafts of theirs are kept */
    public String getLabel() {
        return actor.find().map(who -> who.label()).orElse("");
    }

    /** @return the time zone of the system */
    public ZoneId zone() {
        return actor.find().isPresent() ? person().zone().orElse(ZoneOffset.UTC) : ZoneOffset.UTC;
    }

    /** @return the present address, to come back to */
    public String getAddress() {
        return request.getRequestURI().substring(request.getContextPath().length())
                + Optional.ofNullable(request.getQueryString())
                        .map(query -> "?" + query)
                        .orElse("");
    }

    private Person person() {
        return person.get();
    }
}
