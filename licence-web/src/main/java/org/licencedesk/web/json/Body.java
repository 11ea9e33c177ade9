package org.licencedesk.web.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.web.json.InvalidRequest.Place;
import org.licencedesk.web.json.InvalidRequest.Violation;

/** Reads the members of a body as values, and says where in it a value is wrong. */
public final class Body {

    private Body() {}

    /**
     * @param name the member inside which the values are read
     * @return what was read
     * @throws InvalidRequest with the place inside that member, if a value in it is wrong
     */
    public static <T> T member(String name, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidValue e) {
            throw within(name, InvalidRequest.of(e, Place.POINTER));
        } catch (InvalidRequest e) {
            throw within(name, e);
        }
    }

    /** @throws InvalidValue if the text is no ISO 8601 date of the years 2000 to 2999 */
    public static LocalDate date(String field, String text) {
        if (!text.matches("2\\d{3}-\\d{2}-\\d{2}")) {
            throw new InvalidValue(field, Problem.NOT_IN_FORM);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValue(field, Problem.NOT_IN_FORM);
        }
    }

    /** @throws InvalidValue if the text is no ISO 8601 instant in UTC of the years 0 to 9999 */
    public static Instant instant(String field, String text) {
        try {
            Instant instant = Instant.parse(text);
            if (text.matches("\\d{4}-.*Z")) {
                return instant.truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeParseException e) {
            throw new InvalidValue(field, Problem.NOT_IN_FORM);
        }
        throw new InvalidValue(field, Problem.NOT_IN_FORM);
    }

    /** @throws InvalidValue if the number is below */
    public static int atLeast(String field, int number, int least) {
        if (number < least) {
            throw new InvalidValue(field, Problem.OUT_OF_RANGE);
        }
        return number;
    }

    /** @throws InvalidValue if the text names none of the constants */
    public static <E extends Enum<E>> E constant(String field, String text, Class<E> type) {
        return find(text, type).orElseThrow(() -> new InvalidValue(field, Problem.UNKNOWN));
    }

    /** @return the constant that the text names, if it names one */
    public static <E extends Enum<E>> Optional<E> find(String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst();
    }

    private static InvalidRequest within(String member, InvalidRequest refused) {
        List<Violation> inside = refused.violations().stream()
                .map(violation -> violation.within(member))
                .toList();
        return new InvalidRequest(inside);
    }
}
