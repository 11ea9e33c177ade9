package org.licencedesk.people.access;

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

    /**
     * @return a link beside the user's earlier ones, which end when {@link #noteSent it was sent}; empty if the user cannot
     *     sign in now (R21)
     */
    public Optional<Secret> issue(UserId user, LinkOrigin origin, Instant now) {
        AccountId owner = AccountId.of(user);
        return accounts.find(owner).filter(Account::canSignIn).map(account -> links.add(owner, origin, now));
    }

    /** Notes that the user's latest link of that origin was sent: those that it replaces end. */
    public void noteSent(UserId user, LinkOrigin origin, Instant now) {
        links.endEarlier(AccountId.of(user), origin, now);
    }
}
