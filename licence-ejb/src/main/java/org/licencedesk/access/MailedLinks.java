package org.licencedesk.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.UserId;

/** Makes the one-time links that mails bring, each when its mail is sent: no secret waits anywhere. */
@ApplicationScoped
public class MailedLinks {

    @Inject
    private Accounts accounts;

    @Inject
    private StoredLinks links;

    /** @return a link in place of the user's earlier one; empty if the user cannot sign in now (R21) */
    public Optional<Secret> issue(UserId user, Instant now) {
        AccountId owner = AccountId.of(user);
        return accounts.find(owner).filter(Account::canSignIn).map(account -> links.issue(owner, now));
    }
}
