package org.licencedesk.people.setup;

import java.time.ZoneId;

/**
 * What a System Admin may change of their own system.
 *
 * @param timeZoneSettled whether the time zone stays as it is
 * @param revision rises with each change
 */
public record Company(String name, ZoneId timeZone, boolean timeZoneSettled, long revision) {}
