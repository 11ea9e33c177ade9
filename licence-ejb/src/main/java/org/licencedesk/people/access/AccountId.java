package org.licencedesk.people.access;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.OperatorId;
import org.licencedesk.kernel.UserId;

/** Identity of whoever has a password. Small and serializable: a session keeps it. */
record AccountId(Kind kind, UUID value) implements Serializable {

    /** Whose account it is. */
    enum Kind {
        USER(0),
        ACCOUNT_MANAGER(1),
        OPERATOR(2);

        private final byte code;

        Kind(int code) {
            this.code = (byte) code;
        }

        /** What stands for it in what browsers keep. */
        byte code() {
            return code;
        }

        static Optional<Kind> of(byte code) {
            return Stream.of(values()).filter(kind -> kind.code == code).findFirst();
        }
    }

    static AccountId of(UserId user) {
        return new AccountId(Kind.USER, user.value());
    }

    static AccountId of(ManagerId manager) {
        return new AccountId(Kind.ACCOUNT_MANAGER, manager.value());
    }

    static AccountId of(OperatorId operator) {
        return new AccountId(Kind.OPERATOR, operator.value());
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

    OperatorId operator() {
        return new OperatorId(value);
    }
}
