package org.licencedesk.messages.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.licencedesk.seats.directory.UserAccount;
import org.licencedesk.seats.directory.UserAccounts;

/**
 * Whom a mail goes to: a user who still gets notifications at the address that the user has now, everybody else at the
 * one that was written down.
 */
@ApplicationScoped
class MailAddresses {

    @Inject
    private UserAccounts accounts;

    Notice view(StoredMail mail) {
        Optional<String> address = mail.user()
                .flatMap(user -> accounts.find(mail.tenant(), user))
                .filter(user -> user.status().assignable())
                .flatMap(UserAccount::email);
        return mail.view(address);
    }
}
