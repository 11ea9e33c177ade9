package org.licencedesk.seat;

import java.util.Optional;
import org.licencedesk.allowance.Consent;
import org.licencedesk.directory.NewUser;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.TenantId;

/** Adds a user to a tenant, in any status (R12 to R16). */
public record AddUser(TenantId tenant, NewUser user, Optional<Consent> consent, Actor actor, Door door) {}
