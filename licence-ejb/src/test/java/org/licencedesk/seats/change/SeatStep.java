package org.licencedesk.seats.change;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.licencedesk.kernel.UserStatus;

/**
 * One random thing that somebody tries.
 *
 * @param what what they try
 * @param who decides on which of the users
 * @param status the status that is wanted, where one is
 * @param consent what they accept, where something is to be accepted
 * @param number any number from 0 to 11
 * @param other decides who is to give up a seat, if anybody
 * @param inPerson whether an admin who signed in does it, and not a token
 */
record SeatStep(What what, int who, UserStatus status, Acceptance consent, int number, int other, boolean inPerson) {
    /** What can be tried. */
    enum What {
        ADD,
        CHANGE_STATUS,
        DELETE,
        CHANGE_ROLE,
        CHANGE_EMAIL,
        RENAME,
        RAISE,
        CORRECT,
        CHANGE_PRICE,
        PUBLISH_TERMS,
        PASS_TIME
    }

    /** How a quote is answered. */
    enum Acceptance {
        NOTHING,
        RIGHT,
        NOT_TICKED,
        OTHER_NUMBER,
        OTHER_SEATS,
        OTHER_PRICE,
        LESS_DUE,
        MORE_DUE,
        OTHER_DATE,
        LESS_NEXT,
        MORE_NEXT,
        OTHER_REDUCTION,
        OTHER_TERMS,
        AN_EARLIER_ONE
    }

    static Arbitrary<SeatStep> any() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(6, What.ADD),
                                Tuple.of(10, What.CHANGE_STATUS),
                                Tuple.of(4, What.DELETE),
                                Tuple.of(3, What.CHANGE_ROLE),
                                Tuple.of(1, What.CHANGE_EMAIL),
                                Tuple.of(1, What.RENAME),
                                Tuple.of(2, What.RAISE),
                                Tuple.of(2, What.CORRECT),
                                Tuple.of(1, What.CHANGE_PRICE),
                                Tuple.of(1, What.PUBLISH_TERMS),
                                Tuple.of(2, What.PASS_TIME)),
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.of(UserStatus.class),
                        Arbitraries.frequency(
                                Tuple.of(3, Acceptance.NOTHING),
                                Tuple.of(6, Acceptance.RIGHT),
                                Tuple.of(1, Acceptance.NOT_TICKED),
                                Tuple.of(1, Acceptance.OTHER_NUMBER),
                                Tuple.of(1, Acceptance.OTHER_SEATS),
                                Tuple.of(1, Acceptance.OTHER_DATE),
                                Tuple.of(1, Acceptance.LESS_NEXT),
                                Tuple.of(1, Acceptance.MORE_NEXT),
                                Tuple.of(1, Acceptance.OTHER_REDUCTION),
                                Tuple.of(1, Acceptance.OTHER_PRICE),
                                Tuple.of(1, Acceptance.LESS_DUE),
                                Tuple.of(1, Acceptance.MORE_DUE),
                                Tuple.of(1, Acceptance.OTHER_TERMS),
                                Tuple.of(2, Acceptance.AN_EARLIER_ONE)),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.of(true, false))
                .as(SeatStep::new);
    }
}
