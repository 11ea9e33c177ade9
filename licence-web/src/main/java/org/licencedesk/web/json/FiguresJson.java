package org.licencedesk.web.json;

import org.licencedesk.seats.allowance.Figures;

/** The figures in the contract. */
public record FiguresJson(int maximum, int occupied, int available, int overBy) {

    /** @return the figures in this form */
    public static FiguresJson of(Figures figures) {
        return new FiguresJson(figures.maximum(), figures.occupied(), figures.available(), figures.overBy());
    }
}
