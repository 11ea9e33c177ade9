package org.licencedesk.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.TimeSource;

/**
 * Random keys of the installation, which all its nodes share. Each is made when it is first asked for, by whichever node
 * that is, and kept in the database from then on. Whoever has the database has them: what has to be safe from that takes
 * a key of the operator's settings.
 */
@ApplicationScoped
public class InstallationKeys {

    private static final int BYTES = 32;

    @Inject
    private TimeSource time;

    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    /**
     * @param name what the key is for, 1 to 40 ASCII characters; the same name has the same key for good
     * @return the key, 32 bytes
     */
    public byte[] get(String name) {
        return known.computeIfAbsent(name, asked -> stored(asked, time.now())).clone();
    }

    /** A connection of its own: the key is kept even if the transaction that asked for it is rolled back. */
    private static byte[] stored(String name, Instant now) {
        try (Connection connection = LicenceDataSource.borrow()) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert ignore into installation_key (name, secret, created_at) values (?, ?, ?)")) {
                insert.setString(1, name);
                insert.setBytes(2, Secret.randomBytes(BYTES));
                insert.setObject(3, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
                insert.executeUpdate();
            }
            try (PreparedStatement select =
                    connection.prepareStatement("select secret from installation_key where name = ?")) {
                select.setString(1, name);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getBytes(1);
                }
            }
        } catch (SQLException e) {
            throw new PersistenceException("The key " + name + " of the installation could not be read", e);
        }
    }
}
