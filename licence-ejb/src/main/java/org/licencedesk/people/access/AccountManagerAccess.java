package org.licencedesk.people.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.seats.tenant.AccountManager;
import org.licencedesk.seats.tenant.AccountManagers;

/** Says whether an account manager may come in, and hands out new links (R54). */
@Stateless
public class AccountManagerAccess {

    @Inject
    private AccountManagers managers;

    @Inject
    private StoredLinks links;

    @Inject
    private Tokens tokens;

    @Inject
    private TimeSource time;

    /**
     * Makes a link in place of the account manager's earlier ones. One who is disabled gets one too, and can use it once
     * they are not.
     *
     * @throws NotFound if there is no such account manager
     */
    public Secret issueLink(ManagerId manager, Actor actor) {
        Permission.MANAGE_ACCOUNT_MANAGERS.require(actor);
        return links.issue(AccountId.of(managers.get(manager).id()), LinkOrigin.HANDED_OVER, time.now());
    }

    /**
     * Shuts the account manager out: every session, token and link of theirs ends at once and for good.
     *
     * @return the account manager
     * @throws NotFound if there is no such account manager
     */
    public EnrolledManager disable(ManagerId manager, Actor actor) {
        Permission.MANAGE_ACCOUNT_MANAGERS.require(actor);
        AccountManager found = managers.get(manager);
        found.disable(time.now());
        tokens.revokeAll(manager, actor);
        links.revoke(AccountId.of(manager));
        return EnrolledManager.of(found);
    }

    /**
     * Lets the account manager sign in again, with the password that they had. What ended stays ended.
     *
     * @return the account manager
     * @throws NotFound if there is no such account manager
     */
    public EnrolledManager readmit(ManagerId manager, Actor actor) {
        Permission.MANAGE_ACCOUNT_MANAGERS.require(actor);
        AccountManager found = managers.get(manager);
        found.readmit(time.now());
        return EnrolledManager.of(found);
    }

    /**
     * @return the account manager
     * @throws NotFound if there is no such account manager
     */
    public EnrolledManager show(ManagerId manager, Actor actor) {
        Permission.MANAGE_ACCOUNT_MANAGERS.require(actor);
        return EnrolledManager.of(managers.get(manager));
    }
}
