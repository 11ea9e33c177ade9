package org.licencedesk.seats.request;

import java.time.Instant;
import org.licencedesk.kernel.Actor;

/**
 * A request was made or changed its state: both sides are to be told (R30). Told inside the transaction.
 *
 * @param request as it is now
 * @param actor who did it; the installation where the date came
 */
public record RequestChanged(ReductionRequest request, Actor actor, Instant at) {}
