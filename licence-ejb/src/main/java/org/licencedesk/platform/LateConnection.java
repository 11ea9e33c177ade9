package org.licencedesk.platform;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A connection for a server to keep, which takes one out of the pool when a transaction's first statement is made, and
 * gives it back when the transaction ends.
 *
 * <p>So what a server keeps in a pool of its own is never stale and occupies nothing. Servers turn auto-commit off
 * before each transaction and on after it; the pooled connections are in the mode of a transaction all the time, and the
 * database is not asked. Outside a transaction one of other connections, which commit each statement, is taken until the
 * statement made with it is closed.
 *
 * <p>Client info, which Payara sets each time it lends a connection, would cost a statement, and is nobody's: it is
 * ignored.
 */
final class LateConnection implements InvocationHandler {

    /** Where connections are taken from. */
    interface Pool {

        /** A connection whose auto-commit is as wanted. */
        Connection take(boolean autoCommit) throws SQLException;
    }

    private final Pool pool;

    private boolean autoCommit = true;

    private boolean closed;

    private @Nullable Connection taken;

    private int openStatements;

    private LateConnection(Pool pool) {
        this.pool = pool;
    }

    static Connection of(Pool pool) {
        return (Connection) proxy(Connection.class, new LateConnection(pool));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "getAutoCommit":
                return autoCommit;
            case "setAutoCommit":
                setAutoCommit(Boolean.TRUE.equals(first(arguments)));
                return null;
            case "commit", "rollback":
                if (arguments == null) {
                    endTransaction(method);
                    return null;
                }
                return call(connection(), method, arguments);
            case "close", "abort":
                closed = true;
                giveBack();
                return null;
            case "isClosed":
                return closed;
            case "isValid":
                return !closed;
            case "createStatement", "prepareStatement", "prepareCall":
                Object made = Objects.requireNonNull(call(connection(), method, arguments));
                return autoCommit ? closedHere((Statement) made, method.getReturnType()) : made;
            case "equals":
                return proxy == first(arguments);
            case "hashCode":
                return System.identityHashCode(proxy);
            case "toString":
                return "LateConnection";
            case "getMetaData":
                return call(connection(), method, arguments);
            case "setClientInfo", "clearWarnings":
                return null;
            case "getClientInfo":
                return arguments == null ? new Properties() : null;
            default:
                return askOnce(method, arguments);
        }
    }

    /** Servers put questions between transactions too; no connection may stay out for them. */
    private @Nullable Object askOnce(Method method, Object @Nullable [] arguments) throws Throwable {
        boolean inUse = taken != null;
        try {
            return call(connection(), method, arguments);
        } finally {
            if (!inUse) {
                giveBack();
            }
        }
    }

    private static @Nullable Object first(Object @Nullable [] arguments) {
        return arguments == null ? null : arguments[0];
    }

    private Connection connection() throws SQLException {
        Connection connection = taken;
        if (connection == null) {
            if (closed) {
                throw new SQLException("The connection is closed", "08003");
            }
            connection = pool.take(autoCommit);
            taken = connection;
        }
        return connection;
    }

    private void setAutoCommit(boolean wanted) throws SQLException {
        if (wanted != autoCommit) {
            if (wanted && taken != null) {
                commit(taken);
            }
            giveBack();
            autoCommit = wanted;
        }
    }

    private void endTransaction(Method commitOrRollback) throws Throwable {
        if (taken != null) {
            try {
                if (commitOrRollback.getName().equals("rollback")) {
                    rollBack(taken);
                } else {
                    commit(taken);
                }
            } finally {
                giveBack();
            }
        }
    }

    /** @throws SQLException with the state 08007 if nobody knows whether it was done */
    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            SQLException failure = Contention.isUndecidedAfterCommit(e)
                    ? new SQLNonTransientConnectionException(
                            "Nobody knows whether the commit was done: " + e.getMessage(),
                            Contention.UNDECIDED,
                            e.getErrorCode(),
                            e)
                    : e;
            CommitWatch.note(failure);
            throw failure;
        }
    }

    private static void rollBack(Connection connection) throws SQLException {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // What has lost its connection is rolled back by the database itself.
            if (!Contention.isConnectionLost(e)) {
                throw e;
            }
        }
    }

    private Object closedHere(Statement made, Class<?> type) {
        openStatements++;
        return proxy(type, (proxy, method, arguments) -> {
            if (method.getName().equals("close") && !made.isClosed()) {
                made.close();
                statementClosed();
                return null;
            }
            return call(made, method, arguments);
        });
    }

    private void statementClosed() throws SQLException {
        if (autoCommit && openStatements > 0 && --openStatements == 0) {
            giveBack();
        }
    }

    /** What was not committed is rolled back; after a commit the driver does not ask the database. */
    private void giveBack() throws SQLException {
        Connection connection = taken;
        taken = null;
        openStatements = 0;
        if (connection != null) {
            try (connection) {
                if (!autoCommit) {
                    rollBack(connection);
                }
            }
        }
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(LateConnection.class.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
