package org.licencedesk.web.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.UserId;
import org.omnifaces.util.Faces;

/** What follows {@code /users} in the address: nothing, or the identity of one user. */
@Named
@RequestScoped
public class UserAddress {

    /** @return whether the address is the one of a user */
    public boolean isOne() {
        return !rest().isEmpty();
    }

    /** @return the user of the address; empty for what is no identity */
    Optional<UserId> user() {
        return Identifiers.parse(rest()).map(UserId::new);
    }

    private static String rest() {
        return Optional.ofNullable(Faces.getRequestPathInfo()).orElse("").replaceFirst("^/", "");
    }
}
