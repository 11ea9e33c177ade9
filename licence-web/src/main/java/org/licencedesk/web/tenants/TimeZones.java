package org.licencedesk.web.tenants;

import java.time.ZoneId;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;

/** Reads the names of the IANA time zone database; offsets are no time zones here. */
final class TimeZones {

    static final ZoneId UTC = ZoneId.of("UTC");

    private TimeZones() {}

    /** @throws InvalidValue if the text names no time zone */
    static ZoneId parse(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new InvalidValue("timeZone", Problem.UNKNOWN);
        }
        return ZoneId.of(text);
    }
}
