package org.licencedesk.people.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.ActorKind;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.directory.UserAccounts;
import org.licencedesk.seats.tenant.AccountManagers;

/** Says who is behind the labels and identities on a page of the ledger, in one statement a kind. */
@Stateless
public class ActorNames {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private UserAccounts users;

    @Inject
    private AccountManagers managers;

    @Inject
    private Operators operators;

    /**
     * Users are known while they are the tenant's, deleted or not, and not erased (R22). Tokens are known if they are the
     * tenant's or the vendor's, revoked or not.
     *
     * @param labels the labels of actors
     * @param concerned users beside those who acted
     * @return their names
     */
    public Names of(TenantId tenant, Set<String> labels, Set<UserId> concerned, Actor actor) {
        Permission.SEE_LEDGER.require(actor, tenant);
        Set<UserId> people = Stream.concat(ids(labels, ActorKind.USER).stream().map(UserId::new), concerned.stream())
                .collect(Collectors.toSet());
        return new Names(Map.of(
                ActorKind.USER,
                users.displayNames(tenant, people).entrySet().stream()
                        .collect(Collectors.toMap(user -> user.getKey().value(), Map.Entry::getValue)),
                ActorKind.MANAGER,
                managers
                        .of(ids(labels, ActorKind.MANAGER).stream()
                                .map(ManagerId::new)
                                .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(manager -> manager.id().value(), manager -> manager.contact()
                                .name())),
                ActorKind.OPERATOR,
                operators.of(ids(labels, ActorKind.OPERATOR)).stream()
                        .collect(Collectors.toMap(operator -> operator.id().value(), OperatorAccount::name)),
                ActorKind.TOKEN,
                tokens(tenant, ids(labels, ActorKind.TOKEN))));
    }

    private Map<UUID, String> tokens(TenantId tenant, Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities
                .createQuery(
                        "from ApiToken where id in :ids and (tenantId = :tenant or tenantId is null)", ApiToken.class)
                .setParameter("ids", ids)
                .setParameter("tenant", tenant.value())
                .getResultList()
                .stream()
                .map(ApiToken::description)
                .collect(Collectors.toMap(TokenDescription::id, TokenDescription::name));
    }

    private static Set<UUID> ids(Set<String> labels, ActorKind kind) {
        return labels.stream().flatMap(label -> kind.idIn(label).stream()).collect(Collectors.toSet());
    }
}
