package org.licencedesk.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.licencedesk.kernel.UserStatus.ACTIVE;
import static org.licencedesk.kernel.UserStatus.INACTIVE;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserId;
import org.licencedesk.record.billing.InvoiceLine;
import org.licencedesk.record.billing.Invoices;
import org.licencedesk.record.billing.RenewalJob;
import org.licencedesk.record.evidence.LedgerCheckJob;
import org.licencedesk.record.evidence.LedgerFindings;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.request.DecideRequest;
import org.licencedesk.seats.request.ReductionDecision;
import org.licencedesk.seats.request.ReductionRequest;
import org.licencedesk.seats.request.ReductionRequesting;
import org.licencedesk.seats.request.ReductionTimer;
import org.licencedesk.seats.request.RequestReading;
import org.licencedesk.seats.request.RequestReduction;
import org.licencedesk.seats.request.RequestState;

/** What jobs do on their dates, each through the EJBs. */
abstract class JobsInContainer extends SceneInContainer {

    @Inject
    private ReductionRequesting requesting;

    @Inject
    private ReductionDecision decision;

    @Inject
    private ReductionTimer reductionTimer;

    @Inject
    private RequestReading requests;

    @Inject
    private Invoices invoices;

    @Inject
    private RenewalJob renewalJob;

    @Inject
    private LedgerCheckJob ledgerCheckJob;

    @Inject
    private LedgerFindings findings;

    @Test // R30, R33
    void an_agreed_reduction_is_applied_on_its_date_and_once() {
        UserId one = add("one", Role.STANDARD, ACTIVE);
        ReductionRequest asked = requesting.request(
                new RequestReduction(tenant, 1, Optional.empty(), new Reason("a test"), List.of(one), admin));
        decision.decide(new DecideRequest(
                tenant,
                asked.id(),
                DecideRequest.Decision.ACCEPT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Actor.manager(ManagerId.create())));
        Instant date = asked.asked().effectiveOn().atStartOfDay(ZoneOffset.UTC).toInstant();
        reduce(date.minusMillis(1));
        assertThat(figures()).isEqualTo(new Figures(3, 2));
        reduce(date);
        renew(date);
        reduce(date);
        assertThat(figures()).isEqualTo(new Figures(1, 1));
        assertThat(requests.get(tenant, asked.id(), admin).state()).isEqualTo(RequestState.APPLIED);
        assertThat(invoices.closed(tenant, PageRequest.first(9), admin)
                        .items()
                        .get(0)
                        .invoice()
                        .lines())
                .extracting(InvoiceLine::seats)
                .containsExactly(1);
        assertThat(directory.get(tenant, one, admin).status()).isEqualTo(INACTIVE);
        assertThat(ledger.after(tenant, 0, 200, admin).items())
                .extracting(LedgerEntry::kind)
                .endsWith(EntryKind.SEAT_RELEASED, EntryKind.ALLOWANCE_REDUCED);
    }

    @Test // R33, R38
    void the_jobs_do_each_tenants_work_in_a_transaction_of_its_own() {
        raise(4, consentTo(4));
        Instant later = ledger.after(tenant, 0, 200, admin).items().get(0).at().plus(Duration.ofDays(62));
        renew(later);
        renew(later);
        assertThat(invoices.closed(tenant, PageRequest.first(9), admin).items())
                .hasSize(2)
                .allSatisfy(closed -> assertThat(closed.invoice().total()).isPresent());
        assertThat(invoices.next(tenant, admin).lines()).hasSize(1);

        ledgerCheckJob.run(later);
        assertThat(findings.due(later, Optional.empty(), 9).tenants()).isEmpty();
        assertThat(findings.known(9)).isEmpty();
    }

    /** The server's own timer may be at it just now. */
    private void reduce(Instant now) {
        while (!reductionTimer.run(now)) {
            Thread.onSpinWait();
        }
    }

    private void renew(Instant now) {
        while (!renewalJob.run(now)) {
            Thread.onSpinWait();
        }
    }
}
