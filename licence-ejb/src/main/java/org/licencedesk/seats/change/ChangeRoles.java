package org.licencedesk.seats.change;

import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;

/**
 * Gives many users the same role.
 *
 * @param users which
 * @param role {@link Role#STANDARD} or {@link Role#SYSTEM_ADMIN}
 */
public record ChangeRoles(TenantId tenant, Selection users, Role role, Actor actor, Door door) {

    /** @throws InvalidValue if the role is none that users hold */
    public ChangeRoles {
        if (!role.isHeldByUsers()) {
            throw new InvalidValue("role", Problem.UNKNOWN);
        }
    }
}
