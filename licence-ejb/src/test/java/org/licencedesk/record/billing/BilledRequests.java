package org.licencedesk.record.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.licencedesk.harness.Desk;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.seats.allowance.AllowanceAdjustment;
import org.licencedesk.seats.allowance.Reduction;
import org.licencedesk.seats.request.DecideRequest;
import org.licencedesk.seats.request.ReductionDecision;
import org.licencedesk.seats.request.ReductionRenewal;
import org.licencedesk.seats.request.ReductionRequest;
import org.licencedesk.seats.request.ReductionRequesting;
import org.licencedesk.seats.request.RequestReading;
import org.licencedesk.seats.request.RequestReduction;
import org.licencedesk.seats.request.RequestState;
import org.licencedesk.seats.tenant.Tenants;

/** The reductions that a tenant asks for, and what its account manager says to them. */
final class BilledRequests {
    private final Desk desk = Desk.open();
    private final TenantId tenant;
    private final Actor admin;

    BilledRequests(TenantId tenant, Actor admin) {
        this.tenant = tenant;
        this.admin = admin;
    }

    /** Asks for fewer seats from the date on. */
    ReductionRequest ask(int maximum, String date) {
        return ask(maximum, Optional.of(LocalDate.parse(date)));
    }

    /** Asks for fewer seats from the next date on. */
    ReductionRequest ask(int maximum) {
        return ask(maximum, Optional.empty());
    }

    void preview(int maximum, String date) {
        ReductionRequesting requesting = desk.bean(ReductionRequesting.class);
        desk.run(() -> requesting.preview(tenant, maximum, Optional.of(LocalDate.parse(date)), admin));
    }

    RequestState state(ReductionRequest request) {
        RequestReading reading = desk.bean(RequestReading.class);
        return desk.commit(() -> reading.get(tenant, request.id(), admin)).state();
    }

    /** Agrees with the account manager on fewer seats from the date on. */
    ReductionRequest agree(int maximum, String date) {
        return decide(ask(maximum, date), DecideRequest.Decision.ACCEPT, Optional.empty());
    }

    /** Asks for fewer seats, which the account manager counters. */
    ReductionRequest counter(int asked, int offered, String date) {
        return decide(ask(asked, date), DecideRequest.Decision.COUNTER, Optional.of(offered));
    }

    private ReductionRequest decide(
            ReductionRequest request, DecideRequest.Decision decision, Optional<Integer> maximum) {
        ReductionDecision decisions = desk.bean(ReductionDecision.class);
        return desk.commit(() -> decisions.decide(new DecideRequest(
                tenant,
                request.id(),
                decision,
                maximum,
                Optional.empty(),
                Optional.empty(),
                Actor.manager(ManagerId.create()))));
    }

    private ReductionRequest ask(int maximum, Optional<LocalDate> date) {
        ReductionRequesting requesting = desk.bean(ReductionRequesting.class);
        return desk.commit(() -> requesting.request(
                new RequestReduction(tenant, maximum, date, new Reason("a test"), List.of(), admin)));
    }

    void acceptCounter(ReductionRequest countered) {
        ReductionRequesting requesting = desk.bean(ReductionRequesting.class);
        desk.run(() -> requesting.answer(tenant, countered.id(), true, admin));
    }

    void withdraw(ReductionRequest request) {
        ReductionRequesting requesting = desk.bean(ReductionRequesting.class);
        desk.run(() -> requesting.withdraw(tenant, request.id(), admin));
    }

    /** The reduction that waits for its date. */
    Optional<Reduction> agreed() {
        AllowanceAdjustment adjustment = desk.bean(AllowanceAdjustment.class);
        return desk.commit(() -> adjustment.show(tenant, admin)).agreedReduction();
    }

    /** Applies the reduction if it is due, as the job of the reductions does. */
    void reduceDue(Instant now) {
        ReductionRenewal renewal = desk.bean(ReductionRenewal.class);
        Tenants tenants = desk.bean(Tenants.class);
        desk.run(() -> renewal.applyDue(tenant, tenants.get(tenant).dayOf(now), now));
    }
}
