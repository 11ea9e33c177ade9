package org.licencedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;

class BackgroundWorkIT {

    @BeforeEach
    void openDatabase() {
        Desk.open();
    }

    @Test
    void what_fails_for_one_tenant_even_for_want_of_memory_keeps_no_other_one_waiting() {
        TenantId without = TenantId.create();
        TenantId next = TenantId.create();
        List<TenantId> served = new ArrayList<>();

        assertThatCode(() -> BackgroundWork.forEach(List.of(without, next), tenant -> {
                    if (tenant.equals(without)) {
                        throw new OutOfMemoryError("of a test");
                    }
                    served.add(tenant);
                }))
                .doesNotThrowAnyException();

        assertThat(served).containsExactly(next);
    }
}
