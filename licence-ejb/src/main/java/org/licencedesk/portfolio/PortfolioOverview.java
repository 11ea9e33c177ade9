package org.licencedesk.portfolio;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.ledger.Ledger;
import org.licencedesk.ledger.LedgerEntry;
import org.licencedesk.request.ReductionRequest;
import org.licencedesk.request.RequestReading;

/** Shows what goes on in the tenants that an actor sees (R2). */
@Stateless
public class PortfolioOverview {

    @Inject
    private Portfolio portfolio;

    @Inject
    private RequestReading requests;

    @Inject
    private Ledger ledger;

    /**
     * @param cursor where the page begins, or at the first tenant
     * @param size how many at most
     * @return the tenants that the actor sees, by slug, in as many statements however many there are
     * @throws InvalidValue if the cursor is none
     */
    public Page<SystemOverview> list(Optional<String> cursor, int size, Actor actor) {
        Page<TenantState> page = portfolio.list(cursor, size, actor);
        List<TenantId> ids =
                page.items().stream().map(state -> state.profile().id()).toList();
        Map<TenantId, ReductionRequest> open = requests.open(ids, actor);
        Map<TenantId, LedgerEntry> last = ledger.lastOf(ids, actor);
        return page.map(state -> {
            TenantId id = state.profile().id();
            return new SystemOverview(state, Optional.ofNullable(open.get(id)), Objects.requireNonNull(last.get(id)));
        });
    }
}
