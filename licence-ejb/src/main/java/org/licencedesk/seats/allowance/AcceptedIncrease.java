package org.licencedesk.seats.allowance;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.Door;

/**
 * The proof of one increase (R29).
 *
 * @param actor who accepted, as {@link org.licencedesk.kernel.Actor#label()}
 * @param raisedFrom the maximum before
 * @param charged what is charged, with the version and the digest of the terms
 * @param shown what whoever accepted had seen; empty where a release that did not keep it made the increase
 */
public record AcceptedIncrease(
        UUID id, Instant at, String actor, Door door, int raisedFrom, Quote charged, Optional<Quote> shown) {

    /** @return what was shown, where it is not what is charged */
    public Optional<Quote> shownOtherwise() {
        return shown.filter(seen -> !seen.equals(charged));
    }
}
