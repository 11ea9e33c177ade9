package org.licencedesk.seats.change;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.ChangedMeanwhile;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.kernel.UserErased;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.directory.FormerUserNames;
import org.licencedesk.seats.directory.UserAccount;
import org.licencedesk.seats.directory.UserAccounts;

/** Deletes users, and erases what a tombstone still says of a person (R22). */
@Stateless
public class UserRemoval {

    @Inject
    private TenantChanges changes;

    @Inject
    private Allowances allowances;

    @Inject
    private UserAccounts accounts;

    @Inject
    private FormerUserNames formerNames;

    @Inject
    private Event<UserErased> erasures;

    @Inject
    private TimeSource time;

    /**
     * Makes a tombstone of the user; a seat that it held is free at once, and its name can be used again.
     *
     * @return the figures afterwards
     * @throws NotFound if the tenant has no such user
     * @throws ChangedMeanwhile if the user is no longer the revision that the caller has seen
     * @throws RuleViolation {@link Refusal#LAST_SYSTEM_ADMIN} if the tenant would be left without an active System Admin
     * @throws RuleViolation {@link Refusal#NOT_ON_YOURSELF} if the actor is that user
     */
    public Figures delete(DeleteUser command) {
        TenantChange change = changes.begin(command.tenant(), command.actor(), command.door(), Permission.MANAGE_USERS);
        change.remove(change.user(command.user(), command.expected()));
        return change.figures();
    }

    /**
     * Removes name and mail of a deleted user, wherever they stand; identity and ledger stay. One who was erased already stays
     * as they are. It is no entry of the ledger, which knows them by identity alone.
     *
     * @throws NotFound if the tenant has and had no such user
     * @throws RuleViolation {@link Refusal#NOT_DELETED} if the user is not deleted
     */
    public void erase(TenantId tenant, UserId id, Actor actor) {
        Permission.ERASE_USERS.require(actor, tenant);
        allowances.lock(tenant);
        UserAccount user = accounts.findAny(tenant, id).orElseThrow(NotFound::new);
        if (!user.isDeleted()) {
            throw new RuleViolation(Refusal.NOT_DELETED);
        }
        if (!user.isErased()) {
            Instant now = time.now();
            accounts.rename(user, gone -> gone.erase(now));
            formerNames.erase(id);
            erasures.fire(new UserErased(tenant, id, now));
        }
    }
}
