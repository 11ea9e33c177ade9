package org.licencedesk.seats.directory;

/**
 * How many users match a filter, as far as it is worth counting.
 *
 * @param number how many were counted, at most {@link #MOST}
 * @param more whether the counting was stopped, so that there may be more
 */
public record Count(int number, boolean more) {

    /** Beyond so many the counting stops. */
    public static final int MOST = 10_000;
}
