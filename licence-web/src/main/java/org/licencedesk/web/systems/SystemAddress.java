package org.licencedesk.web.systems;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import org.omnifaces.util.Faces;

/** What follows {@code /systems} in the address: nothing, or the slug of one system. */
@Named
@RequestScoped
public class SystemAddress {

    /** @return the name of the page that this is the address of */
    public String getPage() {
        return slug().isEmpty() ? "systems" : "system";
    }

    /** @return the slug as the address has it, which may be of nothing */
    String slug() {
        return Optional.ofNullable(Faces.getRequestPathInfo()).orElse("").replaceFirst("^/", "");
    }
}
