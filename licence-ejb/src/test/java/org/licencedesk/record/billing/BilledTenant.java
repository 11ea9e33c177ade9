package org.licencedesk.record.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.messages.webhook.Webhooks;
import org.licencedesk.people.setup.ChangeCompany;
import org.licencedesk.people.setup.CompanyDetails;
import org.licencedesk.people.setup.CreateTenant;
import org.licencedesk.people.setup.TenantCreation;
import org.licencedesk.seats.allowance.Acceptances;
import org.licencedesk.seats.allowance.AcceptedIncrease;
import org.licencedesk.seats.allowance.AllowanceAdjustment;
import org.licencedesk.seats.allowance.AllowanceState;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.CorrectAllowance;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.allowance.RaiseAllowance;
import org.licencedesk.seats.allowance.Settlement;
import org.licencedesk.seats.change.AddUser;
import org.licencedesk.seats.change.BulkStatusChange;
import org.licencedesk.seats.change.ChangeStatus;
import org.licencedesk.seats.change.ChangeStatuses;
import org.licencedesk.seats.change.DeleteUser;
import org.licencedesk.seats.change.EditUser;
import org.licencedesk.seats.change.Selection;
import org.licencedesk.seats.change.StatusChange;
import org.licencedesk.seats.change.UserEditing;
import org.licencedesk.seats.change.UserRegistration;
import org.licencedesk.seats.change.UserRemoval;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.pricing.PriceSetting;
import org.licencedesk.seats.pricing.SetPrice;
import org.licencedesk.seats.profile.EditTenant;
import org.licencedesk.seats.tenant.Slug;
import org.licencedesk.seats.tenant.Tenants;
import org.licencedesk.seats.terms.PublishTerms;
import org.licencedesk.seats.terms.TermsLibrary;
import org.licencedesk.vendor.portfolio.Portfolio;

/** A tenant that pays, and all that changes what it pays. */
final class BilledTenant {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Desk desk = Desk.open();
    private final TenantId id;
    private final Actor admin;
    private final String currency;
    private Optional<UserId> busy = Optional.empty();
    private Optional<UserId> idle = Optional.empty();

    private BilledTenant(TenantId id, String currency) {
        this.id = id;
        this.currency = currency;
        this.admin = Actor.token(UUID.randomUUID(), Role.SYSTEM_ADMIN, Optional.of(id), Optional.empty());
    }

    static BilledTenant create(Contract contract) {
        Desk desk = Desk.open();
        TermsLibrary terms = desk.bean(TermsLibrary.class);
        desk.run(() -> {
            if (terms.inForce().isEmpty()) {
                terms.publish(new PublishTerms("1", "Terms and Conditions", TestTenant.OPERATOR));
            }
        });
        CreateTenant command = new CreateTenant(
                new Slug("billed-" + COUNT.incrementAndGet()),
                "Billed tenant",
                contract.maximum(),
                Currency.getInstance(contract.currency()),
                contract.price(),
                contract.period(),
                Optional.of(contract.renewsOn()),
                contract.firstPeriodBilled(),
                contract.zone(),
                TestTenant.person("first.admin", Role.SYSTEM_ADMIN, UserStatus.ACTIVE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Door.API);
        TenantCreation creation = desk.bean(TenantCreation.class);
        return new BilledTenant(
                desk.commit(() -> creation.create(command, TestTenant.OPERATOR))
                        .tenant()
                        .id(),
                contract.currency());
    }

    TenantId id() {
        return id;
    }

    BilledRequests requests() {
        return new BilledRequests(id, admin);
    }

    Quote quote(int raiseTo) {
        AllowanceAdjustment adjustment = desk.bean(AllowanceAdjustment.class);
        return desk.commit(() -> adjustment.quote(id, raiseTo, admin));
    }

    /** Confirms the fresh quote for the maximum. */
    Quote raise(int maximum) {
        Quote quote = quote(maximum);
        raise(quote);
        return quote;
    }

    void raise(Quote accepted) {
        AllowanceAdjustment adjustment = desk.bean(AllowanceAdjustment.class);
        desk.run(() -> adjustment.raise(new RaiseAllowance(
                id,
                accepted.raiseTo(),
                Optional.of(new Consent(accepted, true)),
                Expected.anything(),
                admin,
                Door.UI)));
    }

    /** What was accepted, the newest first. */
    List<Quote> accepted() {
        Acceptances acceptances = desk.bean(Acceptances.class);
        return desk.commit(() -> acceptances.after(id, Optional.empty(), 200)).stream()
                .map(AcceptedIncrease::charged)
                .toList();
    }

    void correct(int maximum) {
        correct(maximum, Settlement.NONE);
    }

    void correct(int maximum, Settlement settlement) {
        AllowanceAdjustment adjustment = desk.bean(AllowanceAdjustment.class);
        desk.run(() -> adjustment.correct(new CorrectAllowance(
                id, maximum, settlement, new Reason("a test"), Expected.anything(), TestTenant.OPERATOR, Door.API)));
    }

    /** What the panel shows. */
    AllowanceState show() {
        AllowanceAdjustment adjustment = desk.bean(AllowanceAdjustment.class);
        return desk.commit(() -> adjustment.show(id, admin));
    }

    /** The maximum as it is stored, whatever is due. */
    int storedMaximum() {
        return ((Number) desk.rows("select maximum from allowance where tenant_id = ?1", id.value())
                        .get(0))
                .intValue();
    }

    /** The kinds of the ledger's entries, in their order. */
    List<String> kinds() {
        return desk.rows("select kind from ledger_entry where tenant_id = ?1 order by seq", id.value()).stream()
                .map(Object::toString)
                .toList();
    }

    /** Adds two users who hold seats and one who does not. */
    void prepare() {
        busy = Optional.of(add("busy", UserStatus.ACTIVE).id());
        add("other", UserStatus.ACTIVE);
        idle = Optional.of(add("idle", UserStatus.INACTIVE).id());
    }

    UserId busy() {
        return busy.orElseThrow();
    }

    UserId idle() {
        return idle.orElseThrow();
    }

    User add(String name, UserStatus status) {
        UserRegistration registration = desk.bean(UserRegistration.class);
        return desk.commit(() -> registration.add(new AddUser(
                        id,
                        TestTenant.person(name, Role.STANDARD, status),
                        Optional.empty(),
                        Optional.empty(),
                        admin,
                        Door.API)))
                .user();
    }

    void changeMany(List<UserId> users, UserStatus status) {
        BulkStatusChange change = desk.bean(BulkStatusChange.class);
        desk.run(() -> change.apply(new ChangeStatuses(
                id, new Selection.Ticked(Set.copyOf(users)), status, Optional.empty(), admin, Door.API)));
    }

    void promote(UserId user) {
        UserEditing editing = desk.bean(UserEditing.class);
        desk.run(() -> editing.edit(new EditUser(
                id,
                user,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Role.SYSTEM_ADMIN),
                Expected.anything(),
                admin,
                Door.API)));
    }

    /** Takes the lock and changes nothing. */
    void touch() {
        activate(busy());
    }

    void rename() {
        CompanyDetails details = desk.bean(CompanyDetails.class);
        Tenants tenants = desk.bean(Tenants.class);
        desk.run(() -> details.change(new ChangeCompany(
                id, "Another name", tenants.get(id).profile().timeZone(), Expected.anything(), admin)));
    }

    void addWebhook() {
        Webhooks webhooks = desk.bean(Webhooks.class);
        desk.run(() -> webhooks.add(id, "http://127.0.0.1:9/", admin));
    }

    /** Lies elsewhere from now on, as the vendor says. */
    void moveTo(String zone) {
        execute("update tenant set time_zone = ?2 where id = ?1", zone);
    }

    /** Has other prices, as nobody sets them. */
    void overwritePrices(String perSeat) {
        execute("update price set per_seat = ?2 where tenant_id = ?1", perSeat);
    }

    private void execute(String change, String value) {
        desk.run(() -> desk.entities()
                .createNativeQuery(change)
                .setParameter(1, id.value())
                .setParameter(2, value)
                .executeUpdate());
    }

    /** Loses what no invoice can be closed without. */
    void damage() {
        execute("update billed_maximum set counts_from = ?2 where tenant_id = ?1", "2999-01-01");
    }

    /** Finds it again. */
    void repair() {
        execute("update billed_maximum set counts_from = ?2 where tenant_id = ?1", "2000-01-01");
    }

    /** Adds an active user to a free seat. */
    UserId addUser(String name) {
        return add(name, UserStatus.ACTIVE).id();
    }

    void activate(UserId user) {
        change(user, UserStatus.ACTIVE);
    }

    void deactivate(UserId user) {
        change(user, UserStatus.INACTIVE);
    }

    private void change(UserId user, UserStatus status) {
        ChangeStatus command = new ChangeStatus(
                id, user, status, Optional.empty(), Optional.empty(), Expected.anything(), admin, Door.UI);
        StatusChange change = desk.bean(StatusChange.class);
        desk.run(() -> change.change(command));
    }

    void delete(UserId user) {
        UserRemoval removal = desk.bean(UserRemoval.class);
        desk.run(() -> removal.delete(new DeleteUser(id, user, Expected.anything(), admin, Door.UI)));
    }

    void moveTo(ZoneId zone) {
        Portfolio portfolio = desk.bean(Portfolio.class);
        desk.run(() -> portfolio.edit(new EditTenant(
                id,
                Optional.empty(),
                Optional.of(zone),
                Optional.empty(),
                Optional.empty(),
                Expected.anything(),
                TestTenant.OPERATOR)));
    }

    /** The latest day that something was charged from, as it is stored. */
    LocalDate billedOn() {
        return LocalDate.parse(desk.rows("select billed_on from allowance where tenant_id = ?1", id.value())
                .get(0)
                .toString());
    }

    int maximum() {
        return figures().maximum();
    }

    Figures figures() {
        return show().figures();
    }

    void price(String perSeat, LocalDate from) {
        PriceSetting prices = desk.bean(PriceSetting.class);
        desk.run(() -> prices.set(new SetPrice(id, perSeat, from, TestTenant.OPERATOR)));
    }

    Invoice next() {
        Invoices invoices = desk.bean(Invoices.class);
        return desk.commit(() -> invoices.next(id, admin));
    }

    /** Closes all that is due, as the job does. */
    void closeDue(Instant now) {
        Renewal renewal = desk.bean(Renewal.class);
        boolean closed;
        do {
            closed = desk.commit(() -> renewal.closeNext(id, now));
        } while (closed);
    }

    /** The closed invoices, oldest first. */
    List<Invoice> closed() {
        return documents().stream()
                .filter(document -> document.corrects().isEmpty())
                .map(ClosedInvoice::invoice)
                .toList();
    }

    /** The closed invoices and what corrects them, oldest first. */
    List<ClosedInvoice> documents() {
        Invoices invoices = desk.bean(Invoices.class);
        List<ClosedInvoice> closed = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Optional<String> here = cursor;
            Page<ClosedInvoice> page = desk.commit(() -> invoices.closed(id, new PageRequest(here, 7), admin));
            page.items().forEach(document -> closed.add(0, document));
            cursor = page.next();
        } while (cursor.isPresent());
        return closed;
    }

    /** The closed invoice of the date. */
    Invoice closed(LocalDate date) {
        return closed(date, admin);
    }

    Invoice closed(LocalDate date, Actor actor) {
        Invoices invoices = desk.bean(Invoices.class);
        return desk.commit(() -> invoices.closed(id, date, actor)).invoice();
    }

    /** The next invoice as a quote and an event say it. */
    Quote.NextInvoice forecast() {
        return new Quote.NextInvoice(next().date(), next().total());
    }

    /** What the feed says last. */
    BillingEvent last() {
        List<BillingEvent> events = new ArrayList<>(events(0));
        while (!events.isEmpty() && events.size() % 200 == 0) {
            events.addAll(events(events.size()));
        }
        return events.get(events.size() - 1);
    }

    /** The feed after the number. */
    List<BillingEvent> events(long after) {
        BillingEvents events = desk.bean(BillingEvents.class);
        return desk.commit(() -> events.after(id, after, 200, admin)).items();
    }

    /** The amounts of a list of money, as they are written. */
    Optional<BigDecimal> amount(Optional<org.licencedesk.kernel.Money> money) {
        return money.map(known -> {
            if (!known.currency().getCurrencyCode().equals(currency)) {
                throw new AssertionError(known);
            }
            return known.amount();
        });
    }
}
