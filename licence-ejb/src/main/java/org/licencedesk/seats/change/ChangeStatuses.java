package org.licencedesk.seats.change;

import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.allowance.Consent;

/**
 * Gives many users the same status.
 *
 * @param users which
 * @param consent what was accepted for all of them together, if anything; ignored where no increase is needed
 */
public record ChangeStatuses(
        TenantId tenant, Selection users, UserStatus status, Optional<Consent> consent, Actor actor, Door door) {}
