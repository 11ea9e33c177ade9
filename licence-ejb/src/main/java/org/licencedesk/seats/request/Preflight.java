package org.licencedesk.seats.request;

import org.licencedesk.seats.allowance.Figures;

/**
 * What stands between the seats in use now and a lower maximum: "47 in use, 40 wanted: 7 must be freed" (R30).
 *
 * @param inUse how many seats are occupied
 * @param mustFree how many of them must be free on the date, or 0
 * @param willBeFreed how many are held by users who were chosen to become Inactive on the date
 */
public record Preflight(int inUse, int mustFree, int willBeFreed) {

    static Preflight of(Figures figures, int wanted, int willBeFreed) {
        return new Preflight(figures.occupied(), figures.mustFree(wanted), willBeFreed);
    }
}
