package org.licencedesk.seats.terms;

import java.util.Map;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;

/** The stored text is not the one that was published under its digest, so nobody may rely on it (R29). */
public class TermsAltered extends RuleViolation {

    /**
     * Refuses.
     *
     * @param version the version whose text was altered
     */
    public TermsAltered(String version) {
        super(Refusal.TERMS_ALTERED, Map.of("version", version));
    }
}
