package org.licencedesk.messages.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.licencedesk.kernel.EntryKind;

class MessageKindTest {

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TENANT_CREATED", "TERMS_ACCEPTED"})
    void an_entry_of_the_ledger_is_told_by_its_own_name(EntryKind entry) { // R38
        assertThat(MessageKind.of(entry).map(MessageKind::name)).contains(entry.name());
    }

    @ParameterizedTest
    @EnumSource(names = {"TENANT_CREATED", "TERMS_ACCEPTED"})
    void nobody_is_told_of_a_new_tenant_nor_twice_of_an_increase(EntryKind entry) {
        assertThat(MessageKind.of(entry)).isEmpty();
    }
}
