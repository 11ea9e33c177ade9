package org.licencedesk.seats.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.licencedesk.kernel.TenantId;

/** Runs the statements that read and count users by a filter. */
@ApplicationScoped
class UserSearch {

    /** Where more have a word, a page of them is met soon in the order of their arrival, with which their words have nothing to do. */
    private static final int FEW_OF_ARRIVALS = 5_000;

    /** So many who have a word can be put together. In an order of names they follow each other, behind all that come before. */
    private static final int MOST_PUT_TOGETHER = 250_000;

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /** @return the users, in their order */
    @SuppressWarnings("unchecked")
    List<UserAccount> find(TenantId tenant, UserRows wanted) {
        if (wanted.filter().findsNobody()) {
            return List.of();
        }
        int few = wanted.sort().key() == UserSort.Key.CREATED_AT ? FEW_OF_ARRIVALS : MOST_PUT_TOGETHER;
        Optional<UserStatement.Weighed> rarest = rarest(tenant, wanted.filter().terms(), true, few)
                .filter(word -> word.entries() <= UserStatement.FEW || !isOfHalf(tenant, word.entries()));
        UserStatement statement = UserStatement.of(wanted, rarest);
        Query query = entities.createNativeQuery(statement.sql(), UserAccount.class);
        return given(query, tenant, statement.parameters()).getResultList();
    }

    /** @return whether so many are at least half of the tenant's users: a page of them is met soon in any order */
    private boolean isOfHalf(TenantId tenant, int users) {
        String sql = "select count(*) from (select 1 from user_account force index (user_created_at)"
                + UserConditions.where("") + " limit " + (2 * users + 1) + ") all_users";
        Number counted = (Number)
                given(entities.createNativeQuery(sql), tenant, Map.of()).getSingleResult();
        return counted.intValue() <= 2 * users;
    }

    /** @return deleted users who are found so, by user name; none that were erased */
    @SuppressWarnings("unchecked")
    List<UserAccount> tombstones(TenantId tenant, String sought, int most) {
        Optional<SearchTerms> terms = SearchTerms.of(sought);
        Map<String, Object> parameters = new TreeMap<>();
        String sql = rare(tenant, terms, false, MOST_PUT_TOGETHER)
                        .map(word -> buried(word, parameters) + " where erased_at is null")
                        .orElse("select u.* from user_account u force index (user_name_living)"
                                + " where tenant_id = :tenant and living is null and erased_at is null")
                + matching(terms, parameters) + " order by user_name, id limit " + most;
        return given(entities.createNativeQuery(sql, UserAccount.class), tenant, parameters)
                .getResultList();
    }

    /** @return the deleted users, erased or not, the latest first, after the place; at most {@code most} */
    @SuppressWarnings("unchecked")
    List<UserAccount> deleted(TenantId tenant, Optional<SearchTerms> terms, Optional<DeletedCursor> place, int most) {
        Map<String, Object> parameters = new TreeMap<>();
        place.ifPresent(found -> {
            parameters.put("at", found.deletedAt());
            parameters.put("id", found.user().value());
        });
        String sql = rare(tenant, terms, false, FEW_OF_ARRIVALS)
                        .map(word -> buried(word, parameters) + " where true")
                        .orElse("select u.* from user_account u force index (user_deleted)"
                                + " where tenant_id = :tenant and deleted_at is not null")
                + place.map(found -> " and deleted_at <= :at and (deleted_at < :at or id < :id)")
                        .orElse("")
                + matching(terms, parameters) + " order by deleted_at desc, id desc limit " + most;
        return given(entities.createNativeQuery(sql, UserAccount.class), tenant, parameters)
                .getResultList();
    }

    Count count(TenantId tenant, UserFilter filter) {
        if (filter.findsNobody()) {
            return new Count(0, false);
        }
        Optional<SearchTerms> compared =
                filter.terms().filter(terms -> terms.words().size() > 1);
        CountStatement statement =
                CountStatement.of(filter, rare(tenant, compared, true, FEW_OF_ARRIVALS), Count.MOST + 1);
        Object[] counted = (Object[]) given(entities.createNativeQuery(statement.sql()), tenant, statement.parameters())
                .getSingleResult();
        int wanted = ((Number) counted[1]).intValue();
        return new Count(Math.min(wanted, Count.MOST), ((Number) counted[0]).intValue() > Count.MOST);
    }

    /** The tombstones that have the word. */
    private static String buried(SearchTerms.Word word, Map<String, Object> parameters) {
        parameters.putAll(UserConditions.boundsOf(word));
        return "select u.* from " + UserConditions.having(false, "")
                + " straight_join user_account u force index (primary) on u.id = found.user_id";
    }

    private static String matching(Optional<SearchTerms> terms, Map<String, Object> parameters) {
        terms.map(UserConditions::termsOf).ifPresent(parameters::putAll);
        return terms.map(UserConditions::matches).orElse("");
    }

    private Optional<SearchTerms.Word> rare(TenantId tenant, Optional<SearchTerms> terms, boolean living, int few) {
        return rarest(tenant, terms, living, few).map(UserStatement.Weighed::word);
    }

    /** @return the word of the search that the fewest have, if they are few; each is counted so far and no further */
    private Optional<UserStatement.Weighed> rarest(
            TenantId tenant, Optional<SearchTerms> terms, boolean living, int few) {
        return terms.map(SearchTerms::words).flatMap(words -> {
            int most = words.size() > 1 ? Math.max(few, UserStatement.FEW) : few;
            String sql = IntStream.range(0, words.size())
                    .mapToObj(i -> "select " + i + ", count(*) from (select 1 from user_word where tenant_id = :tenant"
                            + " and living = " + (living ? 1 : 0) + " and word between :word" + i + " and :upTo" + i
                            + " limit "
                            + (most + 1) + ") w" + i)
                    .collect(Collectors.joining(" union all ", "", " order by 2, 1 limit 1"));
            Map<String, Object> parameters = new TreeMap<>();
            IntStream.range(0, words.size()).forEach(i -> {
                parameters.put("word" + i, words.get(i).text());
                parameters.put("upTo" + i, words.get(i).upTo());
            });
            Object[] fewest = (Object[])
                    given(entities.createNativeQuery(sql), tenant, parameters).getSingleResult();
            int entries = ((Number) fewest[1]).intValue();
            return entries > most
                    ? Optional.empty()
                    : Optional.of(new UserStatement.Weighed(words.get(((Number) fewest[0]).intValue()), entries));
        });
    }

    private static Query given(Query query, TenantId tenant, Map<String, Object> parameters) {
        query.setParameter("tenant", tenant.value());
        parameters.forEach(query::setParameter);
        return query;
    }
}
