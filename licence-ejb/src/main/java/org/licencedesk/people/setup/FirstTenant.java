package org.licencedesk.people.setup;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.WithoutPermission;
import org.licencedesk.people.access.ClientAddress;
import org.licencedesk.people.access.SignInThrottle;
import org.licencedesk.people.access.ThrottleKey;
import org.licencedesk.people.access.TooManyAttempts;
import org.licencedesk.seats.tenant.Tenants;

/** Opens an installation: its first tenant with its first System Admin, against the one-time setup code (R28). */
@Stateless
public class FirstTenant {

    private static final ThrottleKey WHAT = ThrottleKey.of("setup code");

    @Inject
    private SetupCodes codes;

    @Inject
    private TenantCreation creation;

    @Inject
    private Tenants tenants;

    @Inject
    private SignInThrottle throttle;

    /** @return whether the installation waits for its first tenant */
    @WithoutPermission("nobody is there yet: the setup code is what lets in")
    public boolean isAwaited() {
        return tenants.awaitsFirst();
    }

    /**
     * Creates the tenant; who holds the code acts as the Operator for this one act, whoever the command names.
     *
     * @param address the network address that the attempt comes from
     * @return the tenant
     * @throws SetupCodeRefused if the code is none, or was used already
     * @throws TooManyAttempts if codes were tried too often
     */
    @WithoutPermission("nobody is there yet: the setup code is what lets in")
    public CreatedTenant open(Secret code, CreateTenant command, ClientAddress address) {
        TooManyAttempts.refuse(throttle.begin(WHAT, address));
        if (!codes.use(code) || !tenants.isEmpty()) {
            throw new SetupCodeRefused();
        }
        throttle.succeeded(WHAT, address);
        return creation.create(command, Actor.installation());
    }
}
