package org.licencedesk.seats.allowance;

/**
 * How full an allowance is, in the steps at which people are told: 80, 90 and 100 % of the seats; in an allowance of up
 * to ten seats two, one and none left, as soon as half of them are occupied.
 */
public enum FillLevel {
    ROOMY(0, Integer.MAX_VALUE),
    EIGHTY(80, 2),
    NINETY(90, 1),
    FULL(100, 0);

    private static final int SMALL = 10;

    private final int percent;

    private final int seatsLeft;

    FillLevel(int percent, int seatsLeft) {
        this.percent = percent;
        this.seatsLeft = seatsLeft;
    }

    /**
     * A level is kept until the occupied seats are clearly below it, by a twentieth of the maximum and at least one
     * seat, so that somebody who comes and goes is told of once.
     *
     * @param figures the figures as they are now
     * @return the level that follows on this one
     */
    public FillLevel after(Figures figures) {
        if (figures.occupied() == 0) {
            return ROOMY;
        }
        int margin = Math.max(1, figures.maximum() / 20);
        FillLevel level = ROOMY;
        for (FillLevel each : values()) {
            int needed = each.begin(figures.maximum()) - (each.compareTo(this) <= 0 ? margin : 0);
            if (figures.occupied() >= needed) {
                level = each;
            }
        }
        return level;
    }

    /** How many occupied seats it begins with. */
    private int begin(int maximum) {
        if (this == ROOMY) {
            return 0;
        }
        int begin = maximum <= SMALL
                ? Math.max(maximum - seatsLeft, (maximum + 1) / 2)
                : Math.toIntExact(((long) maximum * percent + 99) / 100);
        return Math.max(1, begin);
    }
}
