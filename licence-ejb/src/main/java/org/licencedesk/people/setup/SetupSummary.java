package org.licencedesk.people.setup;

import org.licencedesk.seats.allowance.Figures;

/**
 * What the Setup Wizard shows at its end.
 *
 * @param figures the three figures (R23)
 * @param usersAdded how many users were added in it, deleted or not
 * @param increases how many increases were confirmed in it
 * @param seatsAdded by how many seats all of them together raised the maximum
 */
public record SetupSummary(Figures figures, int usersAdded, int increases, int seatsAdded) {}
