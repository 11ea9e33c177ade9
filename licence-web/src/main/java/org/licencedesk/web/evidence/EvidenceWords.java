package org.licencedesk.web.evidence;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.licencedesk.record.evidence.Drift;
import org.licencedesk.record.evidence.Verification;
import org.licencedesk.record.ledger.ChainFault;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.web.frame.Formats;
import org.licencedesk.web.page.PageContext;

/** Says in words what evidence shows. */
@Named
@RequestScoped
public class EvidenceWords {

    private static final String TEXTS = "evidenceText";

    private static final String USERS = "usersText";

    @Inject
    private Formats formats;

    @Inject
    private PageContext page;

    /** @return from how many licences to how many the increase went */
    public String title(int from, int to) {
        return say("acceptance.title", formats.number(from), formats.number(to));
    }

    /** @return for which days the share of the running period was due */
    public String dueNow(Quote quote) {
        return say(
                "acceptance.dueNow",
                formats.date(quote.dueNow().from()),
                formats.date(quote.dueNow().to()));
    }

    /** @return when the next invoice was to fall */
    public String nextInvoice(Quote quote) {
        return say("acceptance.nextInvoice", formats.date(quote.nextInvoice().date()));
    }

    /** @return which agreed reduction the increase ended */
    public String ended(Reduction reduction) {
        return say("acceptance.ended.what", formats.number(reduction.maximum()), formats.date(reduction.effectiveOn()));
    }

    /** @return how many entries were read, and when */
    public String read(Verification verification) {
        return say("verify.read", verification.entries(), formats.moment(verification.at()));
    }

    /** @return which entry is not as it was written, and what is wrong with it */
    public String fault(ChainFault fault) {
        return say("verify.fault." + fault.kind(), formats.number(fault.sequence()));
    }

    /** @return what does not agree, and whom it concerns */
    public String drift(Drift drift) {
        return switch (drift.what()) {
            case STATUS ->
                say(
                        "verify.drift.STATUS",
                        name(drift),
                        constant("status", drift.expected()),
                        constant("status", drift.found()));
            case ROLE ->
                say(
                        "verify.drift.ROLE",
                        name(drift),
                        constant("role", drift.expected()),
                        constant("role", drift.found()));
            case EXISTENCE -> say("verify.drift.EXISTENCE", name(drift));
            case MAXIMUM, OCCUPIED, LOCKED ->
                say("verify.drift." + drift.what(), number(drift.expected()), number(drift.found()));
        };
    }

    private String name(Drift drift) {
        return drift.userName().filter(name -> !name.isEmpty()).orElseGet(() -> say("verify.erased"));
    }

    /** Anything may stand in a table that somebody else wrote into. */
    private String constant(String kind, String stored) {
        String key = kind + "." + stored;
        return page.hasText(USERS, key) ? page.text(USERS, key) : stored;
    }

    private String number(String stored) {
        return stored.matches("[0-9]{1,18}") ? formats.number(Long.parseLong(stored)) : say("verify.nothing");
    }

    private String say(String key, Object... facts) {
        return page.text(TEXTS, key, facts);
    }
}
