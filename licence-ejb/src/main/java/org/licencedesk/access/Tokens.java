package org.licencedesk.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.Text;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.tenant.AccountManagers;

/** Makes, lists and revokes the tokens of internal systems. A revoked token is dead at once, on every node. */
@Stateless
public class Tokens {

    /** Before every identity, whose order is that of time. */
    private static final UUID FIRST = new UUID(0, 0);

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private AccountManagers managers;

    @Inject
    private TimeSource time;

    /**
     * @param name what the token is for, 1 to 100 characters
     * @throws InvalidValue if the name cannot be one, or the role is none that users hold
     */
    public IssuedToken issue(TenantId tenant, String name, Role role, Actor actor) {
        Permission.MANAGE_TOKENS.require(actor, tenant);
        if (!role.isHeldByUsers()) {
            throw new InvalidValue("role", Problem.UNKNOWN);
        }
        return issue(Secret.create(), name, TokenOwner.of(tenant, role));
    }

    /**
     * @param name what the token is for, 1 to 100 characters
     * @throws NotFound if there is no such account manager
     * @throws InvalidValue if the name cannot be one
     */
    public IssuedToken issue(ManagerId manager, String name, Actor actor) {
        Permission.MANAGE_ACCOUNT_MANAGERS.require(actor);
        return issue(Secret.create(), name, TokenOwner.of(managers.get(manager).id()));
    }

    /** Makes the secret that the installation was given a token, if it is none yet. */
    public void admit(Secret given, String name, TokenOwner owner) {
        boolean known = !entities.createQuery("select 1 from ApiToken where digest = :digest", Integer.class)
                .setParameter("digest", given.digest())
                .getResultList()
                .isEmpty();
        if (!known) {
            issue(given, name, owner);
        }
    }

    /**
     * @param cursor where the page begins, or at the first
     * @param size how many at most
     * @return the living tokens of the tenant, oldest first
     * @throws InvalidValue if the cursor is none
     */
    public Page<TokenDescription> list(TenantId tenant, Optional<String> cursor, int size, Actor actor) {
        Permission.MANAGE_TOKENS.require(actor, tenant);
        UUID behind = cursor.map(text ->
                        Identifiers.parse(text).orElseThrow(() -> new InvalidValue("cursor", Problem.NOT_IN_FORM)))
                .orElse(FIRST);
        List<TokenDescription> found = entities.createQuery(
                        "from ApiToken where tenantId = :tenant and id > :behind and revokedAt is null order by id",
                        ApiToken.class)
                .setParameter("tenant", tenant.value())
                .setParameter("behind", behind)
                .setMaxResults(size + 1)
                .getResultStream()
                .map(ApiToken::description)
                .toList();
        return Page.of(found, size, token -> token.id().toString());
    }

    /** @throws NotFound if the tenant has no such living token */
    public void revoke(TenantId tenant, UUID id, Actor actor) {
        Permission.MANAGE_TOKENS.require(actor, tenant);
        find(tenant, id).orElseThrow(NotFound::new).revoke(time.now());
    }

    /** @return whether the tenant has a living token of that identity */
    public boolean has(TenantId tenant, UUID id) {
        return find(tenant, id).isPresent();
    }

    private Optional<ApiToken> find(TenantId tenant, UUID id) {
        return entities.createQuery(
                        "from ApiToken where id = :id and tenantId = :tenant and revokedAt is null", ApiToken.class)
                .setParameter("id", id)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .findFirst();
    }

    private IssuedToken issue(Secret secret, String name, TokenOwner owner) {
        Text.line("name", name, 100);
        ApiToken token = new ApiToken(secret.digest(), name, owner, time.now());
        entities.persist(token);
        return new IssuedToken(token.id(), secret);
    }
}
