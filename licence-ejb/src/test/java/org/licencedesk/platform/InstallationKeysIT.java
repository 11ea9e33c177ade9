package org.licencedesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;

class InstallationKeysIT {
    private final Desk desk = Desk.open();
    private final InstallationKeys keys = desk.bean(InstallationKeys.class);

    @Test
    void a_key_is_random_made_once_and_kept_in_the_database() {
        byte[] key = keys.get("test-kept");

        assertThat(key).hasSize(32).isNotEqualTo(new byte[32]).isNotEqualTo(keys.get("test-other"));
        assertThat(keys.get("test-kept")).isEqualTo(key);
        assertThat(desk.rows("select secret from installation_key where name = ?1", "test-kept"))
                .containsExactly(key);
    }

    @Test
    void another_node_has_the_key_that_the_first_one_made() {
        byte[] made = keys.get("test-shared");
        desk.run(() -> desk.entities()
                .createNativeQuery("insert into installation_key (name, secret, created_at)"
                        + " select 'test-of-another-node', secret, created_at from installation_key"
                        + " where name = 'test-shared'")
                .executeUpdate());

        assertThat(keys.get("test-of-another-node")).isEqualTo(made);
    }

    @Test
    void what_a_caller_does_to_the_bytes_changes_nothing() {
        byte[] key = keys.get("test-copied");
        keys.get("test-copied")[0]++;

        assertThat(keys.get("test-copied")).isEqualTo(key);
    }
}
