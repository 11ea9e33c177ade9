package org.licencedesk.seats.directory;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.Text;
import org.licencedesk.kernel.UserStatus;

/**
 * Which users of a tenant.
 *
 * @param statuses the statuses wanted; all of them is no filter, none of them finds nobody
 * @param role the role wanted, or any
 * @param sought what to look for: the beginnings of words of user name, display name or mail address, without regard to
 *     case and accents (R42); or anything
 */
public record UserFilter(Set<UserStatus> statuses, Optional<Role> role, Optional<String> sought) {

    /** @throws InvalidValue if what to look for is longer than what it is looked for in */
    public UserFilter {
        sought.ifPresent(text -> Text.optionalLine("q", text, EmailAddress.LONGEST));
        statuses = statuses.isEmpty() ? EnumSet.noneOf(UserStatus.class) : EnumSet.copyOf(statuses);
    }

    /**
     * @param statuses the statuses wanted
     * @param occupiesSeat whether only users with, or only users without a seat are wanted; or any
     * @return those of the statuses that are both
     */
    public static Set<UserStatus> statuses(Set<UserStatus> statuses, Optional<Boolean> occupiesSeat) {
        Set<UserStatus> both = EnumSet.allOf(UserStatus.class);
        both.retainAll(statuses);
        occupiesSeat.ifPresent(seat -> both.removeIf(status -> status.occupiesSeat() != seat));
        return both;
    }

    /** @return what to look for; empty where nothing is said */
    Optional<SearchTerms> terms() {
        return sought.flatMap(SearchTerms::of);
    }

    boolean findsNobody() {
        return statuses.isEmpty();
    }

    boolean wantsEveryStatus() {
        return statuses.size() == UserStatus.values().length;
    }

    boolean wantsEveryStatusAndRole() {
        return wantsEveryStatus() && role.isEmpty();
    }
}
