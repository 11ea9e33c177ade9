package org.licencedesk.web.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserStatus;

/** What can be chosen for a user. */
@Named
@ApplicationScoped
public class UserChoices {

    /** @return the statuses that there are */
    public List<UserStatus> getStatuses() {
        return List.of(UserStatus.values());
    }

    /** @return the roles that users have */
    public List<Role> getRoles() {
        return List.of(Role.STANDARD, Role.SYSTEM_ADMIN);
    }
}
