package org.licencedesk.web.users;

import java.io.Serializable;
import java.util.Optional;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.Text;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.directory.DisplayName;
import org.licencedesk.seats.directory.NewUser;
import org.licencedesk.seats.directory.UserName;

/** What is typed to add a user. */
public class NewUserForm implements Serializable {

    private String displayName = "";

    private String email = "";

    private String userName = "";

    private Role role = Role.STANDARD;

    private UserStatus status = UserStatus.ACTIVE;

    /**
     * @return the user that the form asks for
     * @throws InvalidValue naming the first field that cannot be what it should be
     */
    public NewUser user() {
        DisplayName shown = new DisplayName(Text.stripped(displayName));
        Optional<EmailAddress> address = Optional.of(Text.stripped(email))
                .filter(text -> !text.isEmpty())
                .map(EmailAddress::new);
        return new NewUser(new UserName(Text.stripped(userName)), shown, address, role, status);
    }

    /** @return the name that others see */
    public String getDisplayName() {
        return displayName;
    }

    /** Sets the name that others see. */
    public void setDisplayName(String text) {
        displayName = text;
    }

    /** @return the mail address */
    public String getEmail() {
        return email;
    }

    /** Sets the mail address. */
    public void setEmail(String text) {
        email = text;
    }

    /** @return the name to sign in with */
    public String getUserName() {
        return userName;
    }

    /** Sets the name to sign in with. */
    public void setUserName(String text) {
        userName = text;
    }

    /** @return the role */
    public Role getRole() {
        return role;
    }

    /** Sets the role. */
    public void setRole(Role chosen) {
        role = chosen;
    }

    /** @return the status */
    public UserStatus getStatus() {
        return status;
    }

    /** Sets the status. */
    public void setStatus(UserStatus chosen) {
        status = chosen;
    }
}
