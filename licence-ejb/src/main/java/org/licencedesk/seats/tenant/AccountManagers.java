package org.licencedesk.seats.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.platform.UniqueValue;

/** The account managers of the vendor. */
@ApplicationScoped
public class AccountManagers {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    /** @throws NotFound if there is none */
    public AccountManager get(ManagerId id) {
        return find(id).orElseThrow(NotFound::new);
    }

    /** @return the account manager, if there is one */
    public Optional<AccountManager> find(ManagerId id) {
        return Optional.ofNullable(entities.find(AccountManager.class, id.value()));
    }

    /** @return the account managers of these identities, in one statement */
    public List<AccountManager> of(Set<ManagerId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities.createQuery("from AccountManager where id in :ids", AccountManager.class)
                .setParameter("ids", ids.stream().map(ManagerId::value).toList())
                .getResultList();
    }

    /** @return the account manager with the mail address, in whatever case */
    public Optional<AccountManager> findByEmail(String email) {
        return entities
                .createQuery("from AccountManager where email = :email", AccountManager.class)
                .setParameter("email", email)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** @return the account managers by mail address, after the given one; at most {@code most} */
    public List<AccountManager> after(String email, int most) {
        return entities.createQuery("from AccountManager where email > :email order by email", AccountManager.class)
                .setParameter("email", email)
                .setMaxResults(most)
                .getResultList();
    }

    /** @throws RuleViolation {@link Refusal#ACCOUNT_MANAGER_EMAIL_TAKEN} if the address is another's */
    public AccountManager add(Contact contact, Instant now) {
        if (findByEmail(contact.email()).isPresent()) {
            throw new RuleViolation(Refusal.ACCOUNT_MANAGER_EMAIL_TAKEN);
        }
        AccountManager manager = new AccountManager(ManagerId.create(), contact, now);
        UniqueValue.store(entities, manager, Refusal.ACCOUNT_MANAGER_EMAIL_TAKEN);
        return manager;
    }
}
