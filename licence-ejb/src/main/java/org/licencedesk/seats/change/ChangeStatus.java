package org.licencedesk.seats.change;

import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.allowance.Consent;

/**
 * Gives a user a status.
 *
 * @param consent what was accepted, if anything; ignored where no increase is needed
 * @param release who becomes Inactive in their favour, if anybody; ignored where no seat is taken
 * @param expected the user's revision that the caller has seen, if they mind
 */
public record ChangeStatus(
        TenantId tenant,
        UserId user,
        UserStatus status,
        Optional<Consent> consent,
        Optional<UserId> release,
        Expected expected,
        Actor actor,
        Door door) {}
