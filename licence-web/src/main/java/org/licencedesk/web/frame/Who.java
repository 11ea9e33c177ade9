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

    @Inject
    private PageContext page;

    /**
     * @param texts the bundle that has the words, by the name that pages know
     * @return the name with what kind of actor it is, where that is no person
     */
    public String say(String texts, ActorName actor) {
        return actor.name()
                .map(name -> page.text(texts, "actor." + actor.kind(), name))
                .orElseGet(() -> page.text(texts, "actor." + actor.kind() + ".unknown"));
    }
}
