package org.licencedesk.people.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.kernel.WithoutPermission;
import org.licencedesk.seats.tenant.AccountManagers;

/** Makes, lists and revokes the tokens of internal systems. A revoked token opens nothing from then on, on every node. */
@Stateless
public class Tokens {

    private static final byte[] NO_DIGEST = {};

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private AccountManagers managers;

    @Inject
    private TimeSource time;

    /** @throws InvalidValue if the role is none that users hold, or the expiry is not to come */
    public IssuedToken issue(TenantId tenant, Role role, NewToken wanted, Actor actor) {
        Permission.MANAGE_TOKENS.require(actor, tenant);
        if (!role.isHeldByUsers()) {
            throw new InvalidValue("role", Problem.UNKNOWN);
        }
        return issue(wanted, TokenOwner.of(tenant, role), actor);
    }

    /**
     * @throws NotFound if there is no such account manager
     * @throws InvalidValue if the expiry is not to come
     * @throws RuleViolation {@link Refusal#ACCOUNT_MANAGER_DISABLED} if the account manager is disabled
     */
    public IssuedToken issue(ManagerId manager, NewToken wanted, Actor actor) {
        Permission.MANAGE_ACCOUNT_MANAGERS.require(actor);
        if (managers.get(manager).isDisabled()) {
            throw new RuleViolation(Refusal.ACCOUNT_MANAGER_DISABLED);
        }
        return issue(wanted, TokenOwner.of(manager), actor);
    }

    /** Makes the secret that the installation was given a token, if it is none yet. */
    @WithoutPermission("the start of the installation, and use cases that asked for their own")
    public void admit(Secret given, String name, TokenOwner owner) {
        boolean known = !entities.createQuery("select 1 from ApiToken where digest = :digest", Integer.class)
                .setParameter("digest", given.digest())
                .getResultList()
                .isEmpty();
        if (!known) {
            store(given, new NewToken(name, Optional.empty()), owner, Actor.installation());
        }
    }

    /**
     * Makes the secret that the settings name the one token of the operator that they stand for: those that they named
     * before are revoked. Nodes with the same settings may do so together.
     *
     * @param given the secret, or empty if the settings name none any more
     */
    @WithoutPermission("the start of the installation")
    public void configure(Optional<Secret> given, String name) {
        byte[] digest = given.map(Secret::digest).orElse(NO_DIGEST);
        Instant now = time.now();
        entities.createNativeQuery("update api_token set revoked_at = :now"
                        + " where role = 'OPERATOR' and configured and revoked_at is null and digest <> :digest")
                .setParameter("now", now)
                .setParameter("digest", digest)
                .executeUpdate();
        if (given.isPresent()) {
            entities.createNativeQuery("insert into api_token"
                            + " (id, digest, name, role, created_at, created_by, configured)"
                            + " values (:id, :digest, :name, 'OPERATOR', :now, :maker, true)"
                            + " on duplicate key update configured = (role = 'OPERATOR'),"
                            + " revoked_at = if(role = 'OPERATOR', null, revoked_at)")
                    .setParameter("id", Identifiers.next())
                    .setParameter("digest", digest)
                    .setParameter("name", name)
                    .setParameter("now", now)
                    .setParameter("maker", Actor.installation().label())
                    .executeUpdate();
        }
    }

    /**
     * @param page which page of the list
     * @return the tokens of the tenant that are not revoked, oldest first
     * @throws InvalidValue if the cursor is none
     */
    public Page<TokenDescription> list(TenantId tenant, PageRequest page, Actor actor) {
        Permission.MANAGE_TOKENS.require(actor, tenant);
        return list("tenantId", tenant.value(), page);
    }

    /** As {@link #list(TenantId, PageRequest, Actor)}, of the account manager. */
    public Page<TokenDescription> list(ManagerId manager, PageRequest page, Actor actor) {
        Permission.MANAGE_ACCOUNT_MANAGERS.require(actor);
        return list("accountManagerId", managers.get(manager).id().value(), page);
    }

    /**
     * @param page which page of the list
     * @return the tokens of the operator that are not revoked, oldest first
     * @throws InvalidValue if the cursor is none
     */
    public Page<TokenDescription> listOfOperators(PageRequest page, Actor actor) {
        Permission.SEE_OPERATOR_TOKENS.require(actor);
        return list("role", Role.OPERATOR, page);
    }

    /** @throws NotFound if the tenant has no such token that is not revoked */
    public void revoke(TenantId tenant, UUID id, Actor actor) {
        Permission.MANAGE_TOKENS.require(actor, tenant);
        find("tenantId", tenant.value(), id).orElseThrow(NotFound::new).revoke(time.now());
    }

    /** @throws NotFound if the account manager has no such token that is not revoked */
    public void revoke(ManagerId manager, UUID id, Actor actor) {
        Permission.MANAGE_ACCOUNT_MANAGERS.require(actor);
        find("accountManagerId", manager.value(), id).orElseThrow(NotFound::new).revoke(time.now());
    }

    /** @return whether the tenant has a token of that identity that is not revoked */
    @WithoutPermission("asked before any permission: whether there is what a path names")
    public boolean has(TenantId tenant, UUID id) {
        return find("tenantId", tenant.value(), id).isPresent();
    }

    /** @return whether the account manager has a token of that identity that is not revoked */
    @WithoutPermission("asked before any permission: whether there is what a path names")
    public boolean has(ManagerId manager, UUID id) {
        return find("accountManagerId", manager.value(), id).isPresent();
    }

    /** Revokes every token of the account manager. */
    public void revokeAll(ManagerId manager, Actor actor) {
        Permission.MANAGE_ACCOUNT_MANAGERS.require(actor);
        entities.createQuery("update ApiToken set revokedAt = :now"
                        + " where accountManagerId = :manager and revokedAt is null")
                .setParameter("now", time.now())
                .setParameter("manager", manager.value())
                .executeUpdate();
    }

    private Page<TokenDescription> list(String ownedBy, Object owner, PageRequest page) {
        UUID after = page.identity().orElse(Identifiers.FIRST);
        List<TokenDescription> found = entities
                .createQuery(
                        "from ApiToken where " + ownedBy
                                + " = :owner and id > :after and revokedAt is null order by id",
                        ApiToken.class)
                .setParameter("owner", owner)
                .setParameter("after", after)
                .setMaxResults(page.rows())
                .getResultList()
                .stream()
                .map(ApiToken::description)
                .toList();
        return page.of(found, token -> token.id().toString());
    }

    private Optional<ApiToken> find(String ownedBy, UUID owner, UUID id) {
        return entities
                .createQuery(
                        "from ApiToken where id = :id and " + ownedBy + " = :owner and revokedAt is null",
                        ApiToken.class)
                .setParameter("id", id)
                .setParameter("owner", owner)
                .getResultList()
                .stream()
                .findFirst();
    }

    private IssuedToken issue(NewToken wanted, TokenOwner owner, Actor actor) {
        if (wanted.expiry().filter(instant -> !instant.isAfter(time.now())).isPresent()) {
            throw new InvalidValue("expiresAt", Problem.OUT_OF_RANGE);
        }
        return store(Secret.create(), wanted, owner, actor);
    }

    private IssuedToken store(Secret secret, NewToken wanted, TokenOwner owner, Actor maker) {
        ApiToken token = new ApiToken(secret.digest(), wanted, owner, maker, time.now());
        entities.persist(token);
        return new IssuedToken(token.id(), secret);
    }
}
