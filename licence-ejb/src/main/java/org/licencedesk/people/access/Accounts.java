package org.licencedesk.people.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.Sha256;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.directory.UserAccount;
import org.licencedesk.seats.directory.UserAccounts;
import org.licencedesk.seats.tenant.AccountManagers;
import org.licencedesk.seats.tenant.Tenants;

/**
 * The accounts that can have a password. Each call is a short transaction of its own where there is none yet, so that
 * no connection is held while a password is hashed.
 */
@ApplicationScoped
@Transactional
class Accounts {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private Tenants tenants;

    @Inject
    private UserAccounts users;

    @Inject
    private AccountManagers managers;

    @Inject
    private Operators operators;

    /**
     * @param typed where it names no system, the mail address of an operator or an account manager or a user name that is
     *     unique in the installation is found
     */
    Optional<Account> find(TypedName typed) {
        String name = typed.name();
        if (typed.system().isPresent()) {
            return typed.system()
                    .flatMap(tenants::find)
                    .flatMap(tenant -> users.find(tenant, name))
                    .map(this::account);
        }
        // A user who was given an address of the vendor's staff as name does not keep them out.
        Optional<Account> staff = operators.findByEmail(name).map(Account::of).or(() -> managers.findByEmail(name)
                .map(Account::of));
        List<UserAccount> ofThatName = users.findInAllTenants(name);
        return staff.or(() -> ofThatName.size() == 1 ? Optional.of(account(ofThatName.get(0))) : Optional.empty());
    }

    Optional<Account> find(AccountId id) {
        return switch (id.kind()) {
            case USER ->
                Optional.ofNullable(entities.find(UserAccount.class, id.value()))
                        .map(this::account);
            case ACCOUNT_MANAGER -> managers.find(id.manager()).map(Account::of);
            case OPERATOR -> operators.find(id.operator()).map(Account::of);
        };
    }

    /** @return whose account it is */
    AccountOwner owner(AccountId id) {
        return switch (id.kind()) {
            case USER -> {
                UserAccount user = entities.find(UserAccount.class, id.value());
                yield AccountOwner.of(user.view(), tenants.get(user.tenant()).profile());
            }
            case ACCOUNT_MANAGER -> AccountOwner.of(managers.get(id.manager()).contact());
            case OPERATOR -> {
                OperatorAccount operator = operators.get(id.operator());
                yield AccountOwner.ofStaff(operator.name(), operator.email());
            }
        };
    }

    /**
     * @return the same key for all the ways to write a name that the database takes for the same, whether or not somebody
     *     has it: case, but also widths and characters that do not show
     */
    ThrottleKey key(TypedName typed) {
        Object weights = entities.createNativeQuery(
                        "select weight_string(convert(:name using utf8mb4) collate utf8mb4_uca1400_nopad_as_ci)",
                        byte[].class)
                .setParameter("name", typed.name())
                .getSingleResult();
        return ThrottleKey.of(typed.system().orElse("")).and(ThrottleKey.of(Sha256.of((byte[]) weights)));
    }

    void setPassword(AccountId id, String hash, Instant now) {
        switch (id.kind()) {
            case USER ->
                Optional.ofNullable(entities.find(UserPassword.class, id.value()))
                        .ifPresentOrElse(
                                stored -> stored.change(hash, now),
                                () -> entities.persist(new UserPassword(id.user(), hash, now)));
            case ACCOUNT_MANAGER -> managers.get(id.manager()).setPasswordHash(hash);
            case OPERATOR -> operators.get(id.operator()).setPasswordHash(hash);
        }
    }

    void forgetPassword(UserId user) {
        entities.createQuery("delete from UserPassword where userId = :user")
                .setParameter("user", user.value())
                .executeUpdate();
    }

    Optional<Instant> passwordChangedAt(UserId user) {
        return Optional.ofNullable(entities.find(UserPassword.class, user.value()))
                .map(UserPassword::changedAt);
    }

    void noteSignIn(AccountId id, Instant now) {
        switch (id.kind()) {
            case USER -> users.noteSignIn(id.user(), now);
            case ACCOUNT_MANAGER -> managers.get(id.manager()).noteSignIn(now);
            case OPERATOR -> operators.get(id.operator()).noteSignIn(now);
        }
    }

    private Account account(UserAccount user) {
        Optional<String> hash = Optional.ofNullable(
                        entities.find(UserPassword.class, user.id().value()))
                .map(UserPassword::hash);
        return Account.of(user, hash);
    }
}
