package org.licencedesk.web.allowance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.licencedesk.seats.allowance.Figures;

/** How long the parts of a meter of seats are. The whole of it is the maximum, or what is occupied if that is more. */
@Named
@ApplicationScoped
public class Meters {

    private static final int PERCENT = 100;

    /** @return how much of the meter so many seats take, in percent */
    public double share(int seats, Figures figures) {
        int whole = Math.max(figures.maximum(), figures.occupied());
        return whole == 0 ? 0 : (double) seats * PERCENT / whole;
    }

    /** @return which part of the maximum is occupied, in whole percent; 0 where there are no seats */
    public long percent(Figures figures) {
        return figures.maximum() == 0 ? 0 : Math.round((double) figures.occupied() * PERCENT / figures.maximum());
    }
}
