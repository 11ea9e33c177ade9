package org.licencedesk.seats.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.licencedesk.kernel.TenantId;

/** Runs the statements that read and count users by a filter. */
@ApplicationScoped
class UserSearch {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /** @return the users, in their order */
    @SuppressWarnings("unchecked")
    List<UserAccount> find(TenantId tenant, UserRows wanted) {
        if (wanted.filter().findsNobody()) {
            return List.of();
        }
        UserStatement statement = UserStatement.of(wanted);
        Query query = entities.createNativeQuery(statement.sql(), UserAccount.class);
        return given(query, tenant, statement.parameters()).getResultList();
    }

    /** @return deleted users whose user name or display name begins so, by user name; none that were erased */
    @SuppressWarnings("unchecked")
    List<UserAccount> tombstones(TenantId tenant, String prefix, int most) {
        String sql = Stream.of("user_name", "display_name")
                .map(text -> "(select * from user_account force index (" + UserConditions.indexOf(text)
                        + ") where tenant_id = :tenant and living is null and erased_at is null"
                        + UserConditions.matches(text) + " order by " + text + " limit " + most + ")")
                .collect(Collectors.joining(" union ", "", " order by user_name, id limit " + most));
        return entities.createNativeQuery(sql, UserAccount.class)
                .setParameter("tenant", tenant.value())
                .setParameter("prefix", UserConditions.likePattern(prefix))
                .getResultList();
    }

    /** @return the deleted users, erased or not, the latest first, after the place; at most {@code most} */
    @SuppressWarnings("unchecked")
    List<UserAccount> deleted(TenantId tenant, Optional<String> prefix, Optional<DeletedCursor> place, int most) {
        String sql = "select * from user_account force index (user_deleted)"
                + " where tenant_id = :tenant and deleted_at is not null"
                + place.map(found -> " and deleted_at <= :at and (deleted_at < :at or id < :id)")
                        .orElse("")
                + prefix.map(text -> UserConditions.TEXTS.stream()
                                .map(column -> column + " like :prefix escape '!'")
                                .collect(Collectors.joining(" or ", " and (", ")")))
                        .orElse("")
                + " order by deleted_at desc, id desc limit " + most;
        Query query = entities.createNativeQuery(sql, UserAccount.class).setParameter("tenant", tenant.value());
        place.ifPresent(found -> query.setParameter("at", found.deletedAt())
                .setParameter("id", found.user().value()));
        prefix.ifPresent(text -> query.setParameter("prefix", UserConditions.likePattern(text)));
        return query.getResultList();
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
