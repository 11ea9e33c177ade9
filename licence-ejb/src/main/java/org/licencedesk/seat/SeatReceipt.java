package org.licencedesk.seat;

import java.util.Optional;
import org.licencedesk.allowance.Figures;
import org.licencedesk.allowance.Reduction;
import org.licencedesk.directory.User;

/**
 * What came of it: the user, and the figures after it.
 *
 * @param reductionAtRisk the agreed reduction, if more seats are occupied now than it would leave (R30)
 */
public record SeatReceipt(User user, Figures figures, Optional<Reduction> reductionAtRisk) {}
