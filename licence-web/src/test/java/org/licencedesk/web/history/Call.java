package org.licencedesk.web.history;

import java.util.Optional;

/**
 * One call with its repeats.
 *
 * @param actor who made it, as the ledger names them
 * @param consent the quote that was accepted with it, if one was
 * @param start in nanoseconds, before it was sent
 * @param end in nanoseconds, after it was answered for good
 */
record Call(String actor, Operation operation, Optional<Quote> consent, long start, long end, Answer answer) {

    /** @return whether it may be that it was done */
    boolean isPossiblyDone() {
        return answer instanceof Answer.Done
                || answer instanceof Answer.Unknown
                || answer instanceof Answer.Undocumented;
    }

    /** @return whether it was answered, so that what begins later comes later */
    boolean isAcknowledged() {
        return answer instanceof Answer.Done;
    }
}
