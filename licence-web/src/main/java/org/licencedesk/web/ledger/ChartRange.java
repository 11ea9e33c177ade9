package org.licencedesk.web.ledger;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/** Which time a chart shows; it ends now. */
public enum ChartRange {
    DAYS_30("30d", Optional.of(Period.ofDays(30))),
    DAYS_90("90d", Optional.of(Period.ofDays(90))),
    YEAR("1y", Optional.of(Period.ofYears(1))),
    ALL("all", Optional.empty());

    private final String parameter;

    private final Optional<Period> length;

    ChartRange(String parameter, Optional<Period> length) {
        this.parameter = parameter;
        this.length = length;
    }

    /** @return what the address calls it */
    public String parameter() {
        return parameter;
    }

    static Optional<ChartRange> parse(String text) {
        return Stream.of(values()).filter(range -> range.parameter.equals(text)).findFirst();
    }

    Instant beginning(Instant now, ZoneId zone) {
        return length.map(back -> now.atZone(zone).minus(back).toInstant()).orElse(Instant.EPOCH);
    }
}
