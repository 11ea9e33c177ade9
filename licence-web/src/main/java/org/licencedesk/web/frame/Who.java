package org.licencedesk.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.licencedesk.people.access.ActorName;
import org.licencedesk.web.page.PageContext;

/** Says who acted. */
@Named
@RequestScoped
public class Who {

    private static final String TEXTS = "frameText";

    @Inject
    private PageContext page;

    /** @return the name with what kind of actor it is, where that is no person */
    public String say(ActorName actor) {
        return actor.name()
                .map(name -> page.text(TEXTS, "who." + actor.kind(), name))
                .orElseGet(() -> page.text(TEXTS, "who." + actor.kind() + ".unknown"));
    }
}
