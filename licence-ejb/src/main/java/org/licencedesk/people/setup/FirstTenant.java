package org.licencedesk.people.setup;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.WithoutPermission;
import org.licencedesk.people.access.ClientAddress;
import org.licencedesk.people.access.OperatorAccess;
import org.licencedesk.people.access.TooManyAttempts;
import org.licencedesk.seats.tenant.Tenants;

/** Opens an installation: its first tenant with its first System Admin, against the one-time setup code (R28). */
@Stateless
public class FirstTenant {

    @Inject
    private SetupCodes codes;

    @Inject
    private TenantCreation creation;

    @Inject
    private Tenants tenants;

    @Inject
    private OperatorAccess operators;

    /** @return whether the installation waits for its first tenant */
    @WithoutPermission("nobody is there yet: the setup code is what lets in")
    public boolean isAwaited() {
        return tenants.awaitsFirst();
    }

    /**
     * Creates the tenant; the code can be used for the first operator as well, if there is none yet. Who holds the code acts as the Operator for this one act, whoever the command names.
     *
     * @param address the network address that the attempt comes from
     * @return the tenant
     * @throws SetupCodeRefused if the code is none, or there is a tenant already
     * @throws TooManyAttempts if codes were tried too often
     */
    @WithoutPermission("nobody is there yet: the setup code is what lets in")
    public CreatedTenant open(Secret code, CreateTenant command, ClientAddress address) {
        codes.require(code, address, tenants::isEmpty);
        CreatedTenant created = creation.create(command, Actor.installation());
        if (!operators.isUnclaimed()) {
            codes.close();
        }
        return created;
    }
}
