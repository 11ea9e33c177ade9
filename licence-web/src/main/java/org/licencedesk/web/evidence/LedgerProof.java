package org.licencedesk.web.evidence;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Actor;
import org.licencedesk.record.evidence.LedgerVerification;
import org.licencedesk.record.evidence.Verification;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.signin.CurrentActor;

/** Checks at somebody's wish whether ledger, users and allowance are still what was written (R38). */
@Named
@RequestScoped
public class LedgerProof {

    private static final String FORM = "verifyForm";

    @Inject
    private LedgerVerification verification;

    @Inject
    private Refusals refusals;

    @Inject
    private CurrentActor actor;

    private @Nullable Verification result;

    /** Reads the whole ledger, and compares. */
    public void verify() {
        Actor who = actor.get();
        result = refusals.run(FORM, () -> verification.verify(who.tenant().orElseThrow(), who))
                .orElse(null);
    }

    /** @return what was found, once it was looked for */
    public @Nullable Verification getResult() {
        return result;
    }
}
