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
import org.licencedesk.kernel.ManagerId;
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
import org.licencedesk.seats.allowance.Reduction;
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
import org.licencedesk.seats.request.DecideRequest;
import org.licencedesk.seats.request.ReductionDecision;
import org.licencedesk.seats.request.ReductionRenewal;
import org.licencedesk.seats.request.ReductionRequest;
import org.licencedesk.seats.request.ReductionRequesting;
import org.licencedesk.seats.request.RequestReading;
import org.licencedesk.seats.request.RequestReduction;
import org.licencedesk.seats.request.RequestState;
import org.licencedesk.seats.tenant.BillingPeriod;
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

    /** How a tenant pays. */
    record Contract(
            int maximum,
            String currency,
            Optional<String> price,
            BillingPeriod period,
            LocalDate renewsOn,
            boolean firstPeriodBilled,
            ZoneId zone) {

        /** Without a charge for the time until the first renewal. */
        Contract(
                int maximum,
                String currency,
                Optional<String> price,
                BillingPeriod period,
                LocalDate renewsOn,
                ZoneId zone) {
            this(maximum, currency, price, period, renewsOn, false, zone);
        }

        /** So many seats in pounds, by the month, in UTC. */
        static Contract monthly(int maximum, String price, String renewsOn) {
            return new Contract(
                    maximum,
                    "GBP",
                    Optional.of(price),
                    BillingPeriod.MONTH,
                    LocalDate.parse(renewsOn),
                    ZoneId.of("UTC"));
        }

        /** The same, with the time until the first renewal charged. */
        Contract fromTheFirstDay() {
            return new Contract(maximum, currency, price, period, renewsOn, true, zone);
        }

        /** The same, while the price is not known. */
        Contract unpriced() {
            return new Contract(maximum, currency, Optional.empty(), period, renewsOn, firstPeriodBilled, zone);
        }

        /** The same, by the year. */
        Contract yearly() {
            return new Contract(maximum, currency, price, BillingPeriod.YEAR, renewsOn, firstPeriodBilled, zone);
        }
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
                TestTenant.OPERATOR,
                Door.API);
        TenantCreation creation = desk.bean(TenantCreation.class);
        return new BilledTenant(
                desk.commit(() -> creation.create(command)).tenant().id(), contract.currency());
    }

    TenantId id() {
        return id;
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

    /** Asks for fewer seats from the date on. */
    ReductionRequest ask(int maximum, String date) {
        return ask(maximum, LocalDate.parse(date));
    }

    /** Asks for fewer seats from the next date on. */
    ReductionRequest ask(int maximum) {
        ReductionRequesting requesting = desk.bean(ReductionRequesting.class);
        return desk.commit(() -> requesting.request(
                new RequestReduction(id, maximum, Optional.empty(), new Reason("a test"), List.of(), admin)));
    }

    void preview(int maximum, String date) {
        ReductionRequesting requesting = desk.bean(ReductionRequesting.class);
        desk.run(() -> requesting.preview(id, maximum, Optional.of(LocalDate.parse(date)), admin));
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

    RequestState state(ReductionRequest request) {
        RequestReading reading = desk.bean(RequestReading.class);
        return desk.commit(() -> reading.get(id, request.id(), admin)).state();
    }

    /** Loses what no invoice can be closed without. */
    void damage() {
        execute("update billed_maximum set counts_from = ?2 where tenant_id = ?1", "2999-01-01");
    }

    /** Finds it again. */
    void repair() {
        execute("update billed_maximum set counts_from = ?2 where tenant_id = ?1", "2000-01-01");
    }

    /** Agrees with the account manager on fewer seats from the date on. */
    ReductionRequest agree(int maximum, String date) {
        ReductionDecision decision = desk.bean(ReductionDecision.class);
        ReductionRequest asked = ask(maximum, date);
        return desk.commit(() -> decision.decide(new DecideRequest(
                id,
                asked.id(),
                DecideRequest.Decision.ACCEPT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Actor.manager(ManagerId.create()))));
    }

    /** Asks for fewer seats, which the account manager counters. */
    ReductionRequest counter(int asked, int offered, String date) {
        ReductionDecision decision = desk.bean(ReductionDecision.class);
        ReductionRequest request = ask(asked, LocalDate.parse(date));
        return desk.commit(() -> decision.decide(new DecideRequest(
                id,
                request.id(),
                DecideRequest.Decision.COUNTER,
                Optional.of(offered),
                Optional.empty(),
                Optional.empty(),
                Actor.manager(ManagerId.create()))));
    }

    private ReductionRequest ask(int maximum, LocalDate date) {
        ReductionRequesting requesting = desk.bean(ReductionRequesting.class);
        return desk.commit(() -> requesting.request(
                new RequestReduction(id, maximum, Optional.of(date), new Reason("a test"), List.of(), admin)));
    }

    void acceptCounter(ReductionRequest countered) {
        ReductionRequesting requesting = desk.bean(ReductionRequesting.class);
        desk.run(() -> requesting.answer(id, countered.id(), true, admin));
    }

    void withdraw(ReductionRequest request) {
        ReductionRequesting requesting = desk.bean(ReductionRequesting.class);
        desk.run(() -> requesting.withdraw(id, request.id(), admin));
    }

    /** Adds an active user to a free seat. */
    UserId addUser(String name) {
        UserRegistration registration = desk.bean(UserRegistration.class);
        return desk.commit(() -> registration.add(new AddUser(
                        id,
                        TestTenant.person(name, Role.STANDARD, UserStatus.ACTIVE),
                        Optional.empty(),
                        Optional.empty(),
                        admin,
                        Door.UI)))
                .user()
                .id();
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

    /** The reduction that waits for its date. */
    Optional<Reduction> agreed() {
        AllowanceAdjustment adjustment = desk.bean(AllowanceAdjustment.class);
        return desk.commit(() -> adjustment.show(id, admin)).agreedReduction();
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
        AllowanceAdjustment adjustment = desk.bean(AllowanceAdjustment.class);
        return desk.commit(() -> adjustment.show(id, admin)).figures();
    }

    /** Applies the reduction if it is due, as the job of the reductions does. */
    void reduceDue(Instant now) {
        ReductionRenewal renewal = desk.bean(ReductionRenewal.class);
        Tenants tenants = desk.bean(Tenants.class);
        desk.run(() -> renewal.applyDue(id, tenants.get(id).dayOf(now), now));
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
