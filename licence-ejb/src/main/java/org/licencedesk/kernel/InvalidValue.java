package org.licencedesk.kernel;

import java.util.Map;

/** A value that can be of no use whatever the state of things: it is refused before any rule is asked. */
public class InvalidValue extends RuleViolation {

    private final String field;

    private final Problem problem;

    /** What is wrong with the value. */
    public enum Problem {
        BLANK,
        TOO_LONG,
        CONTROL_CHARACTER,
        NOT_IN_FORM,
        OUT_OF_RANGE,
        UNKNOWN,
        NOT_ALLOWED,
        /** One of the commonest passwords. */
        TOO_COMMON,
        /** A password that is little but names that others know. */
        KNOWN_NAME
    }

    /**
     * @param field the name of the member, such as {@code userName}, or of one inside another, as {@code firstAdmin/email}
     * @param problem what is wrong with it
     */
    public InvalidValue(String field, Problem problem) {
        super(Refusal.INVALID_REQUEST, Map.of("field", field, "problem", problem));
        this.field = field;
        this.problem = problem;
    }

    /** @return the name of the member that is wrong */
    public String field() {
        return field;
    }

    /** @return what is wrong with it */
    public Problem problem() {
        return problem;
    }
}
