package org.licencedesk.seats.change;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Whatever is tried in whatever order, by whomever, with the right consent, a wrong one or none: the real rules on a
 * real database come to what the model says. R4, R12 to R22, R29, R32, R34, R37, R38
 */
class SeatRulesPropertyIT {
    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
    void the_rules_hold_in_every_sequence(
            @ForAll @IntRange(min = 1, max = 8) int seats, @ForAll("steps") List<SeatStep> steps) {
        SeatWorld world = new SeatWorld(seats);
        steps.forEach(world::attempt);
        world.compareAll();
    }

    @Provide
    Arbitrary<List<SeatStep>> steps() {
        return SeatStep.any().list().ofSize(500);
    }
}
