package org.licencedesk.web.history;

/** The two figures from which the others follow. */
record Figures(int maximum, int occupied) {

    /** @return how many seats are missing for so many more */
    int missingFor(int users) {
        return Math.max(0, occupied + users - maximum);
    }
}
