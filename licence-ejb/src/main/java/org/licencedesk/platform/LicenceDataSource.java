package org.licencedesk.platform;

import static io.agroal.api.configuration.AgroalConnectionFactoryConfiguration.TransactionIsolation.READ_COMMITTED;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * The connections to MariaDB, set up from the operator's settings rather than from any server's own configuration.
 *
 * <p>Servers instantiate it by its name (see {@link SchemaMigration}) and enlist its connections in their
 * transactions. They may make several instances: all share the same pools. Where no connection can be had, at the latest
 * after five seconds, the cause of what the caller sees is a {@link SQLTransientConnectionException} if all are in use,
 * and a {@link SQLNonTransientConnectionException} if the database cannot be reached. Connections that died with their
 * database are found out when borrowed, and replaced.
 */
public final class LicenceDataSource implements DataSource {

    /** The name under which every module of the application finds the data source. */
    public static final String NAME = "java:app/jdbc/licence";

    /** Statements outside transactions are few and short: a fourth of all connections is theirs. */
    private static final int PART_OF_SINGLE_STATEMENTS = 4;

    private static final int SECONDS_TO_ANSWER = 2;

    /** Connections in the mode of a transaction, and those that commit each statement: none changes its mode. */
    private record Pools(AgroalDataSource ofTransactions, AgroalDataSource ofSingleStatements) {

        AgroalDataSource pool(boolean autoCommit) {
            return autoCommit ? ofSingleStatements : ofTransactions;
        }
    }

    private static final AtomicLong IDLE_FORGOTTEN = new AtomicLong(System.nanoTime());

    private static volatile @Nullable Pools sharedPools;

    private static synchronized AgroalDataSource pool(boolean autoCommit) throws SQLException {
        Pools pools = sharedPools;
        if (pools == null) {
            DatabaseSettings settings = DatabaseSettings.from(Settings.ofProcess());
            int single = Math.max(1, settings.poolSize() / PART_OF_SINGLE_STATEMENTS);
            pools = new Pools(open(settings, false, settings.poolSize() - single), open(settings, true, single));
            sharedPools = pools;
        }
        return pools.pool(autoCommit);
    }

    /** Closes every connection. The next caller opens the pools anew. */
    static synchronized void closePools() {
        DatabaseHealth.end();
        Pools pools = sharedPools;
        if (pools != null) {
            pools.ofTransactions().close();
            pools.ofSingleStatements().close();
            sharedPools = null;
        }
    }

    private static AgroalDataSource open(DatabaseSettings settings, boolean autoCommit, int size) throws SQLException {
        var connections = new AgroalConnectionFactoryConfigurationSupplier()
                .connectionProviderClass(ReachingDriver.class)
                .jdbcUrl(settings.statementUrl())
                .principal(new NamePrincipal(settings.user()))
                .credential(new SimplePassword(settings.password()))
                .jdbcTransactionIsolation(READ_COMMITTED)
                .autoCommit(autoCommit);
        var pool = new AgroalConnectionPoolConfigurationSupplier()
                .connectionFactoryConfiguration(connections)
                .maxSize(size)
                .acquisitionTimeout(DatabaseSettings.LONGEST_WAIT)
                .idleValidationTimeout(DatabaseSettings.TRUSTED_WHILE_IDLE)
                .connectionValidator(LicenceDataSource::isAlive)
                .exceptionSorter(LicenceDataSource::connectionIsLost)
                .reapTimeout(DatabaseSettings.KEPT_WHILE_IDLE)
                .maxLifetime(DatabaseSettings.LONGEST_LIFE);
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool));
    }

    /** While the database is away, none is asked: each would take seconds to be found out. */
    private static boolean isAlive(Connection connection) {
        if (!DatabaseHealth.isAvailable()) {
            return false;
        }
        boolean alive;
        try {
            alive = connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            alive = false;
        }
        if (!alive) {
            DatabaseHealth.doubt();
        }
        return alive;
    }

    private static boolean connectionIsLost(SQLException failure) {
        boolean lost = Contention.isConnectionLost(failure);
        if (lost) {
            DatabaseHealth.doubt();
            forgetIdle();
        }
        return lost;
    }

    /** Those that lie idle most likely lead to the same server. Under load none of them would be asked before it is lent. */
    private static void forgetIdle() {
        long now = System.nanoTime();
        long before = IDLE_FORGOTTEN.get();
        Pools pools = sharedPools;
        if (pools != null
                && now - before > DatabaseSettings.TRUSTED_WHILE_IDLE.toNanos()
                && IDLE_FORGOTTEN.compareAndSet(before, now)) {
            pools.ofTransactions().flush(FlushMode.IDLE);
            pools.ofSingleStatements().flush(FlushMode.IDLE);
        }
    }

    /** A connection for one short statement, which is committed by itself, outside any transaction of the server's. */
    public static Connection borrow() throws SQLException {
        return borrow(true);
    }

    private static Connection borrow(boolean autoCommit) throws SQLException {
        try {
            return pool(autoCommit).getConnection();
        } catch (SQLException e) {
            String message = "No connection to the database: " + e.getMessage();
            // Agroal waits either for the making of a connection, or for one that somebody gives back.
            if (connectionIsLost(e) || e.getCause() instanceof TimeoutException || !DatabaseHealth.isAvailable()) {
                DatabaseHealth.doubt();
                throw new SQLNonTransientConnectionException(message, "08001", e);
            }
            throw new SQLTransientConnectionException(message, e);
        }
    }

    /**
     * Connections for changes to the schema, outside the pool and outside any transaction of the server's. Of several servers
     * that take changes every node chooses the same: the lock by which they wait for each other is that server's.
     */
    static DataSource forMigration() throws SQLException {
        DatabaseSettings settings = DatabaseSettings.from(Settings.ofProcess());
        MariaDbDataSource dataSource =
                new MariaDbDataSource(DatabaseNodes.sameForAll(settings.migrationUrl(), settings.credentials()));
        dataSource.setUser(settings.user());
        dataSource.setPassword(settings.password());
        return dataSource;
    }

    /** @return whether the address of the database names several servers */
    static boolean hasOtherServers() throws SQLException {
        return DatabaseNodes.addresses(
                                DatabaseSettings.from(Settings.ofProcess()).questionUrl())
                        .size()
                > 1;
    }

    /** A connection over which the database is asked whether it is there. */
    static Connection forQuestion() throws SQLException {
        DatabaseSettings settings = DatabaseSettings.from(Settings.ofProcess());
        ReachingDriver.requireKnownHost(settings.questionUrl());
        return DatabaseNodes.connect(settings.questionUrl(), settings.credentials());
    }

    /** A connection that the server may keep; it takes one of the pool for each transaction. */
    @Override
    public Connection getConnection() throws SQLException {
        return LateConnection.of(LicenceDataSource::borrow);
    }

    /** The user is a setting: whom the server names is ignored. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public int getLoginTimeout() {
        return (int) DatabaseSettings.LONGEST_WAIT.toSeconds();
    }

    /** Ignored: how long to wait is decided here, the same for every server. */
    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    /** Ignored: nothing is written here. */
    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool(false).unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool(false).isWrapperFor(type);
    }
}
