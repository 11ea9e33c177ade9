package org.licencedesk.web.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the rows of a table take up in the database's files, by InnoDB's own statistics, which ANALYZE TABLE renews.
 *
 * @param indexBytes of each index by its name; the rows themselves are in {@code PRIMARY}
 */
record StorageSize(String table, long rows, Map<String, Long> indexBytes) {

    static StorageSize of(Connection database, String table) throws SQLException {
        Map<String, Long> bytes = new LinkedHashMap<>();
        try (PreparedStatement select = database.prepareStatement(
                "SELECT index_name, stat_value * @@innodb_page_size FROM mysql.innodb_index_stats"
                        + " WHERE database_name = database() AND table_name = ? AND stat_name = 'size'"
                        + " ORDER BY index_name = 'PRIMARY' DESC, index_name")) {
            select.setString(1, table);
            ResultSet row = select.executeQuery();
            while (row.next()) {
                bytes.put(row.getString(1), row.getLong(2));
            }
        }
        try (Statement count = database.createStatement();
                ResultSet row = count.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return new StorageSize(table, row.getLong(1), bytes);
        }
    }

    double bytesARow() {
        return rows == 0 ? 0 : (double) bytes() / rows;
    }

    double bytesARow(String index) {
        return rows == 0 ? 0 : (double) indexBytes.getOrDefault(index, 0L) / rows;
    }

    long bytes() {
        return indexBytes.values().stream().mapToLong(Long::longValue).sum();
    }
}
