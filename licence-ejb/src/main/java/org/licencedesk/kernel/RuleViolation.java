package org.licencedesk.kernel;

import jakarta.ejb.ApplicationException;
import java.util.Map;

/**
 * A rule refused what was asked. Nothing has been changed, and the transaction is rolled back. Each kind has a stable
 * code and carries the numbers of the refusal (R39); the wording is the doors'.
 */
@ApplicationException(rollback = true, inherited = true)
public class RuleViolation extends RuntimeException {

    private final Refusal refusal;

    private final transient Map<String, Object> facts;

    /** Refuses, with nothing more to say. */
    public RuleViolation(Refusal refusal) {
        this(refusal, Map.of());
    }

    /** @param facts the numbers and values that the refusal speaks of, by the name that the contract gives them */
    protected RuleViolation(Refusal refusal, Map<String, Object> facts) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
        this.facts = facts;
    }

    /** @return what it is */
    public Refusal refusal() {
        return refusal;
    }

    /** @return the stable code, such as {@code increase-not-confirmed} */
    public String code() {
        return refusal.code();
    }

    /** @return the numbers and values that the refusal speaks of, by name */
    public Map<String, Object> facts() {
        return facts;
    }
}
