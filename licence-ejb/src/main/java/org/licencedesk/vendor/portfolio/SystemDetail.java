package org.licencedesk.vendor.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.licencedesk.kernel.Money;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.seats.request.ReductionRequest;

/**
 * All that the vendor's staff look at in one system.
 *
 * @param tenant with figures and price
 * @param prices what a seat costs, by the renewal date from which it does, the latest first; none if it is not known
 * @param unpricedFrom when the running period began, if no price is known for it: a first price can hold from then on
 * @param requests its latest reduction requests, the latest first; one that has not ended is the first
 * @param lastChanges the last entries of its ledger, the newest first
 * @param renewals the next renewal dates, each of which could be a request's
 */
public record SystemDetail(
        TenantState tenant,
        List<PriceFrom> prices,
        Optional<LocalDate> unpricedFrom,
        List<ReductionRequest> requests,
        List<LedgerEntry> lastChanges,
        List<LocalDate> renewals) {

    /** What a seat costs for a billing period, from the date on. */
    public record PriceFrom(LocalDate from, Money perSeat) {}

    /** @return the days from which a price can be set, the first one first */
    public List<LocalDate> priceDates() {
        return Stream.concat(unpricedFrom.stream(), renewals.stream()).toList();
    }

    /** @return the request that has not ended, if there is one */
    public Optional<ReductionRequest> openRequest() {
        return requests.stream().filter(request -> request.state().isOpen()).findFirst();
    }

    /** @return the requests that have ended, the latest first */
    public List<ReductionRequest> endedRequests() {
        return requests.stream().filter(request -> !request.state().isOpen()).toList();
    }
}
