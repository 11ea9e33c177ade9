package org.licencedesk.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts the transactions that lost to another one, and tells of them in one line a minute at most. On a Galera cluster
 * with several writers there are hundreds a minute where one tenant is busy, and none of them harms.
 */
final class LostTransactions {

    private static final Logger LOG = System.getLogger(LostTransactions.class.getName());

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private int untold;

    private Optional<Long> toldAt = Optional.empty();

    /** Notes one more, and writes the line if its minute is over. */
    void note() {
        note(System.nanoTime()).ifPresent(line -> LOG.log(Level.INFO, line));
    }

    /** @return the line to be written now, if one is */
    synchronized Optional<String> note(long nanoTime) {
        untold++;
        if (toldAt.filter(told -> nanoTime - told < PAUSE.toNanos()).isPresent()) {
            return Optional.empty();
        }
        String line = untold == 1
                ? "A transaction lost to another one and is repeated; more are counted for a minute"
                : untold + " transactions lost to others since the last such line and are repeated";
        toldAt = Optional.of(nanoTime);
        untold = 0;
        return Optional.of(line);
    }
}
