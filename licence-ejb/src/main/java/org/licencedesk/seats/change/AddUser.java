package org.licencedesk.seats.change;

import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.directory.NewUser;

/**
 * Adds a user to a tenant, in any status (R12 to R16).
 *
 * @param consent what was accepted, if anything; ignored where no increase is needed
 * @param release who becomes Inactive in their favour, if anybody; ignored where no seat is taken
 */
public record AddUser(
        TenantId tenant, NewUser user, Optional<Consent> consent, Optional<UserId> release, Actor actor, Door door) {}
