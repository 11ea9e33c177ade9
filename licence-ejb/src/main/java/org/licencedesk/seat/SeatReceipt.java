package org.licencedesk.seat;

import org.licencedesk.allowance.Figures;
import org.licencedesk.directory.User;

/** What came of it: the user, and the figures after it. */
public record SeatReceipt(User user, Figures figures) {}
