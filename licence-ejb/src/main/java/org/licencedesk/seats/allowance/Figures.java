package org.licencedesk.seats.allowance;

/**
 * The seats of a tenant, read together at one instant (R5).
 *
 * @param maximum how many the tenant holds, from 0
 * @param occupied how many are held by users, from 0; above the maximum only as R37 says
 */
public record Figures(int maximum, int occupied) {

    /** @throws IllegalArgumentException if a number is negative */
    public Figures {
        if (maximum < 0 || occupied < 0) {
            throw new IllegalArgumentException("Seats are counted from 0: " + maximum + ", " + occupied);
        }
    }

    /** @return how many seats are left, never below 0 */
    public int available() {
        return Math.max(0, maximum - occupied);
    }

    /** @return by how many the tenant is over its allowance, or 0 */
    public int overBy() {
        return mustFree(maximum);
    }

    /** @return how many of the occupied seats must be freed before so many are enough, or 0 (R30) */
    public int mustFree(int wanted) {
        return Math.max(0, occupied - wanted);
    }
}
