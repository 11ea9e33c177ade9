package org.licencedesk.seats.change;

import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.TenantId;

/**
 * Deletes many users.
 *
 * @param users which
 */
public record DeleteUsers(TenantId tenant, Selection users, Actor actor, Door door) {}
