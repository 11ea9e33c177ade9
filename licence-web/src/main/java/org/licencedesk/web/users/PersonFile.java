package org.licencedesk.web.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.licencedesk.seats.directory.User;
import org.licencedesk.web.json.StrictJson;
import org.licencedesk.web.signin.CurrentActor;
import org.omnifaces.util.Faces;

/** Sends all that is kept about a person as a file. */
@Named
@RequestScoped
public class PersonFile {

    @Inject
    private PersonExport export;

    @Inject
    private CurrentActor actor;

    /** Sends the file about the user, who may be deleted. */
    public void send(User user) {
        PersonJson person = export.of(actor.tenant(), user.id(), actor.get());
        Faces.sendFile("user-" + user.id() + ".json", true, output -> StrictJson.write(person, output));
    }
}
