package org.licencedesk.seats.change;

import java.util.List;
import java.util.Optional;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.Reduction;

/**
 * What came of a change of many users.
 *
 * @param outcomes what became of each, by user name; those that are no users last
 * @param figures the figures after it
 * @param reductionAtRisk the agreed reduction, if seats were taken and more are occupied now than it would leave (R30)
 */
public record BulkReceipt(List<BulkOutcome> outcomes, Figures figures, Optional<Reduction> reductionAtRisk) {}
