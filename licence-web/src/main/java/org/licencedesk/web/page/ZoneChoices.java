package org.licencedesk.web.page;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The time zones to choose from. */
public final class ZoneChoices {

    /** The one that counts where none is chosen. */
    public static final String UTC = "UTC";

    /** Those that are named after a place, and not after an offset or a country's rules of former times. */
    private static final Set<String> CONTINENTS = Set.of(
            "Africa",
            "America",
            "Antarctica",
            "Arctic",
            "Asia",
            "Atlantic",
            "Australia",
            "Europe",
            "Indian",
            "Pacific");

    private ZoneChoices() {}

    /** @return the identities of the time zones; the present one is among them, whatever it is */
    public static List<String> with(String present) {
        Stream<String> named = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> CONTINENTS.contains(id.substring(0, Math.max(0, id.indexOf('/')))));
        return Stream.concat(named, Stream.of(UTC, present)).distinct().sorted().toList();
    }
}
