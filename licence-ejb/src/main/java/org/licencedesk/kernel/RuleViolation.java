package org.licencedesk.kernel;

import jakarta.ejb.ApplicationException;
import java.util.Map;

/**
 * A rule refused what was asked. Nothing has been changed, and the transaction is rolled back. Each kind has a stable
 * code and carries the numbers of the refusal (R39); the wording is the doors'.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class RuleViolation extends RuntimeException {

    private final String code;

    private final transient Map<String, Object> facts;

    /**
     * @param code the stable code
     * @param facts the numbers and values that the refusal speaks of, by the name that the contract gives them
     */
    protected RuleViolation(String code, Map<String, Object> facts) {
        super(code, null, false, false);
        this.code = code;
        this.facts = facts;
    }

    /** @return the stable code, such as {@code increase-not-confirmed} */
    public String code() {
        return code;
    }

    /** @return the numbers and values that the refusal speaks of, by name */
    public Map<String, Object> facts() {
        return facts;
    }
}
