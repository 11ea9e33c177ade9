package org.licencedesk.people.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.directory.UserAccounts;

/** Says that somebody is to get a link by mail; whoever writes mails hears it in the same transaction. */
@ApplicationScoped
@Transactional
class LinkMails {

    @Inject
    private UserAccounts users;

    @Inject
    private Event<LinkWanted> wanted;

    @Inject
    private TimeSource time;

    /**
     * Sends a link that a System Admin wants to be sent.
     *
     * @throws NotFound if the tenant has no such user
     * @throws RuleViolation {@link Refusal#EMAIL_MISSING} if the user has no mail address
     */
    void send(TenantId tenant, UserId user) {
        if (users.get(tenant, user).email().isEmpty()) {
            throw new RuleViolation(Refusal.EMAIL_MISSING);
        }
        wanted.fire(new LinkWanted(tenant, user, false, Optional.empty(), time.now()));
    }

    /** Sends a link to somebody who forgot their password, if they have a mail address; in the language that they read. */
    void sendForgotten(Account account, Locale language) {
        TenantId tenant = account.actor().tenant().orElseThrow(NotFound::new);
        UserId user = account.id().user();
        users.find(tenant, user)
                .filter(found -> found.email().isPresent())
                .ifPresent(found -> wanted.fire(new LinkWanted(tenant, user, true, Optional.of(language), time.now())));
    }
}
