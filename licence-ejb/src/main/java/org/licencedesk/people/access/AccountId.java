package org.licencedesk.people.access;

import java.io.Serializable;
import java.util.UUID;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.UserId;

/** Identity of whoever has a password: a user or an account manager. Small and serializable: a session keeps it. */
record AccountId(Kind kind, UUID value) implements Serializable {

    /** Whose account it is. */
    enum Kind {
        USER,
        ACCOUNT_MANAGER
    }

    static AccountId of(UserId user) {
        return new AccountId(Kind.USER, user.value());
    }

    static AccountId of(ManagerId manager) {
        return new AccountId(Kind.ACCOUNT_MANAGER, manager.value());
    }

    /** @return what attempts at the account are counted by, however it was named */
    ThrottleKey key() {
        return ThrottleKey.of(value).and(ThrottleKey.of(kind.name()));
    }

    boolean isUser() {
        return kind == Kind.USER;
    }

    UserId user() {
        return new UserId(value);
    }

    ManagerId manager() {
        return new ManagerId(value);
    }
}
