package org.licencedesk.record.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.seats.allowance.Figures;

// R38
class FiguresThenIT {
    private final Desk desk = Desk.open();

    @Test
    void the_figures_of_any_instant_are_those_after_the_last_entry_up_to_it() {
        Instant created = desk.clock().now();
        TestTenant tenant = TestTenant.of(4);
        List<Figures> figures = new ArrayList<>(List.of(tenant.figures()));
        for (int i = 1; i <= 3; i++) {
            desk.clock().pass(Duration.ofMinutes(1));
            tenant.add(TestTenant.person("user" + i, Role.STANDARD, UserStatus.ACTIVE));
            figures.add(tenant.figures());
        }
        desk.clock().pass(Duration.ofMinutes(1));
        tenant.correct(2);
        figures.add(tenant.figures());
        desk.clock().pass(Duration.ofMinutes(1));

        for (int minute = 0; minute < figures.size(); minute++) {
            Instant then = created.plus(Duration.ofMinutes(minute));
            assertThat(at(tenant, then)).isEqualTo(figures.get(minute));
            assertThat(at(tenant, then.plusSeconds(59))).isEqualTo(figures.get(minute));
        }
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> at(tenant, created.minusNanos(1_000)));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> at(tenant, desk.clock().now().plusNanos(1_000)));
    }

    @Test
    void one_entry_is_read_however_long_the_ledger_is() {
        TestTenant tenant = TestTenant.of(4);
        for (int maximum = 5; maximum < 60; maximum++) {
            tenant.correct(maximum);
        }
        List<Object> before = reads();
        at(tenant, desk.clock().now());
        List<Object> after = reads();
        assertThat(number(after) - number(before)).isLessThan(10);
    }

    private Figures at(TestTenant tenant, Instant then) {
        Ledger ledger = desk.bean(Ledger.class);
        return desk.commit(() -> ledger.figuresAt(tenant.id(), then, tenant.admin()));
    }

    /** How many rows of the ledger were ever read. */
    private List<Object> reads() {
        return desk.rows("select cast(variable_value as integer) from information_schema.global_status"
                + " where variable_name = 'Handler_read_prev'");
    }

    private static long number(List<Object> rows) {
        return ((Number) rows.get(0)).longValue();
    }
}
