package org.licencedesk.web.users;

import java.util.Optional;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.people.access.Password;
import org.licencedesk.seats.directory.DisplayName;
import org.licencedesk.seats.directory.NewUser;
import org.licencedesk.seats.directory.UserName;
import org.licencedesk.web.json.Body;
import org.licencedesk.web.json.ConsentJson;
import org.licencedesk.web.json.Member;

/** A user to be added, in the contract. */
record NewUserJson(
        String userName,
        String displayName,
        @Member(nullable = true) Optional<String> email,
        Optional<String> role,
        Optional<String> status,
        Optional<String> password,
        Optional<ConsentJson> accept,
        Optional<String> release) {

    NewUser user() {
        return new NewUser(
                new UserName(userName),
                new DisplayName(displayName),
                email.map(EmailAddress::new),
                role.map(text -> Body.constant("role", text, Role.class)).orElse(Role.STANDARD),
                status.map(text -> Body.constant("status", text, UserStatus.class))
                        .orElse(UserStatus.ACTIVE));
    }

    Optional<Password> secret() {
        return password.map(Password::new);
    }
}
