package org.licencedesk.web.evidence;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.licencedesk.record.evidence.Drift;
import org.licencedesk.record.evidence.LedgerVerification;
import org.licencedesk.record.evidence.Verification;
import org.licencedesk.web.frame.Formats;
import org.licencedesk.web.frame.Refusals;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** Checks at somebody's wish whether ledger, users and allowance are still what was written (R38). */
@Named
@RequestScoped
public class LedgerProof {

    private static final String TEXTS = "evidenceText";

    private static final String USERS = "usersText";

    private static final String FORM = "verifyForm";

    @Inject
    private LedgerVerification verification;

    @Inject
    private Refusals refusals;

    @Inject
    private CurrentActor actor;

    @Inject
    private Formats formats;

    @Inject
    private PageContext page;

    private @Nullable Verification result;

    /** Reads the whole ledger, and compares. */
    public void verify() {
        result = refusals.run(FORM, () -> verification.verify(actor.tenant(), actor.get()))
                .orElse(null);
    }

    /** @return what was found, once it was looked for */
    public @Nullable Verification getResult() {
        return result;
    }

    /** @return what does not agree, and whom it concerns */
    public String say(Drift drift) {
        return switch (drift.what()) {
            case STATUS, ROLE ->
                page.text(
                        TEXTS,
                        key(drift),
                        name(drift),
                        constant(drift, drift.expected()),
                        constant(drift, drift.found()));
            case EXISTENCE -> page.text(TEXTS, key(drift), name(drift));
            case MAXIMUM, OCCUPIED, LOCKED ->
                page.text(TEXTS, key(drift), number(drift.expected()), number(drift.found()));
        };
    }

    private static String key(Drift drift) {
        return "verify.drift." + drift.what();
    }

    private String name(Drift drift) {
        return drift.userName().filter(name -> !name.isEmpty()).orElseGet(() -> page.text(TEXTS, "verify.erased"));
    }

    /** Anything may stand in a table that somebody else wrote into. */
    private String constant(Drift drift, String stored) {
        String key = drift.what().name().toLowerCase(Locale.ROOT) + "." + stored;
        return page.hasText(USERS, key) ? page.text(USERS, key) : stored;
    }

    private String number(String stored) {
        return stored.matches("[0-9]{1,18}")
                ? formats.number(Long.parseLong(stored))
                : page.text(TEXTS, "verify.nothing");
    }
}
