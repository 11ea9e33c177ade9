package org.licencedesk.web.json;

import java.util.List;
import org.licencedesk.kernel.InvalidValue;

/** The content of a request is refused, with the place and the reason of each violation. */
public class InvalidRequest extends RuntimeException {

    private final transient List<Violation> violations;

    /** In what part of a request a violation is. */
    public enum Place {
        /** The place is a JSON pointer into the body. */
        POINTER,
        /** The place is the name of a query parameter. */
        PARAMETER,
        /** The place is the name of a header. */
        HEADER
    }

    /**
     * One thing that is wrong.
     *
     * @param kind in what part
     * @param where the place in it
     * @param detail what is wrong, a key of the texts
     */
    public record Violation(Place kind, String where, String detail) {

        Violation within(String member) {
            return new Violation(kind, "/" + member + where, detail);
        }
    }

    /** Refuses for one reason. */
    public InvalidRequest(Place kind, String where, String detail) {
        this(List.of(new Violation(kind, where, detail)));
    }

    /** Refuses for these reasons. */
    public InvalidRequest(List<Violation> violations) {
        super("invalid-request", null, false, false);
        this.violations = List.copyOf(violations);
    }

    /** @return the refusal of a value, in the part of the request that it came in */
    public static InvalidRequest of(InvalidValue refused, Place kind) {
        String where = kind == Place.POINTER ? "/" + refused.field() : refused.field();
        return new InvalidRequest(kind, where, detail(refused.problem()));
    }

    /** @return what is wrong */
    public List<Violation> violations() {
        return violations;
    }

    private static String detail(InvalidValue.Problem problem) {
        return "value." + problem.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
