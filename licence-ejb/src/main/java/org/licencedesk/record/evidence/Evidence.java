package org.licencedesk.record.evidence;

import java.util.Optional;
import org.licencedesk.seats.allowance.AcceptedIncrease;

/**
 * The proof of one increase (R29).
 *
 * @param person who accepted, where it was a person of the tenant; a token is nobody
 */
public record Evidence(AcceptedIncrease increase, Optional<Person> person) {}
