package org.licencedesk.seats.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.ClockAt;
import org.licencedesk.harness.Desk;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.seats.tenant.AccountManagers;
import org.licencedesk.seats.tenant.Contact;
import org.licencedesk.seats.tenant.Tenants;

/** Who sees which requests (R2, R3). */
@ClockAt(Asking.BEGIN)
class RequestReadingIT {
    private final Desk desk = Desk.open();

    @Test
    void lists_walk_from_the_latest_to_the_first() {
        Asking asking = Asking.of(10, 1);
        ReductionRequest first = asking.ask(9);
        asking.withdraw(first);
        ReductionRequest second = asking.ask(8);
        RequestReading reading = desk.bean(RequestReading.class);
        Page<ReductionRequest> page =
                desk.commit(() -> reading.list(asking.tenant.id(), PageRequest.first(1), asking.tenant.admin()));
        assertThat(page.items()).extracting(ReductionRequest::id).containsExactly(second.id());
        Page<ReductionRequest> next = desk.commit(
                () -> reading.list(asking.tenant.id(), new PageRequest(page.next(), 1), asking.tenant.admin()));
        assertThat(next.items()).extracting(ReductionRequest::id).containsExactly(first.id());
        assertThat(next.next()).isEmpty();
    }

    @Test // R2
    void an_account_manager_sees_the_requests_of_the_portfolio_alone() {
        Asking asking = Asking.of(10, 3);
        Asking outside = Asking.of(10, 1);
        outside.ask(8);
        Actor manager = manages(asking);
        asking.withdraw(asking.ask(9));
        ReductionRequest open = asking.ask(8);
        RequestReading reading = desk.bean(RequestReading.class);

        assertThat(desk.commit(() -> reading.listPortfolio(Optional.empty(), PageRequest.first(10), manager))
                        .items())
                .extracting(ReductionRequest::state)
                .containsExactly(RequestState.OPEN, RequestState.WITHDRAWN);
        assertThat(desk.commit(() ->
                                reading.listPortfolio(Optional.of(RequestState.OPEN), PageRequest.first(10), manager))
                        .items())
                .containsExactly(open);
    }

    private Actor manages(Asking asking) {
        return desk.commit(() -> {
            ManagerId manager = desk.bean(AccountManagers.class)
                    .add(new Contact("Morgan", asking.tenant.id().value() + "@vendor.example", "1"), Asking.TODAY)
                    .id();
            desk.bean(Tenants.class)
                    .edit(
                            asking.tenant.id(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(manager));
            return Actor.manager(manager);
        });
    }
}
