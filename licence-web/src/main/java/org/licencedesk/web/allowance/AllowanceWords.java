package org.licencedesk.web.allowance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.terms.TermsReference;
import org.licencedesk.web.frame.Formats;
import org.licencedesk.web.page.PageContext;

/** Says in words what the allowance panel and a confirmation show. */
@Named
@RequestScoped
public class AllowanceWords {

    private static final String TEXTS = "allowanceText";

    @Inject
    private AllowancePanel panel;

    @Inject
    private Formats formats;

    @Inject
    private PageContext page;

    /** @return what the meter shows */
    public String meter() {
        return say(
                "meter",
                number(panel.figures().occupied()),
                number(panel.figures().maximum()),
                number(panel.state().locked()));
    }

    /** @return how many locked users use a licence */
    public String locked() {
        return say("legend.locked", number(panel.state().locked()));
    }

    /** @return by how many the system is over its allowance */
    public String overBy() {
        return say("overBy", number(panel.figures().overBy()));
    }

    /** @return what the dialog says of the number that the system holds */
    public String held() {
        return say("adjust.held", panel.figures().maximum());
    }

    /** @return for which days the share of the running period is due */
    public String dueNow(Quote quote) {
        return say(
                "confirm.dueNow",
                formats.date(quote.dueNow().from()),
                formats.date(quote.dueNow().to()));
    }

    /** @return by what the subscription rises, named after the billing period */
    public String rises() {
        return say("confirm.rises." + panel.state().period());
    }

    /** @return when the next invoice falls */
    public String nextInvoice(Quote quote) {
        return say("confirm.nextInvoice", formats.date(quote.nextInvoice().date()));
    }

    /** @return by how many the allowance grows, and that this covers an overhang where it does (R37) */
    public String grows(Confirmation confirmation) {
        String key = confirmation.figures().overBy() > 0 ? "confirm.grows.overhang" : "confirm.grows";
        return say(key, confirmation.quote().seats(), confirmation.figures().overBy());
    }

    /** @return which terms these are */
    public String terms(TermsReference terms) {
        return say("confirm.version", terms.version());
    }

    /** @return how many must be freed before a lower number can be held */
    public String mustFree(int seats) {
        return say("adjust.mustFree", panel.figures().occupied(), seats);
    }

    /** @return what the way to a reduction request asks for */
    public String askFor(int seats) {
        return say("adjust.askFor", seats);
    }

    /** @return which agreed reduction the increase would end (R30) */
    public String ends(Reduction reduction) {
        return say("confirm.ends.which", reduction.maximum(), formats.date(reduction.effectiveOn()));
    }

    private String number(int number) {
        return formats.number(number);
    }

    private String say(String key, Object... facts) {
        return page.text(TEXTS, key, facts);
    }
}
