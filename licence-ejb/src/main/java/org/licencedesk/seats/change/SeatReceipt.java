package org.licencedesk.seats.change;

import java.util.Optional;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.directory.User;

/**
 * What came of it: the user, and the figures after it.
 *
 * @param reductionAtRisk the agreed reduction, if more seats are occupied now than it would leave (R30)
 */
public record SeatReceipt(User user, Figures figures, Optional<Reduction> reductionAtRisk) {}
