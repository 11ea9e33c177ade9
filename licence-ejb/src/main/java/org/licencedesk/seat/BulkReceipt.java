package org.licencedesk.seat;

import java.util.List;
import org.licencedesk.allowance.Figures;

/**
 * What came of a change of many users.
 *
 * @param outcomes what became of each, by user name; those that are no users last
 * @param figures the figures after it
 */
public record BulkReceipt(List<BulkOutcome> outcomes, Figures figures) {}
