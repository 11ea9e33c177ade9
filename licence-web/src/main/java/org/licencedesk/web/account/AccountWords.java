package org.licencedesk.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.util.Optional;
import org.licencedesk.messages.mail.Notice;
import org.licencedesk.messages.webhook.Delivery;
import org.licencedesk.messages.webhook.DeliveryState;
import org.licencedesk.messages.webhook.NewSecret;
import org.licencedesk.messages.webhook.Webhook;
import org.licencedesk.record.billing.ClosedInvoice;
import org.licencedesk.record.billing.Invoice;
import org.licencedesk.record.billing.InvoiceLine;
import org.licencedesk.record.evidence.Evidence;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.pricing.SeatPrice;
import org.licencedesk.web.billing.LineWording;
import org.licencedesk.web.frame.Formats;
import org.licencedesk.web.frame.Who;
import org.licencedesk.web.page.PageContext;

/** Says in words what the account pages show. */
@Named
@RequestScoped
public class AccountWords {

    private static final String TEXTS = "accountText";

    @Inject
    private AccountPage account;

    @Inject
    private Formats formats;

    @Inject
    private Who who;

    @Inject
    private PageContext page;

    /** @return what a licence costs in the running period, and since when (R31) */
    public String price(SeatPrice seatPrice) {
        return seatPrice
                .now()
                .map(rate -> say(
                        "price.since." + seatPrice.every(), formats.money(rate.perSeat()), formats.date(rate.from())))
                .orElseGet(() -> formats.price(Optional.empty()));
    }

    /** @return what a licence will cost, and from when, or blank where no other price is set */
    public String comingPrice(SeatPrice seatPrice) {
        return seatPrice
                .coming()
                .map(rate -> say(
                        "price.from." + seatPrice.every(), formats.money(rate.perSeat()), formats.date(rate.from())))
                .orElse("");
    }

    /** @return how often the system pays */
    public String every(SeatPrice seatPrice) {
        return say("every." + seatPrice.every());
    }

    /** @return the billing period that runs */
    public String running(SeatPrice seatPrice) {
        return say(
                "running",
                formats.date(seatPrice.running().start()),
                formats.date(seatPrice.running().end()));
    }

    /** @return which invoice this is, or which one it corrects */
    public String invoice(ClosedInvoice closed) {
        return closed.corrects()
                .map(date -> say("correction", formats.date(date)))
                .orElseGet(() -> say("invoice", formats.date(closed.invoice().date())));
    }

    /** @return its date, and of what corrects an invoice which one */
    public String dated(ClosedInvoice closed) {
        String own = formats.date(closed.invoice().date());
        return closed.corrects()
                .map(date -> say("correction.dated", own, formats.date(date)))
                .orElse(own);
    }

    /** @return where it is to be read */
    public String address(ClosedInvoice closed) {
        return "/account/invoices/"
                + closed.corrects()
                        .map(date -> date + "/correction")
                        .orElse(closed.invoice().date().toString());
    }

    /** @return since when it is as it is */
    public String closed(ClosedInvoice closed) {
        return closed.corrects()
                .map(date -> say("correction.closed", formats.moment(closed.closedAt()), formats.date(date)))
                .orElseGet(() -> say("invoice.closed", formats.moment(closed.closedAt())));
    }

    /** @return when the next invoice falls */
    public String nextInvoice(Invoice invoice) {
        return say("next", formats.date(invoice.date()));
    }

    /** @return when the first invoice will be closed */
    public String noInvoice(Invoice next) {
        return say("invoices.none", formats.date(next.date()));
    }

    /** @return the line in a bookkeeper's words */
    public String line(InvoiceLine line) {
        return LineWording.of(line, formats.region());
    }

    /** @return where the proof of the line's increase is, or blank where it charges none */
    public String proof(InvoiceLine line) {
        return line.acceptance().map(id -> "/ledger/acceptances/" + id).orElse("");
    }

    /** @return what the link to the proof of the line's increase is about */
    public String proofOf(InvoiceLine line) {
        return say("proof.of", line(line));
    }

    /** @return how many of the lines charge an increase */
    public String increases(Invoice invoice) {
        return say(
                "invoices.increases",
                invoice.lines().stream()
                        .filter(line -> line.kind() == InvoiceLine.Kind.INCREASE)
                        .count());
    }

    /** @return who accepted */
    public String who(Evidence evidence) {
        return who.say(account.names().of(evidence.increase().actor()));
    }

    /** @return the reduction that waits for its date */
    public String agreed(Reduction reduction) {
        return say("agreed", reduction.maximum(), formats.date(reduction.effectiveOn()));
    }

    /** @return whom the mail went to, or is to go to */
    public String recipient(Notice notice) {
        return notice.recipient().orElseGet(() -> say("messages.nobody"));
    }

    /** @return the host of the address */
    public String host(Webhook webhook) {
        return URI.create(webhook.url()).getHost();
    }

    /** @return whether the webhook gets messages, or since when it does not */
    public String state(Webhook webhook) {
        return webhook.stoppedAt()
                .map(at -> say("webhook.stopped", formats.moment(at)))
                .orElseGet(() -> say("webhook.on"));
    }

    /** @return until when messages are signed with the secret before as well */
    public String previousUntil(NewSecret secret) {
        return secret.previousUntil()
                .map(until -> say("secret.previous", formats.moment(until)))
                .orElse("");
    }

    /** @return what became of the message, and what will */
    public String became(Delivery delivery) {
        String attempts = say("delivery.attempts", delivery.attempts());
        String failure = delivery.lastFailure()
                .map(why -> " " + say("failure." + why, delivery.lastStatus().orElse(0)))
                .orElse("");
        String next = delivery.nextTryAt()
                .filter(at -> delivery.attempts() > 0)
                .map(at -> " " + say("delivery.next", formats.moment(at)))
                .orElse("");
        return attempts + failure + next;
    }

    /** @return the class of the state in the style sheet */
    public String styleOf(Delivery delivery) {
        return switch (delivery.state()) {
            case DELIVERED -> "good";
            case WAITING -> "off";
            case PARKED -> "bad";
        };
    }

    /** @return whether it can be sent again */
    public boolean isParked(Delivery delivery) {
        return delivery.state() == DeliveryState.PARKED;
    }

    /** @return which message the button sends again */
    public String resendWhich(Delivery delivery) {
        return say("resend.which", say("kind." + delivery.kind()), formats.moment(delivery.createdAt()));
    }

    /** @return that the message is on its way again */
    String resent(Delivery delivery) {
        return say("resent", say("kind." + delivery.kind()));
    }

    /** @return that the webhook is gone */
    String removed(Webhook webhook) {
        return say("removed", host(webhook));
    }

    /** @return what removing the webhook is asked about */
    public String removeTitle(Webhook webhook) {
        return say("remove.ask", host(webhook));
    }

    private String say(String key, Object... facts) {
        return page.text(TEXTS, key, facts);
    }
}
