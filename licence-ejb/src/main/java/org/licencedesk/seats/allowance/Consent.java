package org.licencedesk.seats.allowance;

import java.util.Optional;
import org.licencedesk.kernel.Money;

/**
 * The acceptance of one quote, repeated back by whoever accepts (R32).
 *
 * @param accepted the quote as it was shown
 * @param termsAccepted whether the box "Terms and Conditions" was ticked
 */
public record Consent(Quote accepted, boolean termsAccepted) {

    /**
     * @param fresh the quote as it is now
     * @return whether this consents to it: the terms are ticked; the number, the seats, the price, the wording of the terms,
     *     the date of the next invoice and the reduction that ends are the same; and neither what is due now nor the next
     *     invoice comes to more than was shown. The days from which and until which something is due now, and the name of
     *     the terms' version, may be others
     */
    public boolean covers(Quote fresh) {
        return termsAccepted
                && accepted.raiseTo() == fresh.raiseTo()
                && accepted.seats() == fresh.seats()
                && accepted.monthlyIncrease().equals(fresh.monthlyIncrease())
                && accepted.terms().digest().equals(fresh.terms().digest())
                && accepted.nextInvoice().date().equals(fresh.nextInvoice().date())
                && accepted.endsReduction().equals(fresh.endsReduction())
                && isNotMore(fresh.dueNow().amount(), accepted.dueNow().amount())
                && isNotMore(
                        fresh.nextInvoice().amount(), accepted.nextInvoice().amount());
    }

    private static boolean isNotMore(Optional<Money> fresh, Optional<Money> shown) {
        if (fresh.isEmpty() || shown.isEmpty()) {
            return fresh.equals(shown);
        }
        return fresh.get().currency().equals(shown.get().currency())
                && !fresh.get().isMoreThan(shown.get());
    }
}
