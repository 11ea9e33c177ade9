package org.licencedesk.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.messages.mail.Notice;
import org.licencedesk.messages.mail.Notices;
import org.licencedesk.messages.webhook.Webhook;
import org.licencedesk.messages.webhook.Webhooks;
import org.licencedesk.people.access.ActorNames;
import org.licencedesk.people.access.Names;
import org.licencedesk.record.billing.ClosedInvoice;
import org.licencedesk.record.billing.Invoice;
import org.licencedesk.record.billing.InvoiceLine;
import org.licencedesk.record.billing.Invoices;
import org.licencedesk.record.evidence.AcceptanceEvidence;
import org.licencedesk.record.evidence.Evidence;
import org.licencedesk.seats.pricing.SeatPrice;
import org.licencedesk.seats.pricing.SeatPrices;
import org.licencedesk.web.allowance.AllowancePanel;
import org.licencedesk.web.billing.LineWording;
import org.licencedesk.web.frame.Formats;
import org.licencedesk.web.frame.Who;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.ListAddress;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.page.Paging;
import org.licencedesk.web.signin.CurrentActor;

/** {@code /account}: price and billing, invoices, acceptances, webhooks and messages of a system. */
@Named
@RequestScoped
public class AccountPage {

    private static final int ROWS = 8;

    @Inject
    private SeatPrices seatPrices;

    @Inject
    private Invoices invoices;

    @Inject
    private AcceptanceEvidence evidence;

    @Inject
    private Notices notices;

    @Inject
    private Webhooks webhooks;

    @Inject
    private ActorNames actorNames;

    @Inject
    private AllowancePanel panel;

    @Inject
    private CurrentActor actor;

    @Inject
    private Formats formats;

    @Inject
    private Who who;

    @Inject
    private PageContext page;

    private final Lazy<SeatPrice> seatPrice = new Lazy<>(() -> seatPrices.of(actor.tenant(), actor.get()));

    private final Lazy<Invoice> next = new Lazy<>(() -> invoices.next(actor.tenant(), actor.get()));

    private final Lazy<Page<ClosedInvoice>> closed =
            new Lazy<>(() -> read("invoices", wanted -> invoices.closed(actor.tenant(), wanted, actor.get())));

    private final Lazy<Page<Evidence>> accepted =
            new Lazy<>(() -> read("acceptances", wanted -> evidence.list(actor.tenant(), wanted, actor.get())));

    private final Lazy<Page<Notice>> messages =
            new Lazy<>(() -> read("messages", wanted -> notices.list(actor.tenant(), wanted, actor.get())));

    private final Lazy<Names> names = new Lazy<>(this::readNames);

    private long revision;

    /** @return what the system pays, and how often */
    public SeatPrice seatPrice() {
        return seatPrice.get();
    }

    /** @return the next invoice as it will be, if nothing else changes (R10) */
    public Invoice next() {
        forgetOtherAllowance();
        return next.get();
    }

    /** @return the closed invoices, newest first, from where the address says */
    public Page<ClosedInvoice> invoices() {
        return closed.get();
    }

    /** @return the proofs of the increases, newest first, from where the address says (R29) */
    public Page<Evidence> acceptances() {
        forgetOtherAllowance();
        return accepted.get();
    }

    /** @return who accepted */
    public String who(Evidence proof) {
        forgetOtherAllowance();
        return who.say("frameText", names.get().of(proof.increase().actor()));
    }

    private Names readNames() {
        Set<String> labels = acceptances().items().stream()
                .map(proof -> proof.increase().actor())
                .collect(Collectors.toSet());
        return actorNames.of(actor.tenant(), labels, Set.of(), actor.get());
    }

    /** Faces asks for what is on the page before it changes something, too. */
    private void forgetOtherAllowance() {
        long present = panel.state().revision();
        if (present != revision) {
            revision = present;
            next.forget();
            accepted.forget();
            messages.forget();
            names.forget();
        }
    }

    /** @return the mails that were written about the system, newest first, from where the address says */
    public Page<Notice> messages() {
        forgetOtherAllowance();
        return messages.get();
    }

    /** @return the line in a bookkeeper's words */
    public String line(InvoiceLine line) {
        return LineWording.of(line, formats.region(), actor.get().role());
    }

    /** @return how many of the lines charge an increase */
    public long increases(Invoice invoice) {
        return invoice.lines().stream()
                .filter(line -> line.kind() == InvoiceLine.Kind.INCREASE)
                .count();
    }

    /** @return whether mails leave the installation, or are kept here alone */
    public boolean isMailed() {
        return notices.areSent();
    }

    /** @return the addresses that are told what happens, oldest first */
    public List<Webhook> webhooks() {
        return webhooks.list(actor.tenant(), actor.get());
    }

    /** @return whether the list of that name begins somewhere after its newest row */
    public boolean begins(String list) {
        return cursor(list).isEmpty();
    }

    /** What is no place in a list is its beginning. */
    private <T> Page<T> read(String list, Function<PageRequest, Page<T>> pages) {
        return Paging.read(cursor(list), ROWS, pages);
    }

    private Optional<String> cursor(String list) {
        return ListAddress.asked(page.request().getParameterMap()).text(list);
    }
}
