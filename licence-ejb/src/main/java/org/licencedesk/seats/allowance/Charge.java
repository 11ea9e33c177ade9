package org.licencedesk.seats.allowance;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.Money;

/**
 * What the next invoice charges or credits beside the period and the confirmed increases. Seats are counted from 1 to the
 * maximum, so that a credit finds what was charged for the very seats that go.
 *
 * @param above the seat below the first one that it is about, from 0
 * @param upTo the last seat that it is about
 * @param from the first day, in the tenant's days
 * @param to the last day of the billing period
 * @param amount what those days cost, negative for a credit; empty while no price is known
 * @param takesBack of a credit, the acceptance or the charge that it takes back in part; empty for the period's own line
 */
public record Charge(
        UUID id,
        Kind kind,
        int above,
        int upTo,
        LocalDate from,
        LocalDate to,
        Optional<Money> amount,
        Optional<UUID> takesBack) {

    /** Why it is charged or credited. */
    public enum Kind {
        /** The seats of a new tenant, to the first renewal, where the operator bills that time. */
        FIRST_PERIOD,
        /** The seats more of a correction that is billed. */
        CORRECTION,
        /** The seats fewer of a correction that is credited. */
        CREDIT
    }

    /** @return how many seats it is about, from 1 */
    public int seats() {
        return upTo - above;
    }
}
