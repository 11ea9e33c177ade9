package org.licencedesk.seats.change;

import java.util.List;
import java.util.Optional;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.Quote;

/**
 * What would come of a change of many users, as things are now.
 *
 * @param outcomes what would become of each, by user name; those that are no users last
 * @param seats how many of them would take a seat
 * @param figures the figures before it
 * @param quote the quote to consent to, where there are too few seats; it says how many are missing
 */
public record BulkPreview(List<BulkOutcome> outcomes, int seats, Figures figures, Optional<Quote> quote) {}
