package org.licencedesk.messages.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.seats.directory.UserAccount;
import org.licencedesk.seats.directory.UserAccounts;

/**
 * Mails as they are sent and shown: to a user who still gets notifications at the address that the user has now, to
 * everybody else at the one that was written down, and with the names that are known now.
 */
@ApplicationScoped
class MailAddresses {

    @Inject
    private UserAccounts accounts;

    @Inject
    private MailNames names;

    Notice view(StoredMail mail) {
        return view(mail.tenant(), List.of(mail)).get(0);
    }

    /** @param mails of the tenant */
    List<Notice> view(TenantId tenant, List<StoredMail> mails) {
        return names.fill(tenant, mails.stream().map(this::addressed).toList());
    }

    private Notice addressed(StoredMail mail) {
        Optional<String> address = mail.user()
                .flatMap(user -> accounts.find(mail.tenant(), user))
                .filter(user -> user.status().assignable())
                .flatMap(UserAccount::email);
        return mail.view(address);
    }
}
