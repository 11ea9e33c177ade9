package org.licencedesk.people.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.WithoutPermission;
import org.licencedesk.seats.directory.UserAccounts;
import org.licencedesk.seats.tenant.AccountManagers;
import org.licencedesk.seats.tenant.TenantProfile;
import org.licencedesk.seats.tenant.Tenants;

/** Says who is signed in. */
@Stateless
@WithoutPermission("whoever is signed in may see who they are")
public class People {

    @Inject
    private Tenants tenants;

    @Inject
    private UserAccounts users;

    @Inject
    private AccountManagers managers;

    @Inject
    private Operators operators;

    /**
     * @return the person that acts, with the system they belong to
     * @throws NotFound if no person acts, or one who is there no more
     */
    public Person describe(Actor actor) {
        if (actor.manager().isPresent()) {
            return new Person(managers.get(actor.manager().get()).contact().name(), Optional.empty(), Optional.empty());
        }
        if (actor.operator().isPresent()) {
            return new Person(operators.get(actor.operator().get()).name(), Optional.empty(), Optional.empty());
        }
        TenantId tenant = actor.tenant().orElseThrow(NotFound::new);
        TenantProfile profile = tenants.get(tenant).profile();
        String name = users.get(tenant, actor.user().orElseThrow(NotFound::new))
                .view()
                .displayName();
        return new Person(name, Optional.of(profile.name()), Optional.of(profile.timeZone()));
    }
}
