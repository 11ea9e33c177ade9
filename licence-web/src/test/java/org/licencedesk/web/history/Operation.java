package org.licencedesk.web.history;

import java.util.List;

/** What a client asks for. */
sealed interface Operation {

    /** Adds a user. */
    record Add(String userName, String status) implements Operation {}

    /** Gives one user, or many at once, a status. */
    record SetStatus(List<String> users, String status) implements Operation {}

    /** Deletes a user. */
    record Delete(String user) implements Operation {}

    /** Raises the maximum. */
    record Raise(int maximum) implements Operation {}

    /** Corrects the maximum, for a reason that no other correction has. */
    record Correct(int maximum, String reason) implements Operation {}

    /** A reduction that was agreed with the account manager, on its date. */
    record Reduce(int maximum) implements Operation {}

    /** Reads the figures. */
    record ReadFigures() implements Operation {}

    /** Reads a user's status. */
    record ReadUser(String user) implements Operation {}

    /** @return whether it changes nothing */
    default boolean isReading() {
        return this instanceof ReadFigures || this instanceof ReadUser;
    }

    /**
     * @param actor who asks
     * @return by what entries of the ledger are known to be those of this operation
     */
    default List<String> marks(String actor) {
        if (this instanceof Add add) {
            return List.of(mark(actor, "add", add.userName()));
        } else if (this instanceof SetStatus change) {
            return change.users().stream()
                    .map(user -> mark(actor, change.status(), user))
                    .toList();
        } else if (this instanceof Delete deletion) {
            return List.of(mark(actor, "delete", deletion.user()));
        } else if (this instanceof Raise raise) {
            return List.of(mark(actor, "raise", raise.maximum()));
        } else if (this instanceof Correct correction) {
            return List.of(mark("", "correct", correction.reason()));
        } else if (this instanceof Reduce reduction) {
            return List.of(mark("", "reduce", reduction.maximum()));
        }
        return List.of();
    }

    /** @return the mark of what is done to something by somebody */
    static String mark(String actor, String what, Object whom) {
        return actor + " " + what + " " + whom;
    }
}
