package org.licencedesk.vendor.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.seats.request.RequestState;

/**
 * Finds systems of one account manager, or of all. Each search reads the whole portfolio by its index, with one allowance
 * and at most one open request for each system: a portfolio is what one person looks after, and an operator looks seldom.
 */
@ApplicationScoped
class PortfolioSystems {

    /** How many systems there are, and in how many of them a request waits for the account manager. */
    record Count(long all, long waiting) {}

    private static final String FROM = " from Tenant t join Allowance a on a.tenantId = t.id"
            + " left join StoredRequest r on r.tenantId = t.id and r.state in :open"
            + " where (:text = '' or locate(:text, t.name) > 0 or locate(lower(:text), t.slug) > 0)"
            + " and (:waiting = false or r.state = OPEN)";

    private static final String OF_MANAGER = " and t.accountManager.id = :manager";

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /** @param manager whose portfolio it is; empty for every system */
    Count count(Optional<ManagerId> manager, SystemQuery query) {
        Object[] found = (Object[]) with(
                        manager,
                        query,
                        entities.createQuery(
                                "select count(t.id), count(case when r.state = OPEN then 1 end)" + from(manager)))
                .getSingleResult();
        return new Count((Long) found[0], (Long) found[1]);
    }

    List<TenantId> page(Optional<ManagerId> manager, SystemQuery query, int page) {
        String order = " order by " + query.sort().key().expression()
                + (query.sort().descending() ? " desc" : "") + ", t.name, t.slug";
        return with(manager, query, entities.createQuery("select t.id" + from(manager) + order, UUID.class))
                .setFirstResult((page - 1) * query.size())
                .setMaxResults(query.size())
                .getResultList()
                .stream()
                .map(TenantId::new)
                .toList();
    }

    private static String from(Optional<ManagerId> manager) {
        return manager.map(one -> FROM + OF_MANAGER).orElse(FROM);
    }

    private static <Q extends Query> Q with(Optional<ManagerId> manager, SystemQuery query, Q statement) {
        manager.ifPresent(one -> statement.setParameter("manager", one.value()));
        statement.setParameter("text", query.text().orElse(""));
        statement.setParameter("waiting", query.waiting());
        statement.setParameter("open", RequestState.OF_OPEN_ONES);
        return statement;
    }
}
