package org.licencedesk.seats.change;

import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;

/**
 * Deletes a user.
 *
 * @param expected the user's revision that the caller has seen, if they mind
 */
public record DeleteUser(TenantId tenant, UserId user, Expected expected, Actor actor, Door door) {}
