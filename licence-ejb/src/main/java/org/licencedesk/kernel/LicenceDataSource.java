package org.licencedesk.kernel;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * The connections to MariaDB, set up from the operator's settings rather than from any server's own configuration.
 *
 * <p>Servers instantiate it by its name (see {@link SchemaMigration}) and enlist its connections in their
 * transactions. They may make several instances: all share one pool. A connection that cannot be had within five
 * seconds is an {@link java.sql.SQLTransientConnectionException}; connections that died with their database are
 * found out when borrowed, and replaced.
 */
public final class LicenceDataSource implements DataSource {

    /** The name under which every module of the application finds the data source. */
    public static final String NAME = "java:app/jdbc/licence";

    private static @Nullable HikariDataSource sharedPool;

    private static synchronized HikariDataSource pool() throws SQLException {
        HikariDataSource pool = sharedPool;
        if (pool == null) {
            pool = open(DatabaseSettings.from(Settings.ofProcess()));
            sharedPool = pool;
        }
        return pool;
    }

    /** Closes every connection. The next caller opens the pool anew. */
    static synchronized void closePool() {
        HikariDataSource pool = sharedPool;
        if (pool != null) {
            pool.close();
            sharedPool = null;
        }
    }

    private static HikariDataSource open(DatabaseSettings settings) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("licence");
        config.setDataSource(unpooled(settings));
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(Math.min(4, settings.poolSize()));
        config.setConnectionTimeout(DatabaseSettings.LONGEST_WAIT.toMillis());
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** Connections outside the pool and outside any transaction of the server's. */
    static DataSource unpooled(DatabaseSettings settings) throws SQLException {
        MariaDbDataSource dataSource = new MariaDbDataSource(settings.url());
        dataSource.setUser(settings.user());
        dataSource.setPassword(settings.password());
        return dataSource;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return pool().getConnection();
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
        return pool().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool().isWrapperFor(type);
    }
}
