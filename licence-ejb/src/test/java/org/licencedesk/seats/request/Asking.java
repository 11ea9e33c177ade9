package org.licencedesk.seats.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.allowance.AllowanceAdjustment;
import org.licencedesk.seats.allowance.AllowanceState;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.seats.allowance.RaiseAllowance;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.request.DecideRequest.Decision;

/** A tenant that asks for fewer seats, and its account manager. It renews on the first of each month. */
final class Asking {
    static final Actor MANAGER = Actor.manager(ManagerId.create());

    /** When all tests begin. */
    static final String BEGIN = "2026-03-10T09:00:00Z";

    static final Instant TODAY = Instant.parse(BEGIN);

    static final LocalDate NEXT = LocalDate.parse("2026-04-01");

    final Desk desk = Desk.open();
    final TestTenant tenant;

    private Asking(TestTenant tenant) {
        this.tenant = tenant;
    }

    /** One seat is occupied by the first System Admin, the others by users. */
    static Asking of(int seats, int occupied) {
        return of(seats, occupied, NEXT, "UTC");
    }

    static Asking of(int seats, int occupied, LocalDate renewal, String zone) {
        Desk.open().clock().set(TODAY);
        Asking asking = new Asking(TestTenant.of(seats, Optional.of("12.00"), Optional.of(renewal), ZoneId.of(zone)));
        for (int i = 1; i < occupied; i++) {
            asking.user("user" + i);
        }
        return asking;
    }

    User user(String name) {
        return tenant.add(TestTenant.person(name, Role.STANDARD, UserStatus.ACTIVE));
    }

    ReductionPreview preview(int maximum, Optional<LocalDate> date) {
        return desk.commit(() -> requesting().preview(tenant.id(), maximum, date, tenant.admin()));
    }

    ReductionRequest ask(int maximum, User... chosen) {
        return ask(
                maximum,
                Optional.empty(),
                tenant.admin(),
                List.of(chosen).stream().map(User::id).toList());
    }

    ReductionRequest ask(int maximum, Optional<LocalDate> date, Actor actor, List<UserId> chosen) {
        RequestReduction command =
                new RequestReduction(tenant.id(), maximum, date, new Reason("Two sites closed"), chosen, actor);
        return desk.commit(() -> requesting().request(command));
    }

    ReductionRequest decide(ReductionRequest request, Decision decision) {
        return decide(request, decision, Optional.empty(), Optional.empty());
    }

    ReductionRequest counter(ReductionRequest request, int maximum) {
        return decide(request, Decision.COUNTER, Optional.of(maximum), Optional.empty());
    }

    ReductionRequest decide(
            ReductionRequest request, Decision decision, Optional<Integer> maximum, Optional<LocalDate> date) {
        DecideRequest command = new DecideRequest(
                tenant.id(), request.id(), decision, maximum, date, Optional.of("As agreed by phone"), MANAGER);
        return desk.commit(() -> desk.bean(ReductionDecision.class).decide(command));
    }

    ReductionRequest answer(ReductionRequest request, boolean accepts) {
        return desk.commit(() -> requesting().answer(tenant.id(), request.id(), accepts, tenant.admin()));
    }

    ReductionRequest withdraw(ReductionRequest request) {
        return desk.commit(() -> requesting().withdraw(tenant.id(), request.id(), tenant.admin()));
    }

    /** A request that waits for the first of April. */
    ReductionRequest agreed(int maximum, User... chosen) {
        return decide(ask(maximum, chosen), Decision.ACCEPT);
    }

    ReductionRequest now(ReductionRequest request) {
        return desk.commit(() -> desk.bean(RequestReading.class).get(tenant.id(), request.id(), tenant.admin()));
    }

    /** The timer of one node at the instant. */
    void run(String instant) {
        desk.clock().set(Instant.parse(instant));
        assertThat(desk.bean(ReductionTimer.class).run(Instant.parse(instant))).isTrue();
    }

    Optional<ReductionRequest> applyDue(LocalDate day) {
        return desk.commit(() -> desk.bean(ReductionRenewal.class)
                .applyDue(tenant.id(), day, desk.clock().now()));
    }

    AllowanceState allowance() {
        return desk.commit(() -> adjustment().show(tenant.id(), tenant.admin()));
    }

    Quote quote(int raiseTo) {
        return desk.commit(() -> adjustment().quote(tenant.id(), raiseTo, tenant.admin()));
    }

    AllowanceState raise(Quote quote) {
        return desk.commit(() -> adjustment()
                .raise(new RaiseAllowance(
                        tenant.id(),
                        quote.raiseTo(),
                        Optional.of(new Consent(quote, true)),
                        Expected.anything(),
                        tenant.admin(),
                        Door.API)));
    }

    /** The kinds of the ledger's entries that the job made, in their order. */
    List<String> doneByTheJob() {
        return desk
                .rows(
                        "select kind from ledger_entry where tenant_id = ?1 and door = 'JOB' order by seq",
                        tenant.id().value())
                .stream()
                .map(Object::toString)
                .toList();
    }

    String statusOf(User user) {
        return desk.rows(
                        "select status from user_account where id = ?1",
                        user.id().value())
                .get(0)
                .toString();
    }

    private ReductionRequesting requesting() {
        return desk.bean(ReductionRequesting.class);
    }

    private AllowanceAdjustment adjustment() {
        return desk.bean(AllowanceAdjustment.class);
    }
}
