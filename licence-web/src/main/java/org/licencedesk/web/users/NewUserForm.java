package org.licencedesk.web.users;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

    /** Whether a mail address is needed is a rule of whoever is to be added, whatever the names are. */
    private static final UserName ANY_NAME = new UserName("-");

    private static final DisplayName ANY_SHOWN_NAME = new DisplayName("-");

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
        return new NewUser(signInName(), shownName(), address(), role, status);
    }

    /** @return what makes the value of each field, and throws {@link InvalidValue} where it cannot be one */
    public List<Supplier<?>> fields() {
        return List.of(this::shownName, this::neededAddress, this::signInName);
    }

    private DisplayName shownName() {
        return new DisplayName(Text.stripped(displayName));
    }

    private Optional<EmailAddress> address() {
        return Optional.of(Text.stripped(email)).filter(text -> !text.isEmpty()).map(EmailAddress::new);
    }

    private Optional<EmailAddress> neededAddress() {
        return new NewUser(ANY_NAME, ANY_SHOWN_NAME, address(), role, status).email();
    }

    private UserName signInName() {
        return new UserName(Text.stripped(userName));
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
