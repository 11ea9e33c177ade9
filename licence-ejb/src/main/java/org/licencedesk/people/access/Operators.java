package org.licencedesk.people.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.OperatorId;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.platform.UniqueValue;
import org.licencedesk.seats.tenant.AccountManagers;

/** The operators who have an account. */
@ApplicationScoped
class Operators {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private AccountManagers managers;

    /** @throws NotFound if there is none */
    OperatorAccount get(OperatorId id) {
        return find(id).orElseThrow(NotFound::new);
    }

    Optional<OperatorAccount> find(OperatorId id) {
        return Optional.ofNullable(entities.find(OperatorAccount.class, id.value()));
    }

    /** The operators of these identities, in one statement. */
    List<OperatorAccount> of(Set<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery("from OperatorAccount where id in :ids", OperatorAccount.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** The operator with the mail address, in whatever case. */
    Optional<OperatorAccount> findByEmail(String email) {
        return entities
                .createQuery("from OperatorAccount where email = :email", OperatorAccount.class)
                .setParameter("email", email)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The operators by mail address, after the given one. */
    List<OperatorAccount> after(String email, int most) {
        return entities.createQuery("from OperatorAccount where email > :email order by email", OperatorAccount.class)
                .setParameter("email", email)
                .setMaxResults(most)
                .getResultList();
    }

    boolean isEmpty() {
        return entities.createQuery("select 1 from OperatorAccount", Integer.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * A mail address is one account's of the vendor's staff, so that nobody signs in as somebody else than they mean.
     *
     * @throws RuleViolation {@link Refusal#OPERATOR_EMAIL_TAKEN} if the address is another operator's or an account
     *     manager's
     */
    OperatorAccount add(NewOperator created, Instant now) {
        String email = created.email().text();
        if (findByEmail(email).isPresent() || managers.findByEmail(email).isPresent()) {
            throw new RuleViolation(Refusal.OPERATOR_EMAIL_TAKEN);
        }
        OperatorAccount operator = new OperatorAccount(created, now);
        UniqueValue.store(entities, operator, Refusal.OPERATOR_EMAIL_TAKEN);
        return operator;
    }

    /**
     * Shuts the operator out. All who can sign in are locked meanwhile, so that of two who disable each other one stays.
     *
     * @throws RuleViolation {@link Refusal#LAST_OPERATOR} if nobody else could sign in
     */
    OperatorAccount disable(OperatorId id, Instant now) {
        List<OperatorAccount> admitted = entities.createQuery(
                        "from OperatorAccount where disabledAt is null order by id", OperatorAccount.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        OperatorAccount operator = get(id);
        boolean othersCome = admitted.stream()
                .anyMatch(
                        other -> !other.id().equals(id) && other.passwordHash().isPresent());
        if (!operator.isDisabled() && !othersCome) {
            throw new RuleViolation(Refusal.LAST_OPERATOR);
        }
        operator.disable(now);
        return operator;
    }
}
