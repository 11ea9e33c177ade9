package org.licencedesk.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.licencedesk.kernel.TenantId;

/** Runs the statements that read and count users by a filter. */
@ApplicationScoped
class UserSearch {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /** @return the users in that order, behind the place if one is given, and so many at most */
    @SuppressWarnings("unchecked")
    List<UserAccount> find(TenantId tenant, UserFilter filter, UserSort sort, Optional<UserCursor> place, int most) {
        if (filter.findsNobody()) {
            return List.of();
        }
        UserStatement statement = UserStatement.of(filter, sort, place, most);
        Query query = entities.createNativeQuery(statement.sql(), UserAccount.class);
        return given(query, tenant, statement.parameters()).getResultList();
    }

    Count count(TenantId tenant, UserFilter filter) {
        if (filter.findsNobody()) {
            return new Count(0, false);
        }
        CountStatement statement = CountStatement.of(filter, Count.MOST + 1);
        Object[] counted = (Object[]) given(entities.createNativeQuery(statement.sql()), tenant, statement.parameters())
                .getSingleResult();
        int wanted = ((Number) counted[1]).intValue();
        return new Count(Math.min(wanted, Count.MOST), ((Number) counted[0]).intValue() > Count.MOST);
    }

    private static Query given(Query query, TenantId tenant, Map<String, Object> parameters) {
        query.setParameter("tenant", tenant.value());
        parameters.forEach(query::setParameter);
        return query;
    }
}
