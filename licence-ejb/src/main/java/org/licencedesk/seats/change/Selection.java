package org.licencedesk.seats.change;

import java.util.Set;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.directory.UserFilter;

/** Many users at once: those that somebody ticked, or all that match. */
public sealed interface Selection {

    /**
     * Those who were ticked one by one.
     *
     * @param users who; also some that are no users, which are refused one by one
     */
    record Ticked(Set<UserId> users) implements Selection {

        /** Takes a copy. */
        public Ticked {
            users = Set.copyOf(users);
        }
    }

    /**
     * All that match when the change happens, on whatever page they are.
     *
     * @param filter which users
     */
    record AllThatMatch(UserFilter filter) implements Selection {}
}
