package org.licencedesk.seats.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import org.licencedesk.kernel.ChangedMeanwhile;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.seats.allowance.Acceptances;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.seats.tenant.Tenant;
import org.licencedesk.seats.tenant.Tenants;

/** The one way in which what is known of a tenant is changed. Who may is for the use case to say. */
@ApplicationScoped
public class TenantEditing {

    @Inject
    private Tenants tenants;

    @Inject
    private Allowances allowances;

    @Inject
    private Acceptances acceptances;

    @Inject
    private TimeSource time;

    /**
     * Changes the tenant in the caller's transaction.
     *
     * @throws ChangedMeanwhile if the tenant is no longer as the caller has seen it
     * @throws RuleViolation {@link Refusal#TIME_ZONE_SETTLED} if the time zone would be another one, though an increase was confirmed or the first invoice
     *     is due, by the days of either
     * @throws InvalidValue if there is no such account manager
     */
    public void edit(EditTenant command) {
        TenantId id = command.tenant();
        // No increase is confirmed by the days of a time zone that is being changed.
        allowances.lock(id);
        Tenant tenant = tenants.get(id);
        command.expected().check(tenant.revision());
        Instant now = time.now();
        command.timeZone()
                .filter(zone -> !zone.equals(tenant.timeZone()))
                .filter(zone -> isTimeZoneSettled(tenant, now) || isSettled(tenant, zone, now))
                .ifPresent(zone -> {
                    throw new RuleViolation(Refusal.TIME_ZONE_SETTLED);
                });
        tenants.edit(id, command.name(), command.timeZone(), command.contact(), command.manager());
    }

    /** @return whether the tenant's days have counted for money, so that its time zone stays (R33) */
    public boolean isTimeZoneSettled(Tenant tenant, Instant now) {
        return isSettled(tenant, tenant.timeZone(), now);
    }

    private boolean isSettled(Tenant tenant, ZoneId zone, Instant now) {
        return !tenant.calendar().anchor().isAfter(now.atZone(zone).toLocalDate()) || acceptances.hasAny(tenant.id());
    }
}
