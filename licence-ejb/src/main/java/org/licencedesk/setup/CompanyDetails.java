package org.licencedesk.setup;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.licencedesk.allowance.Acceptances;
import org.licencedesk.allowance.Allowances;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.ChangedMeanwhile;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.tenant.Tenant;
import org.licencedesk.tenant.Tenants;

/** The wizard's first step: what a System Admin says of their own system (R28). */
@Stateless
public class CompanyDetails {

    @Inject
    private Tenants tenants;

    @Inject
    private Allowances allowances;

    @Inject
    private Acceptances acceptances;

    @Inject
    private TimeSource time;

    /** @return the details as they stand */
    public Company of(TenantId id, Actor actor) {
        Permission.SET_UP.require(actor, id);
        Tenant tenant = tenants.get(id);
        ZoneId zone = tenant.profile().timeZone();
        return new Company(tenant.profile().name(), zone, isSettled(tenant, zone, time.now()), tenant.revision());
    }

    /**
     * @throws ChangedMeanwhile if the details are no longer those that the caller has seen
     * @throws TimeZoneSettled if the time zone would be another one, though an increase was confirmed or the first invoice
     *     is due, by the days of either
     */
    public void change(ChangeCompany command) {
        Permission.SET_UP.require(command.actor(), command.tenant());
        // No increase is confirmed by the days of a time zone that is being changed.
        allowances.lock(command.tenant());
        Tenant tenant = tenants.get(command.tenant());
        command.expected().check(tenant.revision());
        ZoneId zone = tenant.profile().timeZone();
        Instant now = time.now();
        if (!command.timeZone().equals(zone)
                && (isSettled(tenant, zone, now) || isSettled(tenant, command.timeZone(), now))) {
            throw new TimeZoneSettled();
        }
        tenants.edit(
                command.tenant(),
                Optional.of(command.name()),
                Optional.of(command.timeZone()),
                Optional.empty(),
                Optional.empty());
    }

    private boolean isSettled(Tenant tenant, ZoneId zone, Instant now) {
        return !tenant.calendar().anchor().isAfter(now.atZone(zone).toLocalDate()) || acceptances.hasAny(tenant.id());
    }
}
