package org.licencedesk.people.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.LedgerEvent;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.allowance.AfterChange;

/** Takes what a user came in by away in the transaction that deletes the user (R54). */
@ApplicationScoped
class DeletedCredentials implements AfterChange {

    @Inject
    private Accounts accounts;

    @Inject
    private StoredLinks links;

    @Override
    public Step step() {
        return Step.CREDENTIALS;
    }

    @Override
    public void on(LedgerEvent event) {
        if (event.kind() == EntryKind.USER_DELETED) {
            event.user().ifPresent(this::end);
        }
    }

    private void end(UserId user) {
        accounts.forgetPassword(user);
        links.revoke(AccountId.of(user));
    }
}
