package org.licencedesk.people.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.WithoutPermission;
import org.licencedesk.platform.Contention;
import org.licencedesk.seats.directory.UserAccounts;

/** One-time links by which somebody sets their password and signs in: one use, 72 hours. */
@Stateless
public class SignInLinks {

    @Inject
    private StoredLinks links;

    @Inject
    private UserAccounts users;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private LinkMails mails;

    @Inject
    private TimeSource time;

    /**
     * Makes a link; earlier ones of the user no longer work. A user who cannot sign in gets one too, and can use it once they
     * can.
     *
     * @throws NotFound if the tenant has no such user
     */
    public Secret issue(TenantId tenant, UserId user, Actor actor) {
        Permission.MANAGE_USERS.require(actor, tenant);
        return links.issue(AccountId.of(users.get(tenant, user).id()), LinkOrigin.HANDED_OVER, time.now());
    }

    /**
     * Has a link mailed to the user, who can sign in. It is made when the mail is sent; then earlier ones no longer work.
     *
     * @throws NotFound if the tenant has no such user
     * @throws RuleViolation {@link Refusal#EMAIL_MISSING} if the user has no mail address
     */
    public void mail(TenantId tenant, UserId user, Actor actor) {
        Permission.MANAGE_USERS.require(actor, tenant);
        mails.send(tenant, user);
    }

    /** @return whose account the link opens now, or why it opens none */
    @WithoutPermission("the link is what lets in")
    public LinkState state(Secret link) {
        return links.state(link, time.now());
    }

    /**
     * Uses the link up: sets the owner's password. Their other links and open sessions end.
     *
     * @return that the owner may be signed in
     * @throws InvalidValue at {@code password} if it is little but names that others know of the owner
     * @throws SignInLinkInvalid if there is no such link, or it was used, replaced or has expired, or the owner cannot sign
     *     in now; nothing was changed
     */
    @WithoutPermission("the link is what lets in")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public SignedIn redeem(Secret link, Password password) {
        LinkState state = state(link);
        state.end().ifPresent(why -> {
            throw new SignInLinkInvalid(why);
        });
        state.owner().ifPresent(owner -> password.requireForeignTo("password", owner));
        String hash = hashing.hash(password);
        return Contention.retrying(() -> links.use(link, hash, time.now()));
    }
}
