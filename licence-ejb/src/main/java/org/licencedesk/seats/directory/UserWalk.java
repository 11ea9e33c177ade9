package org.licencedesk.seats.directory;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.WithoutPermission;

/** Shows all users that match, one after the other, as an export needs them. */
@Stateless
@WithoutPermission("each page that it reads asks")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UserWalk {

    @Inject
    private UserDirectory directory;

    /**
     * Each page is read in a transaction of its own, and none is open while the visitor is called, however slow it is. Whoever
     * is there throughout is met once, whatever is added or deleted meanwhile.
     *
     * @param pages the page to begin with, as long as each of them
     */
    public void walk(TenantId tenant, UserQuery pages, Actor actor, Consumer<User> visitor) {
        Optional<String> next = pages.cursor();
        do {
            Page<User> page = directory.list(tenant, pages.from(next), actor);
            page.items().forEach(visitor);
            next = page.next();
        } while (next.isPresent());
    }
}
