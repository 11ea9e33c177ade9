package org.licencedesk.people.access;

import java.util.Optional;
import org.licencedesk.kernel.Secret;
import org.licencedesk.seats.change.SeatReceipt;

/**
 * What came of adding a user.
 *
 * @param signInLink shown this once: where no password was given and the user can sign in
 */
public record Enrolment(SeatReceipt receipt, Optional<Secret> signInLink) {}
