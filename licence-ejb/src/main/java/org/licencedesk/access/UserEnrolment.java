package org.licencedesk.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.licencedesk.directory.User;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.seat.AddUser;
import org.licencedesk.seat.SeatReceipt;
import org.licencedesk.seat.UserRegistration;

/** Adds users together with what they sign in by: a password, or else a one-time link. One transaction for both. */
@Stateless
public class UserEnrolment {

    @Inject
    private UserRegistration registration;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private Accounts accounts;

    @Inject
    private StoredLinks links;

    @Inject
    private TimeSource time;

    /** As {@link UserRegistration#add}, which also says what is refused. */
    public Enrolment enrol(AddUser command, Optional<Password> password) {
        Permission.MANAGE_USERS.require(command.actor(), command.tenant());
        Optional<String> hash = password.map(hashing::hash);
        return furnish(registration.add(command), hash);
    }

    /** As {@link UserRegistration#addFirst}: the first System Admin of a tenant that was just created. */
    public Enrolment enrolFirst(AddUser command, Optional<Password> password) {
        Permission.CREATE_TENANTS.require(command.actor());
        Optional<String> hash = password.map(hashing::hash);
        return furnish(registration.addFirst(command), hash);
    }

    private Enrolment furnish(SeatReceipt receipt, Optional<String> hash) {
        User user = receipt.user();
        AccountId id = AccountId.of(user.id());
        hash.ifPresent(encoded -> accounts.setPassword(id, encoded, time.now()));
        boolean wantsLink = hash.isEmpty() && user.status().canSignIn();
        return new Enrolment(receipt, wantsLink ? Optional.of(links.issue(id, time.now())) : Optional.empty());
    }
}
