package org.licencedesk.platform;

import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;

/**
 * MariaDB's driver, which leads to the first server that takes changes, and makes no connection while the database is known
 * to be away: each would take seconds to fail.
 */
public final class ReachingDriver implements Driver {

    private final Driver driver = new org.mariadb.jdbc.Driver();

    /** For the pool. */
    public ReachingDriver() {}

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        if (!DatabaseHealth.isAvailable()) {
            throw new SQLNonTransientConnectionException("The database is away", "08001");
        }
        requireKnownHost(url);
        return DatabaseNodes.connect(url, properties);
    }

    /**
     * The driver's own look-up, whose wait has no bound, then finds the answer that Java keeps.
     *
     * @throws SQLNonTransientConnectionException if no host of the address is known
     */
    static void requireKnownHost(String url) throws SQLException {
        List<String> hosts = Configuration.parse(url).addresses().stream()
                .map(address -> address.host)
                .filter(Objects::nonNull)
                .toList();
        if (!hosts.isEmpty() && hosts.stream().noneMatch(ReachingDriver::isKnown)) {
            throw new SQLNonTransientConnectionException("The host of the database is not known", "08001");
        }
    }

    private static boolean isKnown(String host) {
        try {
            NameLookup.addresses(host);
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return driver.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
        return driver.getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return driver.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return driver.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return driver.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return driver.getParentLogger();
    }
}
