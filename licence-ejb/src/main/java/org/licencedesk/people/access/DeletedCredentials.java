package org.licencedesk.people.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.Happening;
import org.licencedesk.kernel.UserId;

/** Takes what a user came in by away in the transaction that deletes the user (R54). */
@ApplicationScoped
class DeletedCredentials {

    @Inject
    private Accounts accounts;

    @Inject
    private StoredLinks links;

    void on(@Observes Happening happening) {
        if (happening.kind() == EntryKind.USER_DELETED) {
            happening.user().ifPresent(this::end);
        }
    }

    private void end(UserId user) {
        accounts.forgetPassword(user);
        links.revoke(AccountId.of(user));
    }
}
