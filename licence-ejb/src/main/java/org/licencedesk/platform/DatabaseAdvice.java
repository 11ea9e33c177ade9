package org.licencedesk.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Says which settings of the database break a promise of the product. It is asked once, when the application starts. */
final class DatabaseAdvice {

    private static final Logger LOG = System.getLogger(DatabaseAdvice.class.getName());

    private static final long LONG_ENOUGH_MILLIS = 86_400_000;

    private record Rule(String setting, String wanted, String otherwise, Predicate<String> isMet) {

        static Rule of(String setting, String wanted, String otherwise) {
            return new Rule(setting, wanted, otherwise, wanted::equalsIgnoreCase);
        }
    }

    private static final List<Rule> ALWAYS = List.of(
            Rule.of("innodb_flush_log_at_trx_commit", "1", "what was answered as done is lost when the machine fails"),
            Rule.of(
                    "innodb_doublewrite",
                    "ON",
                    "a page that was half written when the machine failed cannot be recovered"));

    private static final List<Rule> WITH_BINLOG = List.of(
            Rule.of("sync_binlog", "1", "a replica has what its primary forgets when the machine fails"),
            Rule.of("binlog_format", "ROW", "a replica may come to other rows than its primary"));

    private static final List<Rule> WITH_REPLICAS = List.of(
            Rule.of("rpl_semi_sync_master_enabled", "ON", "what was answered as done is lost with the primary"),
            Rule.of("rpl_semi_sync_master_wait_point", "AFTER_SYNC", "others see what is lost with the primary"),
            Rule.of("rpl_semi_sync_master_wait_no_slave", "ON", "the primary goes on alone when its replicas are away"),
            new Rule(
                    "rpl_semi_sync_master_timeout",
                    "a day or more",
                    "the primary goes on alone after that time",
                    value -> Double.parseDouble(value) >= LONG_ENOUGH_MILLIS),
            Rule.of("gtid_strict_mode", "ON", "a replica that went another way is not noticed"));

    private static final List<Rule> WITH_GALERA = List.of(
            Rule.of("binlog_format", "ROW", "nodes may come to other rows than each other"),
            Rule.of("innodb_autoinc_lock_mode", "2", "nodes deadlock"),
            Rule.of("wsrep_certify_nonpk", "ON", "changes are lost"),
            Rule.of("wsrep_certification_rules", "STRICT", "changes are lost"),
            Rule.of("wsrep_dirty_reads", "OFF", "a node that lost its cluster shows old data"),
            Rule.of("wsrep_osu_method", "TOI", "nodes have different tables"),
            new Rule(
                    "wsrep_provider_options",
                    "without pc.ignore_sb and pc.ignore_quorum",
                    "both halves of a divided cluster take changes",
                    value -> !value.matches("(?s).*pc\\.ignore_(sb|quorum) = (true|yes|1|on)\\b.*")));

    private DatabaseAdvice() {}

    /** Warns in the log, one line for each setting. */
    static void give(Connection connection) throws SQLException {
        for (String warning : warnings(read(connection))) {
            LOG.log(Level.WARNING, warning);
        }
    }

    /** @return the settings, and how many replicas and nodes there are, by their names in lower case */
    static Map<String, String> read(Connection connection) throws SQLException {
        Map<String, String> values = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String question : List.of("show global variables", "show global status like 'Slaves_connected'")) {
                try (ResultSet rows = statement.executeQuery(question)) {
                    while (rows.next()) {
                        values.put(rows.getString(1).toLowerCase(Locale.ROOT), rows.getString(2));
                    }
                }
            }
        }
        return values;
    }

    /** @return a sentence for each setting that breaks a promise; what the database does not know breaks none */
    static List<String> warnings(Map<String, String> values) {
        List<Rule> rules = new ArrayList<>(ALWAYS);
        if ("ON".equals(values.get("wsrep_on"))) {
            rules.addAll(WITH_GALERA);
        } else if ("ON".equals(values.get("log_bin"))) {
            rules.addAll(WITH_BINLOG);
            if (!"0".equals(values.getOrDefault("slaves_connected", "0"))) {
                rules.addAll(WITH_REPLICAS);
            }
        }
        return rules.stream()
                .filter(rule -> values.containsKey(rule.setting())
                        && !rule.isMet().test(values.getOrDefault(rule.setting(), "")))
                .map(rule -> "The database has %s = %s. It has to be %s, or %s"
                        .formatted(rule.setting(), shown(values, rule), rule.wanted(), rule.otherwise()))
                .toList();
    }

    /** The options of Galera's provider are pages. */
    private static String shown(Map<String, String> values, Rule rule) {
        String value = values.getOrDefault(rule.setting(), "");
        return value.length() > 40 ? "..." : value;
    }
}
