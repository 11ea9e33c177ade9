package org.licencedesk.record.billing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.seats.tenant.RenewalCalendar;
import org.licencedesk.seats.tenant.RenewalCalendar.Period;

/** How far a tenant's invoices are closed; changed only while the tenant's allowance is locked. */
@Entity
class BillingAccount {

    @Id
    private UUID tenantId;

    private LocalDate openSince;

    private LocalDate dueOn;

    private long lastEvent;

    private int lastInvoice;

    private @Nullable Integer toldSeats;

    protected BillingAccount() {}

    /** The account of a tenant that was just created. */
    BillingAccount(TenantId tenant, LocalDate today, RenewalCalendar calendar) {
        this.tenantId = tenant.value();
        this.openSince = today;
        this.dueOn = calendar.around(today).next();
    }

    /** @return the first period after which no invoice is closed */
    Period open(RenewalCalendar calendar) {
        return calendar.around(openSince);
    }

    /** Notes that the invoice after the open period is closed. */
    void close(RenewalCalendar calendar) {
        openSince = open(calendar).next();
        waitForRenewal(calendar);
    }

    /** Notes when the next invoice is due. */
    void waitForRenewal(RenewalCalendar calendar) {
        dueOn = open(calendar).next();
    }

    /** @return when the next invoice is due */
    LocalDate dueOn() {
        return dueOn;
    }

    /** @return the number of the next document */
    int nextInvoice() {
        lastInvoice++;
        return lastInvoice;
    }

    /** @return the number of the last billing event, or 0 before the first */
    long lastEvent() {
        return lastEvent;
    }

    /**
     * @param seats for how many seats the next invoice will be, as the event says
     * @return the number of the next billing event
     */
    long nextEvent(int seats) {
        lastEvent++;
        toldSeats = seats;
        return lastEvent;
    }

    /** @return whether the last event said that the next invoice will be for so many seats */
    boolean hasTold(int seats) {
        return Objects.equals(toldSeats, seats);
    }
}
