package org.licencedesk.web.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.UserId;
import org.omnifaces.util.Faces;

/** What follows {@code /users} in the address: nothing, {@code new}, or the identity of one user. */
@Named
@RequestScoped
public class UserAddress {

    /** @return the name of the page that this is the address of */
    public String getPage() {
        return switch (rest()) {
            case "" -> "users";
            case "new" -> "new-user";
            default -> "user";
        };
    }

    /** @return the user of the address; empty for what is no identity */
    Optional<UserId> user() {
        return Identifiers.parse(rest()).map(UserId::new);
    }

    private static String rest() {
        return Optional.ofNullable(Faces.getRequestPathInfo()).orElse("").replaceFirst("^/", "");
    }
}
