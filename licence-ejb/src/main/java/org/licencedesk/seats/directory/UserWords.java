package org.licencedesk.seats.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.query.NativeQuery;

/** The words by which users are found (R42), each written in the transaction that changes a name. */
@ApplicationScoped
class UserWords {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /** Adds the words of a user who comes in. */
    void add(UserAccount user) {
        insert(user, List.copyOf(user.words()));
    }

    /** Brings the words up to date. */
    void replace(UserAccount user, Set<String> before) {
        Set<String> now = user.words();
        List<String> gone = new ArrayList<>(before);
        gone.removeAll(now);
        List<String> come = new ArrayList<>(now);
        come.removeAll(before);
        delete(user, gone);
        insert(user, come);
    }

    /** Keeps the words of a user who goes, as those of a tombstone. */
    void bury(UserAccount user) {
        change(
                "update user_word set living = 0 where tenant_id = :tenant and living = 1 and word in (:words)"
                        + " and user_id = :user",
                user,
                List.copyOf(user.words()));
    }

    private void delete(UserAccount user, List<String> words) {
        change(
                "delete from user_word where tenant_id = :tenant and living in (0, 1) and word in (:words)"
                        + " and user_id = :user",
                user,
                words);
    }

    private void change(String sql, UserAccount user, List<String> words) {
        if (!words.isEmpty()) {
            ofWords(sql, user).setParameterList("words", words).executeUpdate();
        }
    }

    private void insert(UserAccount user, List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        String rows = IntStream.range(0, words.size())
                .mapToObj(i -> "(:tenant, 1, :word" + i + ", :user)")
                .collect(Collectors.joining(", "));
        NativeQuery<?> query = ofWords("insert into user_word (tenant_id, living, word, user_id) values " + rows, user);
        IntStream.range(0, words.size()).forEach(i -> query.setParameter("word" + i, words.get(i)));
        query.executeUpdate();
    }

    /** A statement that Hibernate writes nothing else for: there is no entity of this table. */
    private NativeQuery<?> ofWords(String sql, UserAccount user) {
        NativeQuery<?> query = entities.createNativeQuery(sql).unwrap(NativeQuery.class);
        query.addSynchronizedQuerySpace("user_word");
        query.setParameter("tenant", user.tenant().value());
        query.setParameter("user", user.id().value());
        return query;
    }
}
