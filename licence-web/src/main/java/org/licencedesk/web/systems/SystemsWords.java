package org.licencedesk.web.systems;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.licencedesk.people.access.ActorName;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.request.Preflight;
import org.licencedesk.seats.request.ReductionRequest;
import org.licencedesk.seats.request.RequestState;
import org.licencedesk.seats.request.WrongRequestState;
import org.licencedesk.vendor.portfolio.ReductionEffect;
import org.licencedesk.vendor.portfolio.SystemDetail.PriceFrom;
import org.licencedesk.vendor.portfolio.SystemList;
import org.licencedesk.vendor.portfolio.SystemOverview;
import org.licencedesk.web.frame.Formats;
import org.licencedesk.web.page.PageContext;

/** Says in words what the account manager's pages show. */
@Named
@RequestScoped
public class SystemsWords {

    private static final String TEXTS = "systemsText";

    private static final int PERCENT = 100;

    @Inject
    private SystemPage system;

    @Inject
    private Formats formats;

    @Inject
    private PageContext page;

    /** @return the arrow of a sorted column, and nothing for another one */
    public String arrow(String sorted) {
        return sorted.isEmpty() ? "" : sorted.equals("ascending") ? "▲" : "▼";
    }

    /** @return how many systems there are, and how many of them wait */
    public String count(SystemList list) {
        return say("count", list.count(), list.waiting());
    }

    /** @return which page of how many this is */
    public String pages(SystemList list) {
        return say("pages", list.page(), list.pages());
    }

    /** @return what the meter of the figures shows */
    public String meter(Figures figures) {
        return say("meter", number(figures.occupied()), number(figures.maximum()));
    }

    /** @return which part of the seats is occupied, in percent; blank where there are none */
    public String percent(Figures figures) {
        return figures.maximum() == 0
                ? ""
                : say("percent", number(Math.round((double) figures.occupied() * PERCENT / figures.maximum())));
    }

    /** @return how much of a meter those take who are within the allowance, in percent */
    public double usedShare(Figures figures) {
        return share(Math.min(figures.occupied(), figures.maximum()), figures);
    }

    /** @return how much of a meter those take who are over the allowance, in percent */
    public double overShare(Figures figures) {
        return share(figures.overBy(), figures);
    }

    private static double share(int seats, Figures figures) {
        int whole = Math.max(figures.maximum(), figures.occupied());
        return whole == 0 ? 0 : (double) seats * PERCENT / whole;
    }

    /** @return by how many the system is over its allowance */
    public String overBy(Figures figures) {
        return page.text("allowanceText", "overBy", number(figures.overBy()));
    }

    /** @return in which state the request is */
    public String state(ReductionRequest request) {
        return say("state." + request.state());
    }

    /** @return how urgent the state is, as the style sheet calls it */
    public String tone(ReductionRequest request) {
        return switch (request.state()) {
            case OPEN -> "warn";
            case ACCEPTED, APPLIED -> "good";
            case NOT_APPLIED -> "bad";
            default -> "off";
        };
    }

    /** @return to how many, and from when */
    public String wanted(ReductionRequest request) {
        return say(
                "wanted",
                request.standing().maximum(),
                formats.date(request.standing().effectiveOn()));
    }

    /** @return to how many, and from when, as it was asked for */
    public String asked(ReductionRequest request) {
        return say(
                "wanted",
                request.asked().maximum(),
                formats.date(request.asked().effectiveOn()));
    }

    /** @return when the system changed last */
    public String changed(SystemOverview overview) {
        return formats.day(
                overview.lastChange().at(), overview.tenant().profile().timeZone());
    }

    /** @return what changed last */
    public String change(SystemOverview overview) {
        return kind(overview.lastChange());
    }

    /** @return what the entry tells */
    public String kind(LedgerEntry entry) {
        return say("kind." + entry.kind());
    }

    /** @return when it happened */
    public String moment(LedgerEntry entry) {
        return formats.moment(entry.at(), system.profile().timeZone());
    }

    /** @return who did it */
    public String actor(LedgerEntry entry) {
        return who(entry.actor());
    }

    /** @return who asked, and when */
    public String requested(ReductionRequest request) {
        return say(
                "request.by",
                who(request.requestedBy()),
                formats.moment(request.requestedAt(), system.profile().timeZone()));
    }

    /** @return who decided, and when; blank before */
    public String decidedBy(ReductionRequest request) {
        return request.decidedBy()
                .flatMap(by -> request.decidedAt()
                        .map(at -> say(
                                "request.by",
                                who(by),
                                formats.moment(at, system.profile().timeZone()))))
                .orElse("");
    }

    /** @return the message of the account manager, or blank */
    public String message(ReductionRequest request) {
        return request.message().orElse("");
    }

    /** @return what stands in the way, by the date */
    public String preflight(ReductionRequest request) {
        return request.preflight()
                .map(found -> preflight(found, request.standing().maximum()))
                .orElse("");
    }

    private String preflight(Preflight found, int wanted) {
        String needed = say("preflight", number(found.inUse()), number(wanted), found.mustFree());
        return found.willBeFreed() == 0 ? needed : needed + " " + say("preflight.chosen", found.willBeFreed());
    }

    /** @return what became of the request in numbers; blank where there are none */
    public String outcome(ReductionRequest request) {
        return request.outcome()
                .map(figures -> say("outcome", number(figures.occupied()), number(figures.maximum())))
                .orElse("");
    }

    private String who(String label) {
        ActorName found = system.names().of(label);
        return found.name()
                .map(name -> say("actor." + found.kind(), name))
                .orElseGet(() -> say("nobody." + found.kind()));
    }

    /** @return from when a price holds */
    public String from(PriceFrom price) {
        return say("price.from", formats.date(price.from()));
    }

    /** @return what the price is for */
    public String pricePer() {
        return say("price.per." + system.profile().calendar().period());
    }

    /** @return how the system is billed, and where its days are */
    public String terms() {
        return say(
                "terms." + system.profile().calendar().period(),
                system.profile().slug().text(),
                system.profile().currency().getCurrencyCode(),
                system.profile().timeZone().getId());
    }

    /** @return the title of the dialog */
    public String decisionTitle(DecisionDialog dialog) {
        return say("decision." + dialog.getDecision() + ".title");
    }

    /** @return who asks for what */
    public String about(DecisionDialog dialog) {
        return system.detail()
                .openRequest()
                .map(request -> say(
                        "decision.about",
                        request.tenantName(),
                        request.asked().maximum(),
                        formats.date(request.asked().effectiveOn())))
                .orElse("");
    }

    /** @return the maximum from the date on */
    public String after(ReductionEffect effect) {
        return say("decision.after", formats.date(effect.reduction().effectiveOn()));
    }

    /** @return by what the subscription falls, named after the billing period */
    public String falls() {
        return say("decision.falls." + system.profile().calendar().period());
    }

    /** @return how many must be free on the date */
    public String mustFree(ReductionEffect effect) {
        return say("decision.mustFree.number", effect.mustFree());
    }

    /** @return when they must be free */
    public String mustFreeBy(ReductionEffect effect) {
        return say("decision.mustFree", formats.date(effect.reduction().effectiveOn()));
    }

    /** @return what confirming means */
    public String means(DecisionDialog dialog) {
        return Optional.ofNullable(dialog.getEffect())
                .map(effect -> say(
                        "decision." + dialog.getDecision() + ".means",
                        system.profile().name(),
                        number(effect.reduction().maximum()),
                        formats.date(effect.reduction().effectiveOn()),
                        number(effect.figures().maximum())))
                .orElseGet(() -> say(
                        "decision.DECLINE.means",
                        system.profile().name(),
                        number(system.detail().tenant().figures().maximum())));
    }

    /** @return what the button says that confirms */
    public String confirms(DecisionDialog dialog) {
        return say("decision." + dialog.getDecision() + ".confirm");
    }

    /** @return that the decision was made */
    public String decided(ReductionRequest decided) {
        return say(
                "decided." + decided.state(),
                decided.tenantName(),
                decided.standing().maximum(),
                formats.date(decided.standing().effectiveOn()));
    }

    /** @return that the request is not any more what it was when the dialog opened */
    public String meanwhile(WrongRequestState refusal) {
        RequestState now = (RequestState) refusal.facts().get("state");
        return say("decision.meanwhile", say("state." + now));
    }

    /** @return that only whole numbers can be offered */
    public String notANumber() {
        return say("decision.notANumber");
    }

    private String number(long number) {
        return formats.number(number);
    }

    private String say(String key, Object... facts) {
        return page.text(TEXTS, key, facts);
    }
}
