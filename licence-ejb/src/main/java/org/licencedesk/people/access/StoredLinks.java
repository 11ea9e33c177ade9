package org.licencedesk.people.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.UserId;

/**
 * The one-time sign-in links, those that ended not long ago too. Each call is a transaction of its own where there is none
 * yet.
 */
@ApplicationScoped
@Transactional
class StoredLinks {

    private static final Duration KEPT_BEYOND_EXPIRY = Duration.ofDays(30);

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private Accounts accounts;

    /** Makes a link that lives for 72 hours, in place of the earlier ones that its origin lets it end. */
    Secret issue(AccountId owner, LinkOrigin origin, Instant now) {
        Secret secret = add(owner, origin, now);
        endEarlier(owner, origin, now);
        return secret;
    }

    /** @return until when the user's links live or lived; the secrets are not known */
    List<Instant> expiries(UserId user) {
        return entities.createQuery(
                        "select l.expiresAt from SignInLink l where l.userId = :user order by l.expiresAt",
                        Instant.class)
                .setParameter("user", user.value())
                .getResultList();
    }

    /** Ends every link of the owner, and keeps nothing of them. */
    void revoke(AccountId owner) {
        entities.createQuery("delete from SignInLink where " + column(owner) + " = :owner")
                .setParameter("owner", owner.value())
                .executeUpdate();
    }

    /** Makes a link that lives for 72 hours, beside the earlier ones; all that a new account needs, which has none. */
    Secret add(AccountId owner, LinkOrigin origin, Instant now) {
        Secret secret = Secret.create();
        entities.persist(new SignInLink(owner, origin, secret.digest(), now));
        entities.flush();
        return secret;
    }

    /** Ends the links before the owner's latest one of that origin. */
    void endEarlier(AccountId owner, LinkOrigin origin, Instant now) {
        entities
                .createQuery(
                        "select max(id) from SignInLink where " + column(owner)
                                + " = :owner and origin = :origin and endedAt is null",
                        UUID.class)
                .setParameter("owner", owner.value())
                .setParameter("origin", origin)
                .getResultList()
                .stream()
                .flatMap(latest -> Optional.ofNullable(latest).stream())
                .forEach(latest -> endBefore(
                        latest,
                        owner,
                        origin == LinkOrigin.FORGOTTEN ? Set.of(origin) : EnumSet.allOf(LinkOrigin.class),
                        now));
    }

    private void endBefore(UUID latest, AccountId owner, Set<LinkOrigin> origins, Instant now) {
        entities.createQuery("update SignInLink set endedBy = :replaced, endedAt = :now where " + column(owner)
                        + " = :owner and origin in :origins and endedAt is null and id < :latest")
                .setParameter("replaced", LinkEnd.REPLACED)
                .setParameter("now", now)
                .setParameter("owner", owner.value())
                .setParameter("origins", origins)
                .setParameter("latest", latest)
                .executeUpdate();
    }

    /** @return whose account the link opens now, or why it opens none */
    LinkState state(Secret secret, Instant now) {
        Optional<SignInLink> link = find(secret, LockModeType.NONE);
        return link.flatMap(found -> end(found, now))
                .map(LinkState::ended)
                .or(() -> link.map(found -> LinkState.usable(accounts.owner(found.owner()))))
                .orElseGet(() -> LinkState.ended(LinkEnd.UNKNOWN));
    }

    /**
     * Uses the link up and sets the password; every other link of its owner ends.
     *
     * @throws SignInLinkInvalid if it is not alive or no longer alive; nothing was changed then
     */
    SignedIn use(Secret secret, String passwordHash, Instant now) {
        SignInLink link =
                find(secret, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new SignInLinkInvalid(LinkEnd.UNKNOWN));
        end(link, now).ifPresent(why -> {
            throw new SignInLinkInvalid(why);
        });
        AccountId owner = link.owner();
        link.end(LinkEnd.USED, now);
        entities.flush();
        endAll(owner, LinkEnd.PASSWORD_SET, now);
        accounts.setPassword(owner, passwordHash, now);
        accounts.noteSignIn(owner, now);
        return accounts.find(owner)
                .map(Account::signedIn)
                .orElseThrow(() -> new SignInLinkInvalid(LinkEnd.CANNOT_SIGN_IN));
    }

    /** Ends all links of the owner. */
    void endAll(AccountId owner, LinkEnd why, Instant now) {
        entities.createQuery("update SignInLink set endedBy = :why, endedAt = :now where " + column(owner)
                        + " = :owner and endedAt is null")
                .setParameter("why", why)
                .setParameter("now", now)
                .setParameter("owner", owner.value())
                .executeUpdate();
    }

    /** Forgets links that could be used a month ago at the latest; at most so many. @return how many */
    int forget(int most, Instant now) {
        return entities.createNativeQuery(
                        "delete from sign_in_link where expires_at < :before order by expires_at limit " + most)
                .setParameter("before", now.minus(KEPT_BEYOND_EXPIRY))
                .executeUpdate();
    }

    private Optional<SignInLink> find(Secret secret, LockModeType lock) {
        return entities
                .createQuery("select l from SignInLink l where l.digest = :digest", SignInLink.class)
                .setParameter("digest", secret.digest())
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst();
    }

    private Optional<LinkEnd> end(SignInLink link, Instant now) {
        boolean admitted =
                accounts.find(link.owner()).filter(Account::canSignIn).isPresent();
        return link.end(now).or(() -> admitted ? Optional.empty() : Optional.of(LinkEnd.CANNOT_SIGN_IN));
    }

    private static String column(AccountId owner) {
        return switch (owner.kind()) {
            case USER -> "userId";
            case ACCOUNT_MANAGER -> "accountManagerId";
            case OPERATOR -> "operatorId";
        };
    }
}
