package org.licencedesk.privacy;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.messages.mail.Notices;
import org.licencedesk.people.access.UserCredentials;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.record.ledger.LedgerSearch;
import org.licencedesk.seats.allowance.Acceptances;
import org.licencedesk.seats.directory.UserDirectory;
import org.licencedesk.seats.directory.UserRecord;
import org.licencedesk.seats.request.RequestReading;

/** Gives a person, or whoever answers for them, all that is kept about them (R22). */
@Stateless
public class PersonalData {

    private static final int ENTRIES_AT_A_TIME = 500;

    @Inject
    private UserDirectory directory;

    @Inject
    private UserCredentials credentials;

    @Inject
    private Notices notices;

    @Inject
    private RequestReading requests;

    @Inject
    private Acceptances acceptances;

    @Inject
    private LedgerSearch ledger;

    /**
     * @return what is kept about the user, alive, deleted or erased
     * @throws NotFound if the tenant has and had no such user
     */
    public PersonalRecord of(TenantId tenant, UserId user, Actor actor) {
        Permission.EXPORT_USERS.require(actor, tenant);
        UserRecord kept = directory.record(tenant, user, actor);
        return new PersonalRecord(
                kept,
                credentials.of(tenant, user, actor),
                notices.to(tenant, user, actor),
                requests.involving(tenant, user, actor),
                acceptances.by(tenant, user));
    }

    /**
     * @param cursor where the page begins, as the page before said; empty for the first page
     * @return a page of the entries about the user and those of what the user did, oldest first
     */
    public Page<LedgerEntry> entries(TenantId tenant, UserId user, Optional<String> cursor, Actor actor) {
        Permission.EXPORT_USERS.require(actor, tenant);
        return ledger.naming(tenant, user, new PageRequest(cursor, ENTRIES_AT_A_TIME), actor);
    }
}
