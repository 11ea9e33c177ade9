package org.licencedesk.seats.allowance;

import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.TenantId;

/**
 * Raises the allowance of a tenant.
 *
 * @param maximum the number of seats wanted
 * @param consent what was accepted, if anything
 * @param expected the {@link AllowanceState#revision()} that the caller has seen, if they mind
 */
public record RaiseAllowance(
        TenantId tenant, int maximum, Optional<Consent> consent, Expected expected, Actor actor, Door door) {}
