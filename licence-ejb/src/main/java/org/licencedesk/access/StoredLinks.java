package org.licencedesk.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.UserId;

/** The one-time sign-in links that are alive. Each call is a transaction of its own where there is none yet. */
@ApplicationScoped
@Transactional
class StoredLinks {

    private static final Duration LIFE = Duration.ofHours(72);

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private Accounts accounts;

    /** Makes a link that lives for 72 hours; the owner's earlier one is dead. */
    Secret issue(AccountId owner, Instant now) {
        Secret secret = Secret.create();
        String column = owner.isUser() ? "user_id" : "account_manager_id";
        entities.createNativeQuery("insert into sign_in_link (id, " + column
                        + ", digest, expires_at) values (:id, :owner, :digest, :expiry)"
                        + " on duplicate key update digest = values(digest), expires_at = values(expires_at)")
                .setParameter("id", Identifiers.next())
                .setParameter("owner", owner.value())
                .setParameter("digest", secret.digest())
                .setParameter("expiry", now.plus(LIFE))
                .executeUpdate();
        return secret;
    }

    /** @return until when the user's links live; the secrets are not known */
    @SuppressWarnings("unchecked")
    List<Instant> expiries(UserId user) {
        return entities.createNativeQuery(
                        "select expires_at from sign_in_link where user_id = :user order by expires_at", Instant.class)
                .setParameter("user", user.value())
                .getResultList();
    }

    /** Ends every link of the owner. */
    void revoke(AccountId owner) {
        String column = owner.isUser() ? "user_id" : "account_manager_id";
        entities.createNativeQuery("delete from sign_in_link where " + column + " = :owner")
                .setParameter("owner", owner.value())
                .executeUpdate();
    }

    /** @return whose link it is, if it is alive and they can sign in */
    Optional<AccountId> owner(Secret secret, Instant now) {
        return entities.createQuery("from SignInLink where digest = :digest and expiresAt > :now", SignInLink.class)
                .setParameter("digest", secret.digest())
                .setParameter("now", now)
                .getResultStream()
                .findFirst()
                .map(SignInLink::owner)
                .filter(owner -> accounts.find(owner).filter(Account::canSignIn).isPresent());
    }

    /**
     * Uses the link up and sets the password.
     *
     * @throws SignInLinkDead if it is not alive or no longer alive; nothing was changed then
     */
    SignedIn use(Secret secret, String passwordHash, Instant now) {
        AccountId owner = owner(secret, now).orElseThrow(SignInLinkDead::new);
        int used = entities.createQuery("delete from SignInLink where digest = :digest")
                .setParameter("digest", secret.digest())
                .executeUpdate();
        if (used == 0) {
            throw new SignInLinkDead();
        }
        accounts.setPassword(owner, passwordHash, now);
        accounts.noteSignIn(owner, now);
        return accounts.find(owner).map(Account::signedIn).orElseThrow(SignInLinkDead::new);
    }
}
