package org.licencedesk.web.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.privacy.PersonalData;
import org.licencedesk.record.ledger.LedgerEntry;

/** Puts all that is kept about a person into JSON, for the API and for a file from the page alike. */
@ApplicationScoped
public class PersonExport {

    @Inject
    private PersonalData data;

    /**
     * @return what is kept; entries of the ledger are read page by page while it is written
     * @throws NotFound if the tenant has and had no such user
     */
    PersonJson of(TenantId tenant, UserId user, Actor actor) {
        return PersonJson.of(data.of(tenant, user, actor), entries(tenant, user, actor));
    }

    private Stream<LedgerEntry> entries(TenantId tenant, UserId user, Actor actor) {
        return Stream.iterate(
                        Optional.of(data.entries(tenant, user, Optional.empty(), actor)),
                        Optional::isPresent,
                        page -> page.flatMap(Page::next)
                                .map(after -> data.entries(tenant, user, Optional.of(after), actor)))
                .flatMap(page -> page.orElseThrow().items().stream());
    }
}
