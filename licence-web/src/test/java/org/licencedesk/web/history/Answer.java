package org.licencedesk.web.history;

import java.util.Optional;

/** What a client was answered, or was not. */
sealed interface Answer {

    /**
     * It is done.
     *
     * @param figures those after it, if it says them
     * @param user who was added, or blank if it does not say
     */
    record Done(Optional<Figures> figures, String user) implements Answer {}

    /**
     * It was refused for a reason that is true or not.
     *
     * @param figures those by which it was refused, if it says them
     * @param quote what would be needed, if it says so
     */
    record Refused(String code, Optional<Figures> figures, Optional<Quote> quote) implements Answer {}

    /** Nothing was done, and that is all that is said. */
    record Untouched(String why) implements Answer {}

    /** Nobody knows whether it was done: no answer came, or one that leaves it open. */
    record Unknown(String why) implements Answer {}

    /** The figures that were read. */
    record Read(Figures figures) implements Answer {}

    /** The status that was read, or blank where there is no such user. */
    record ReadStatus(String status) implements Answer {}

    /** It is none that the contract knows. */
    record Undocumented(String what) implements Answer {}
}
