package org.licencedesk.people.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.seats.change.AddUser;
import org.licencedesk.seats.change.SeatReceipt;
import org.licencedesk.seats.change.UserRegistration;
import org.licencedesk.seats.directory.NewUser;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.tenant.Tenants;

/** Adds users together with what they sign in by: a password, or else a one-time link. One transaction for both. */
@Stateless
public class UserEnrolment {

    @Inject
    private UserRegistration registration;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private Tenants tenants;

    @Inject
    private Accounts accounts;

    @Inject
    private StoredLinks links;

    @Inject
    private TimeSource time;

    /**
     * As {@link UserRegistration#add}, which also says what is refused.
     *
     * @throws InvalidValue at {@code password} if it is little but names that others know of the user
     */
    public Enrolment enrol(AddUser command, Optional<Password> password) {
        Permission.MANAGE_USERS.require(command.actor(), command.tenant());
        Optional<String> hash = hash("password", password, command);
        return furnish(registration.add(command), hash);
    }

    /**
     * As {@link UserRegistration#addFirst}: the first System Admin of a tenant that was just created.
     *
     * @throws InvalidValue at {@code firstAdmin/password}, as {@link #enrol}
     */
    public Enrolment enrolFirst(AddUser command, Optional<Password> password) {
        Permission.CREATE_TENANTS.require(command.actor());
        Optional<String> hash = hash("firstAdmin/password", password, command);
        return furnish(registration.addFirst(command), hash);
    }

    private Optional<String> hash(String field, Optional<Password> password, AddUser command) {
        password.ifPresent(chosen -> chosen.requireForeignTo(field, owner(command)));
        return password.map(hashing::hash);
    }

    private AccountOwner owner(AddUser command) {
        NewUser user = command.user();
        return AccountOwner.of(
                user.userName().text(),
                user.displayName().text(),
                user.email().map(EmailAddress::text),
                tenants.get(command.tenant()).profile());
    }

    private Enrolment furnish(SeatReceipt receipt, Optional<String> hash) {
        User user = receipt.user();
        AccountId id = AccountId.of(user.id());
        hash.ifPresent(encoded -> accounts.setPassword(id, encoded, time.now()));
        boolean wantsLink = hash.isEmpty() && user.status().canSignIn();
        return new Enrolment(
                receipt, wantsLink ? Optional.of(links.add(id, LinkOrigin.HANDED_OVER, time.now())) : Optional.empty());
    }
}
