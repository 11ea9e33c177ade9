package org.licencedesk.kernel;

import java.util.Optional;
import java.util.UUID;

/**
 * Who acts: a signed-in person, or a token, which is nobody (so that the rules about oneself never apply to it).
 *
 * @param label who it was, as the ledger keeps it: an {@link ActorKind} and an id
 * @param role what the actor may do
 * @param tenant the tenant that a Standard user or System Admin belongs to; empty for the vendor's staff and systems
 * @param user the user that acts, if it is one
 * @param manager the account manager that acts, in person or by token
 */
public record Actor(
        String label, Role role, Optional<TenantId> tenant, Optional<UserId> user, Optional<ManagerId> manager) {

    /** Checks that the parts belong together. */
    public Actor {
        if (role.isHeldByUsers() != tenant.isPresent() || (role == Role.ACCOUNT_MANAGER) != manager.isPresent()) {
            throw new IllegalArgumentException("An actor's role and its tenant or portfolio go together: " + role);
        }
    }

    /** @return the actor for a user who signed in */
    public static Actor user(TenantId tenant, UserId user, Role role) {
        return new Actor(
                ActorKind.USER.label(user.value()), role, Optional.of(tenant), Optional.of(user), Optional.empty());
    }

    /** @return the actor for an account manager who signed in */
    public static Actor manager(ManagerId manager) {
        return new Actor(
                ActorKind.MANAGER.label(manager.value()),
                Role.ACCOUNT_MANAGER,
                Optional.empty(),
                Optional.empty(),
                Optional.of(manager));
    }

    /** @return the actor for an operator who signed in */
    public static Actor operator(OperatorId operator) {
        return new Actor(
                ActorKind.OPERATOR.label(operator.value()),
                Role.OPERATOR,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** @return the actor for a token; it is nobody, whatever its role */
    public static Actor token(UUID token, Role role, Optional<TenantId> tenant, Optional<ManagerId> manager) {
        return new Actor(ActorKind.TOKEN.label(token), role, tenant, Optional.empty(), manager);
    }

    /** @return the actor for what the installation itself does at its start */
    public static Actor installation() {
        return new Actor(
                ActorKind.INSTALLATION.label(), Role.OPERATOR, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @return the operator that acts in person, if it is one */
    public Optional<OperatorId> operator() {
        return ActorKind.OPERATOR.idIn(label).map(OperatorId::new);
    }

    /** @return whether this is that user in person */
    public boolean is(UserId other) {
        return user.filter(other::equals).isPresent();
    }
}
