package org.licencedesk.seat;

import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;

/**
 * Deletes a user.
 *
 * @param expected the user's revision that the caller has seen, if it matters to them
 */
public record DeleteUser(TenantId tenant, UserId user, Optional<Integer> expected, Actor actor, Door door) {}
