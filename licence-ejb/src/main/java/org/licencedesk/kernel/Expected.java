package org.licencedesk.kernel;

import java.util.Optional;
import java.util.Set;

/**
 * Which state a caller expects to find, so that nobody overwrites what they have not seen.
 *
 * @param revisions the revisions that will do, or empty if the caller does not mind
 */
public record Expected(Optional<Set<Long>> revisions) {

    /** @return the expectation of a caller who does not mind */
    public static Expected anything() {
        return new Expected(Optional.empty());
    }

    /** @return the expectation of a caller who has seen one of the revisions */
    public static Expected oneOf(Set<Long> revisions) {
        return new Expected(Optional.of(Set.copyOf(revisions)));
    }

    /** @throws ChangedMeanwhile if the revision is not expected */
    public void check(long revision) {
        if (revisions.filter(expected -> !expected.contains(revision)).isPresent()) {
            throw new ChangedMeanwhile();
        }
    }
}
