package org.licencedesk.seats.change;

import java.util.List;
import org.licencedesk.seats.change.BulkOutcome.Result;

/**
 * What becomes, or became, of each of many users.
 *
 * @param outcomes by user name; those that are no users last
 */
public record ManyOutcomes(List<BulkOutcome> outcomes) {

    /** @return those of that result */
    public List<BulkOutcome> of(Result result) {
        return outcomes.stream().filter(one -> one.result() == result).toList();
    }
}
