package org.licencedesk.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import org.licencedesk.kernel.TenantId;

/** Runs the statement that reads a page of users. */
@ApplicationScoped
class UserSearch {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /** One row more than the page has, if there is one, tells that another page follows. */
    @SuppressWarnings("unchecked")
    List<User> find(TenantId tenant, UserQuery wanted) {
        if (wanted.statuses().isEmpty()) {
            return List.of();
        }
        UserStatement statement = UserStatement.of(wanted);
        Query query = entities.createNativeQuery(statement.sql(), UserAccount.class);
        query.setParameter("tenant", tenant.value());
        statement.parameters().forEach(query::setParameter);
        List<UserAccount> rows = query.getResultList();
        return rows.stream().map(UserAccount::view).toList();
    }
}
