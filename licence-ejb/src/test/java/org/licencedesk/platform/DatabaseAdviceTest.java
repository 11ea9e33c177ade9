package org.licencedesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// R36
class DatabaseAdviceTest {

    private static final Map<String, String> ALONE = Map.of(
            "innodb_flush_log_at_trx_commit", "1", "innodb_doublewrite", "ON", "log_bin", "OFF", "wsrep_on", "OFF");

    private static final Map<String, String> WITH_REPLICAS = with(
            ALONE,
            Map.of(
                    "log_bin", "ON",
                    "sync_binlog", "1",
                    "binlog_format", "ROW",
                    "slaves_connected", "2",
                    "rpl_semi_sync_master_enabled", "ON",
                    "rpl_semi_sync_master_wait_point", "AFTER_SYNC",
                    "rpl_semi_sync_master_wait_no_slave", "ON",
                    "rpl_semi_sync_master_timeout", "18446744073709551615",
                    "gtid_strict_mode", "ON"));

    private static final Map<String, String> GALERA = with(
            ALONE,
            Map.of(
                    "wsrep_on", "ON",
                    "binlog_format", "ROW",
                    "innodb_autoinc_lock_mode", "2",
                    "wsrep_certify_nonpk", "ON",
                    "wsrep_certification_rules", "strict",
                    "wsrep_dirty_reads", "OFF",
                    "wsrep_osu_method", "TOI",
                    "wsrep_provider_options", "pc.ignore_quorum = false; pc.ignore_sb = false; pc.npvo = false;"));

    @Test
    void has_nothing_to_say_where_all_is_well() {
        assertThat(DatabaseAdvice.warnings(ALONE)).isEmpty();
        assertThat(DatabaseAdvice.warnings(WITH_REPLICAS)).isEmpty();
        assertThat(DatabaseAdvice.warnings(GALERA)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "alone, innodb_flush_log_at_trx_commit, 2",
        "alone, innodb_flush_log_at_trx_commit, 0",
        "alone, innodb_doublewrite, OFF",
        "replicas, innodb_flush_log_at_trx_commit, 2",
        "replicas, sync_binlog, 0",
        "replicas, binlog_format, MIXED",
        "replicas, rpl_semi_sync_master_enabled, OFF",
        "replicas, rpl_semi_sync_master_wait_point, AFTER_COMMIT",
        "replicas, rpl_semi_sync_master_wait_no_slave, OFF",
        "replicas, rpl_semi_sync_master_timeout, 86399999",
        "replicas, gtid_strict_mode, OFF",
        "galera, innodb_flush_log_at_trx_commit, 0",
        "galera, binlog_format, MIXED",
        "galera, innodb_autoinc_lock_mode, 1",
        "galera, wsrep_certify_nonpk, OFF",
        "galera, wsrep_certification_rules, OPTIMIZED",
        "galera, wsrep_dirty_reads, ON",
        "galera, wsrep_osu_method, RSU",
        "galera, wsrep_provider_options, pc.ignore_quorum = true; pc.ignore_sb = false;",
        "galera, wsrep_provider_options, pc.ignore_quorum = false; pc.ignore_sb = 1;",
    })
    void names_the_setting_that_breaks_a_promise(String shape, String setting, String value) {
        Map<String, String> values =
                switch (shape) {
                    case "replicas" -> WITH_REPLICAS;
                    case "galera" -> GALERA;
                    default -> ALONE;
                };

        assertThat(DatabaseAdvice.warnings(with(values, Map.of(setting, value))))
                .singleElement()
                .asString()
                .startsWith("The database has " + setting + " = ")
                .contains("It has to be ");
    }

    @Test
    void a_database_without_replicas_need_not_wait_for_any() {
        assertThat(DatabaseAdvice.warnings(
                        with(WITH_REPLICAS, Map.of("slaves_connected", "0", "rpl_semi_sync_master_enabled", "OFF"))))
                .isEmpty();
    }

    private static Map<String, String> with(Map<String, String> values, Map<String, String> differing) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(differing);
        return Map.copyOf(all);
    }
}
