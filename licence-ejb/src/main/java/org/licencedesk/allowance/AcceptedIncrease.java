package org.licencedesk.allowance;

import java.time.Instant;
import java.util.UUID;
import org.licencedesk.kernel.Door;

/**
 * The proof of one increase (R29).
 *
 * @param actor who accepted, as {@link org.licencedesk.kernel.Actor#label()}
 * @param raisedFrom the maximum before
 * @param accepted all that was shown, with the version and the digest of the terms
 */
public record AcceptedIncrease(UUID id, Instant at, String actor, Door door, int raisedFrom, Quote accepted) {}
