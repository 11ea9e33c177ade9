package org.licencedesk.people.access;

import java.time.ZoneId;
import java.util.Optional;

/**
 * Who somebody is, as a page addresses them.
 *
 * @param system the name of the system that they belong to; empty for the vendor's staff
 * @param zone the time zone of that system
 */
public record Person(String name, Optional<String> system, Optional<ZoneId> zone) {}
