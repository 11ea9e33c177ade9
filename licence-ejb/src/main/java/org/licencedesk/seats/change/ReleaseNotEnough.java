package org.licencedesk.seats.change;

import java.util.Map;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.seats.allowance.Figures;

/** The tenant is over its allowance: one holder who gives up a seat makes none available. */
public class ReleaseNotEnough extends RuleViolation {

    /** @param figures as they are */
    public ReleaseNotEnough(Figures figures) {
        super(Refusal.RELEASE_NOT_ENOUGH, Map.of("figures", figures));
    }
}
