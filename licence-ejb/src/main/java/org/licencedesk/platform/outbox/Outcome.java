package org.licencedesk.platform.outbox;

import java.time.Duration;
import java.util.Optional;

/** What came of a message that was handed out. */
public interface Outcome {

    /** What it means for the message. */
    enum Result {
        /** The other side took it. */
        DELIVERED,
        /** It did not; a later attempt may go well. */
        FAILED,
        /** It did not, and never will: the message is parked. */
        REFUSED,
        /** No attempt was of use: the message is parked, and counts none. */
        POINTLESS
    }

    /** @return what it means for the message */
    Result result();

    /** @return how long, from its answer on, the other side asks to be left alone; nothing more is sent there before */
    default Optional<Duration> pause() {
        return Optional.empty();
    }
}
