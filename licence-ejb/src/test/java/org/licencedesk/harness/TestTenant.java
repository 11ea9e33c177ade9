package org.licencedesk.harness;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.people.setup.CreateTenant;
import org.licencedesk.people.setup.CreatedTenant;
import org.licencedesk.people.setup.TenantCreation;
import org.licencedesk.seats.allowance.AllowanceAdjustment;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.CorrectAllowance;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.Settlement;
import org.licencedesk.seats.change.AddUser;
import org.licencedesk.seats.change.ChangeStatus;
import org.licencedesk.seats.change.DeleteUser;
import org.licencedesk.seats.change.SeatReceipt;
import org.licencedesk.seats.change.StatusChange;
import org.licencedesk.seats.change.UserRegistration;
import org.licencedesk.seats.change.UserRemoval;
import org.licencedesk.seats.directory.DisplayName;
import org.licencedesk.seats.directory.NewUser;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.directory.UserName;
import org.licencedesk.seats.tenant.BillingPeriod;
import org.licencedesk.seats.tenant.Slug;
import org.licencedesk.seats.terms.PublishTerms;
import org.licencedesk.seats.terms.TermsLibrary;

/** A tenant of a test's own, in pounds and UTC, and the calls that tests make again and again. */
public final class TestTenant {
    /** The vendor's system, which creates tenants and corrects allowances. */
    public static final Actor OPERATOR = Actor.installation();

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Desk desk;
    private final CreatedTenant created;
    private final Actor admin;

    private TestTenant(Desk desk, CreatedTenant created) {
        this.desk = desk;
        this.created = created;
        this.admin = Actor.token(UUID.randomUUID(), Role.SYSTEM_ADMIN, Optional.of(id()), Optional.empty());
    }

    /** @return a tenant of so many seats at 12 pounds a month, one of them held by its first System Admin */
    public static TestTenant of(int seats) {
        return of(seats, Optional.of("12.00"));
    }

    /** @return a tenant of so many seats, one of them held by its first System Admin */
    public static TestTenant of(int seats, Optional<String> price) {
        return of(seats, price, Optional.empty(), ZoneId.of("UTC"));
    }

    /** @return a tenant whose Setup Wizard is not finished, with so many seats at 12 pounds a month */
    public static TestTenant unfinished(int seats) {
        return of(seats, Optional.of("12.00"), Optional.empty(), ZoneId.of("UTC"), false);
    }

    /** @return a tenant of so many seats with a renewal on the date, in the time zone */
    public static TestTenant of(int seats, Optional<String> price, Optional<LocalDate> renewal, ZoneId zone) {
        return of(seats, price, renewal, zone, true);
    }

    private static TestTenant of(
            int seats, Optional<String> price, Optional<LocalDate> renewal, ZoneId zone, boolean setupFinished) {
        Desk desk = Desk.open();
        publishTermsOnce(desk);
        CreateTenant command = new CreateTenant(
                new Slug("tenant-" + COUNT.incrementAndGet()),
                "Test tenant",
                seats,
                Currency.getInstance("GBP"),
                price,
                BillingPeriod.MONTH,
                renewal,
                false,
                zone,
                person("first.admin", Role.SYSTEM_ADMIN, UserStatus.ACTIVE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                setupFinished,
                Door.API);
        TenantCreation creation = desk.bean(TenantCreation.class);
        return new TestTenant(desk, desk.commit(() -> creation.create(command, OPERATOR)));
    }

    private static void publishTermsOnce(Desk desk) {
        TermsLibrary terms = desk.bean(TermsLibrary.class);
        desk.run(() -> {
            if (terms.inForce().isEmpty()) {
                terms.publish(new PublishTerms("1", "Terms and Conditions", OPERATOR));
            }
        });
    }

    /** @return who may be added, with a mail address */
    public static NewUser person(String name, Role role, UserStatus status) {
        return new NewUser(
                new UserName(name),
                new DisplayName(name.toUpperCase(Locale.ROOT)),
                Optional.of(new EmailAddress(name + "@example.org")),
                role,
                status);
    }

    /** @return its identity */
    public TenantId id() {
        return created.tenant().id();
    }

    /** @return its first System Admin */
    public User firstAdmin() {
        return created.firstAdmin();
    }

    /** @return a System Admin's token, which is nobody in person */
    public Actor admin() {
        return admin;
    }

    /** @return the figures as they are stored */
    public Figures figures() {
        AllowanceAdjustment adjustment = desk.bean(AllowanceAdjustment.class);
        return desk.commit(() -> adjustment.show(id(), admin)).figures();
    }

    /** Adds a user without a consent. */
    public User add(NewUser user) {
        return add(user, Optional.empty()).user();
    }

    /** Adds a user. */
    public SeatReceipt add(NewUser user, Optional<Consent> consent) {
        UserRegistration registration = desk.bean(UserRegistration.class);
        return desk.commit(() -> registration.add(new AddUser(id(), user, consent, Optional.empty(), admin, Door.API)));
    }

    /** Gives the user the status, by the bean that does so. */
    public SeatReceipt change(UserId user, UserStatus status, Optional<Consent> consent) {
        return change(user, status, consent, admin);
    }

    /** As {@link #change(UserId, UserStatus, Optional)}, by the actor. */
    public SeatReceipt change(UserId user, UserStatus status, Optional<Consent> consent, Actor actor) {
        return desk.commit(changing(user, status, consent, Optional.empty(), actor));
    }

    /** @return the call that gives the user the status, by the bean that does so; still to be put in a transaction */
    public Supplier<SeatReceipt> changing(
            UserId user, UserStatus status, Optional<Consent> consent, Optional<UserId> release, Actor actor) {
        ChangeStatus command =
                new ChangeStatus(id(), user, status, consent, release, Expected.anything(), actor, Door.UI);
        return () -> desk.bean(StatusChange.class).change(command);
    }

    /** Deletes the user. */
    public Figures delete(UserId user, Actor actor) {
        UserRemoval removal = desk.bean(UserRemoval.class);
        return desk.commit(() -> removal.delete(new DeleteUser(id(), user, Expected.anything(), actor, Door.UI)));
    }

    /** Corrects the maximum. */
    public Figures correct(int maximum) {
        AllowanceAdjustment adjustment = desk.bean(AllowanceAdjustment.class);
        return desk.commit(() -> adjustment.correct(new CorrectAllowance(
                        id(), maximum, Settlement.NONE, new Reason("a test"), Expected.anything(), OPERATOR, Door.API)))
                .figures();
    }
}
