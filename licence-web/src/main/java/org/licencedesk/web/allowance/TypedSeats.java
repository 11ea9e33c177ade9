package org.licencedesk.web.allowance;

import java.math.BigInteger;
import java.util.Optional;
import org.licencedesk.kernel.Text;

/** Reads numbers of seats as people type them. */
public final class TypedSeats {

    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

    private TypedSeats() {}

    /**
     * @param typed what was typed
     * @return the number; the greatest that there is for what lies beyond it; empty for what is no whole number from 0
     */
    public static Optional<Integer> parse(String typed) {
        return Optional.of(Text.stripped(typed))
                .filter(text -> text.matches("\\d{1,100}"))
                .map(BigInteger::new)
                .map(value -> value.min(MOST).intValue());
    }
}
