package org.licencedesk.people.setup;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.licencedesk.kernel.Act;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.kernel.LedgerEvent;
import org.licencedesk.kernel.Money;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.people.access.Enrolment;
import org.licencedesk.people.access.UserEnrolment;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.seats.allowance.ChangeRecord;
import org.licencedesk.seats.allowance.Charges;
import org.licencedesk.seats.change.AddUser;
import org.licencedesk.seats.pricing.PriceSetting;
import org.licencedesk.seats.tenant.NewTenant;
import org.licencedesk.seats.tenant.RenewalCalendar;
import org.licencedesk.seats.tenant.Tenant;
import org.licencedesk.seats.tenant.Tenants;

/** Creates tenants, each with its allowance, its price and its first System Admin in one transaction (R2). */
@Stateless
public class TenantCreation {

    @Inject
    private Tenants tenants;

    @Inject
    private Allowances allowances;

    @Inject
    private Charges charges;

    @Inject
    private PriceSetting prices;

    @Inject
    private UserEnrolment enrolment;

    @Inject
    private ChangeRecord record;

    @Inject
    private TimeSource time;

    /**
     * @return the tenant
     * @throws RuleViolation {@link Refusal#SLUG_TAKEN} if another tenant has the slug
     * @throws InvalidValue if the renewal date is not still to come or more than a period away, the account manager is
     *     unknown, or the price is no amount of the currency
     */
    public CreatedTenant create(CreateTenant command, Actor actor) {
        Permission.CREATE_TENANTS.require(actor);
        Instant now = time.now();
        // What is wrong in itself is refused before a slug that is taken.
        Optional<Money> price =
                command.pricePerSeat().map(text -> Money.parse("pricePerSeat", text, command.currency()));
        Tenant tenant = tenants.add(newTenant(command, now), now);
        prices.begin(tenant, price);
        allowances.begin(tenant.id(), command.maximum(), now);
        if (command.firstPeriodBilled()) {
            charges.billFirstPeriod(tenant, command.maximum(), now);
        }
        record.record(LedgerEvent.ofAllowance(
                tenant.id(), EntryKind.TENANT_CREATED, Optional.empty(), new Act(actor, command.door(), now)));
        Enrolment first = enrolment.enrolFirst(
                new AddUser(
                        tenant.id(), command.firstAdmin(), Optional.empty(), Optional.empty(), actor, command.door()),
                command.password());
        return new CreatedTenant(
                tenant.profile(), first.receipt().user(), first.receipt().figures(), first.signInLink());
    }

    private static NewTenant newTenant(CreateTenant command, Instant now) {
        LocalDate today = now.atZone(command.timeZone()).toLocalDate();
        LocalDate renewal = command.renewsOn().orElse(today.withDayOfMonth(1).plusMonths(1));
        // A first period that is longer than the others would have no price (R33).
        if (!new RenewalCalendar(renewal, command.period()).around(today).next().equals(renewal)) {
            throw new InvalidValue("renewsOn", Problem.OUT_OF_RANGE);
        }
        return new NewTenant(
                command.slug(),
                command.name(),
                command.currency(),
                command.period(),
                renewal,
                command.timeZone(),
                command.contact(),
                command.manager(),
                command.setupFinished());
    }
}
