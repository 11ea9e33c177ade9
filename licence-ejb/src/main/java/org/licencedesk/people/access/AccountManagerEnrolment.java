package org.licencedesk.people.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.Text;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.seats.tenant.AccountManager;
import org.licencedesk.seats.tenant.AccountManagers;
import org.licencedesk.seats.tenant.Contact;

/** Adds account managers together with what they sign in by: a password, or else a one-time link (R2). */
@Stateless
public class AccountManagerEnrolment {

    @Inject
    private AccountManagers managers;

    @Inject
    private Operators operators;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private StoredLinks links;

    @Inject
    private TimeSource time;

    /**
     * @throws InvalidValue at {@code password} if it is little but names that others know of the account manager
     * @throws RuleViolation {@link Refusal#ACCOUNT_MANAGER_EMAIL_TAKEN} if another account manager or an operator has the mail
     *     address
     */
    public EnrolledManager enrol(Contact contact, Optional<Password> password, Actor actor) {
        Permission.MANAGE_ACCOUNT_MANAGERS.require(actor);
        password.ifPresent(chosen -> chosen.requireForeignTo("password", AccountOwner.of(contact)));
        Optional<String> hash = password.map(hashing::hash);
        Instant now = time.now();
        if (operators.findByEmail(contact.email()).isPresent()) {
            throw new RuleViolation(Refusal.ACCOUNT_MANAGER_EMAIL_TAKEN);
        }
        AccountManager manager = managers.add(contact, now);
        hash.ifPresent(manager::setPasswordHash);
        Optional<Secret> link = hash.isEmpty()
                ? Optional.of(links.add(AccountId.of(manager.id()), LinkOrigin.HANDED_OVER, now))
                : Optional.empty();
        return EnrolledManager.of(manager, link);
    }

    /**
     * @param page which page of the list
     * @return the account managers by mail address, without links
     * @throws InvalidValue if the cursor is none
     */
    public Page<EnrolledManager> list(PageRequest page, Actor actor) {
        Permission.MANAGE_ACCOUNT_MANAGERS.require(actor);
        page.cursor().ifPresent(AccountManagerEnrolment::requireCursor);
        return page.of(
                        managers.after(page.cursor().orElse(""), page.rows()),
                        (AccountManager manager) -> manager.contact().email())
                .map(EnrolledManager::of);
    }

    /** Looser than the form of an address: what was stored earlier was checked less, and is listed all the same. */
    private static void requireCursor(String email) {
        Text.line("cursor", email, EmailAddress.LONGEST);
        if (email.indexOf('@') < 1) {
            throw PageRequest.invalidCursor();
        }
    }
}
