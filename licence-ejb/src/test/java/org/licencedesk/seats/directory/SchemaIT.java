package org.licencedesk.seats.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestDatabase;
import org.licencedesk.harness.TestTenant;

/** What the migrations make: it fits the entities, and refuses what must never be, whoever writes it. */
class SchemaIT {
    private static final String USER = "insert into user_account"
            + " (id, tenant_id, user_name, display_name, email, role, status, status_since, created_at, revision)"
            + " values (uuid(), ?, ?, 'x', ?, ?, ?, now(), now(), 0)";

    private final TestTenant tenant = TestTenant.of(5);
    private Connection connection;

    @BeforeEach
    void begin() throws SQLException {
        connection = TestDatabase.server().connect(Desk.DATABASE);
        connection.setAutoCommit(false);
    }

    @AfterEach
    void undo() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void the_entities_fit_the_schema() {
        Map<String, Object> settings = Map.of(
                AvailableSettings.HBM2DDL_AUTO, "validate", AvailableSettings.DIALECT, FamiliesOfTypes.class.getName());
        assertThatCode(() -> Desk.entityManagers(settings).close()).doesNotThrowAnyException();
    }

    @Test
    void what_can_be_null_in_the_database_can_be_null_in_the_entity_and_the_other_way_round() {
        try (EntityManagerFactory factory = Desk.entityManagers(Map.of())) {
            var metamodel = factory.unwrap(SessionFactoryImplementor.class).getMappingMetamodel();
            Set<String> compared = new HashSet<>();
            for (EntityType<?> entity : factory.getMetamodel().getEntities()) {
                var persister = (AbstractEntityPersister) metamodel.getEntityDescriptor(entity.getJavaType());
                for (String property : persister.getPropertyNames()) {
                    String[] columns = persister.getPropertyColumnNames(property);
                    if (columns.length == 1) {
                        String column = persister.getTableName() + "." + columns[0];
                        assertThat(isNullable(persister.getTableName(), columns[0]))
                                .as(column)
                                .isEqualTo(isNullable(entity.getJavaType(), property));
                        compared.add(column);
                    }
                }
            }
            assertThat(compared).contains("user_account.email", "allowance.maximum", "ledger_entry.user_id");
        }
    }

    @ParameterizedTest
    @CsvSource({
        // name, mail, role, status, the constraint that refuses
        "FIRST.ADMIN, a@b, STANDARD, ACTIVE, user_name_living",
        "First.Admin, a@b, STANDARD, ROOM, user_name_living",
        "other, , STANDARD, ACTIVE, user_has_email",
        "other, , STANDARD, LOCKED, user_has_email",
        "other, , STANDARD, INACTIVE, user_has_email",
        "other, a@b, STANDARD, DORMANT, user_status",
        "other, a@b, STANDARD, active, user_status",
        "other, a@b, OPERATOR, ACTIVE, user_role"
    })
    void a_user_who_must_not_be_is_refused(
            String name, @Nullable String email, String role, String status, String constraint) {
        refuses(constraint, USER, tenant.id().value(), name, email, role, status);
    }

    @Test // R22
    void accents_make_another_name_and_a_tombstone_frees_its_own() throws SQLException {
        execute(USER, tenant.id().value(), "zoe", "a@b", "STANDARD", "ACTIVE");
        execute(USER, tenant.id().value(), "zoë", "a@b", "STANDARD", "ACTIVE");
        execute(
                "update user_account set deleted_at = now() where tenant_id = ?",
                tenant.id().value());
        execute(USER, tenant.id().value(), "ZOE", "a@b", "STANDARD", "ACTIVE");
        execute(
                "update user_account set deleted_at = now() where tenant_id = ?",
                tenant.id().value());
        execute(USER, tenant.id().value(), "zoe", null, "STANDARD", "QUEUE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allowance_maximum        | update allowance set maximum = -1 where tenant_id = ?",
                "allowance_occupied       | update allowance set locked = 0, occupied = -1 where tenant_id = ?",
                "allowance_locked         | update allowance set locked = occupied + 1 where tenant_id = ?",
                "allowance_locked         | update allowance set locked = -1 where tenant_id = ?",
                "allowance_reduction_is_whole| update allowance set reduces_to = 1 where tenant_id = ?",
                "allowance_reduction_is_lower| update allowance set reduces_to = maximum, reduces_on = now() where tenant_id = ?",
                "allowance_reduction_is_lower| update allowance set reduces_to = 0, reduces_on = now() where tenant_id = ?",
                "allowance_webhooks       | update allowance set webhooks = -1 where tenant_id = ?",
                "allowance_last_message   | update allowance set last_message = -1 where tenant_id = ?",
                "allowance_fill_level     | update allowance set fill_level = 'EMPTY' where tenant_id = ?",
                "user_erased_after_deleted| update user_account set erased_at = now() where tenant_id = ?",
                "tenant_contact_is_whole  | update tenant set contact_name = 'A' where id = ?",
                "tenant_billing_period    | update tenant set billing_period = 'WEEK' where id = ?",
                "price_not_negative       | update price set per_seat = -0.01 where tenant_id = ?",
                "billed_maximum_not_negative | update billed_maximum set maximum = -1 where tenant_id = ?",
                "billing_event_kind       | update billing_event set kind = 'INVOICE_CLOSED' where tenant_id = ?",
                "billing_event_sequence   | update billing_event set seq = 0 where tenant_id = ? and seq = 1",
                "ledger_sequence          | update ledger_entry set seq = 0 where tenant_id = ? and seq = 1",
                "PRIMARY                  | update ledger_entry set seq = 1 where tenant_id = ? and seq = 2",
                "ledger_kind              | update ledger_entry set kind = 'SEAT_LENT' where tenant_id = ?",
                "setup_progress_step      | insert into setup_progress (tenant_id, step) values (?, 'LUNCH')",
                "ledger_door              | update ledger_entry set door = 'WINDOW' where tenant_id = ?"
            })
    void a_state_that_must_not_be_is_refused(String constraint, String sql) {
        refuses(constraint, sql, tenant.id().value());
    }

    @ParameterizedTest // R33, R58
    @CsvSource({
        "FIRST_PERIOD, 0, 3, 12.00, , , ",
        "CORRECTION, 0, 3, , , x, ",
        "CREDIT, 0, 3, -12.00, true, x, ",
        "LOAN, 0, 3, 12.00, , x, charge_kind",
        "CORRECTION, 0, 3, -0.01, , x, charge_sign",
        "CREDIT, 0, 3, 0.01, , x, charge_sign",
        "CORRECTION, 0, 3, 12.00, true, x, charge_takes_back",
        "CORRECTION, 0, 3, 12.00, , , charge_reason",
        "FIRST_PERIOD, 0, 3, 12.00, , x, charge_reason",
        "CORRECTION, 3, 3, 12.00, , x, charge_seats",
        "CORRECTION, -1, 3, 12.00, , x, charge_seats"
    })
    void a_charge_is_one_of_three_kinds_and_a_credit_is_below_nothing(
            String kind,
            int above,
            int upTo,
            @Nullable String amount,
            @Nullable String takesBack,
            @Nullable String reason,
            @Nullable String constraint)
            throws SQLException {
        String charge =
                "insert into charge (id, tenant_id, kind, at, from_day, to_day, above, up_to, amount, takes_back,"
                        + " reason) values (uuid(), ?, ?, now(), '2026-03-10', '2026-03-31', ?, ?, ?, "
                        + (takesBack == null ? "null" : "uuid()") + ", ?)";
        Object[] values = {tenant.id().value(), kind, above, upTo, amount, reason};
        if (constraint == null) {
            execute(charge, values);
        } else {
            refuses(constraint, charge, values);
        }
    }

    @Test // R58
    void a_document_has_a_number_and_each_renewal_one_invoice_and_one_correction() throws SQLException {
        String document = "insert into invoice (tenant_id, number, kind, renewal_on, invoice_on, currency, closed_at)"
                + " values (?, ?, ?, '2026-04-01', ?, 'GBP', now())";
        Object id = tenant.id().value();
        refuses("invoice_number_begins", document, id, 0, "INVOICE", "2026-04-01");
        refuses("invoice_kind", document, id, 1, "INVOICE", "2026-04-02");
        refuses("invoice_kind", document, id, 1, "REMINDER", "2026-04-01");
        execute(document, id, 1, "INVOICE", "2026-04-01");
        refuses("PRIMARY", document, id, 1, "CORRECTION", "2026-04-02");
        refuses("invoice_of_renewal", document, id, 2, "INVOICE", "2026-04-01");
        execute(document, id, 2, "CORRECTION", "2026-04-01");
        refuses("invoice_of_renewal", document, id, 3, "CORRECTION", "2026-04-09");
        String line =
                "insert into invoice_line (tenant_id, number, line, kind, seats, from_day, to_day, days_of_period)"
                        + " values (?, 1, 1, ?, 1, '2026-03-10', '2026-03-31', 31)";
        for (String kind : new String[] {"INCREASE", "FIRST_PERIOD", "CORRECTION", "CREDIT", "GIFT"}) {
            refuses("invoice_line_kind", line, id, kind);
        }
        execute(line, id, "PERIOD");
    }

    @Test
    void a_token_is_known_once_and_has_one_owner() throws SQLException {
        String token = "insert into api_token (id, digest, name, role, tenant_id, created_at)"
                + " values (uuid(), ?, 'a token', ?, ?, now())";
        byte[] digest = new byte[32];
        Arrays.fill(digest, (byte) 7);
        execute(token, digest, "SYSTEM_ADMIN", tenant.id().value());
        refuses("api_token_digest", token, digest, "STANDARD", tenant.id().value());
        byte[] other = new byte[32];
        refuses("api_token_role", token, other, "OPERATOR", tenant.id().value());
        refuses("api_token_role", token, other, "SYSTEM_ADMIN", null);
        refuses("api_token_role", token, other, "ACCOUNT_MANAGER", tenant.id().value());
    }

    @Test // R30
    void a_tenant_has_one_request_at_most_that_has_not_ended() throws SQLException {
        String request = "insert into reduction_request (id, tenant_id, state, maximum, effective_on, reason,"
                + " requested_at, requested_by, ended_at) values (uuid(), ?, ?, ?, '2026-04-01', 'x', now(), 'x', ?)";
        Object id = tenant.id().value();
        execute(request, id, "WITHDRAWN", 5, "2026-03-10");
        execute(request, id, "OPEN", 5, null);
        execute(request, id, "DECLINED", 5, "2026-03-10");
        refuses("reduction_request_open", request, id, "ACCEPTED", 5, null);
        refuses("reduction_request_state", request, id, "FORGOTTEN", 5, "2026-03-10");
        refuses("reduction_request_maximum", request, id, "DECLINED", 0, "2026-03-10");
        refuses("reduction_request_counter", request, id, "COUNTERED", 5, null);
        refuses("reduction_request_ended", request, id, "DECLINED", 5, null);
        refuses("reduction_request_outcome", request, id, "APPLIED", 5, "2026-03-10");
    }

    @Test
    void a_mail_has_one_recipient_and_a_state_that_there_is() {
        String mail =
                "insert into mail (id, tenant_id, kind, user_id, address, subject, text, created_at, state, attempts,"
                        + " next_try_at) values (uuid(), ?, 'LEVEL_REACHED', ?, ?, 'x', 'x', now(), ?, 0, now())";
        UUID user = tenant.firstAdmin().id().value();
        refuses("mail_has_one_recipient", mail, tenant.id().value(), null, null, "WAITING");
        refuses("mail_has_one_recipient", mail, tenant.id().value(), user, "a@b", "WAITING");
        refuses("mail_state", mail, tenant.id().value(), user, null, "LOST");
    }

    @Test
    void a_message_has_a_place_of_its_own_and_a_claim_ends() throws SQLException {
        UUID webhook = UUID.randomUUID();
        execute(
                "insert into webhook (id, tenant_id, url, salt, created_at) values (?, ?, 'https://a.example/', ?, now())",
                webhook,
                tenant.id().value(),
                new byte[32]);
        String message = "insert into webhook_delivery (id, webhook_id, seq, kind, body, created_at, state, attempts,"
                + " next_try_at) values (uuid(), ?, ?, 'SEAT_TAKEN', '{}', now(), ?, 0, now())";
        execute(message, webhook, 1, "WAITING");
        refuses("delivery_sequence", message, webhook, 1, "DELIVERED");
        refuses("delivery_sequence_begins", message, webhook, 0, "WAITING");
        refuses("delivery_state", message, webhook, 2, "LOST");
        refuses("rests_until", "insert into outbox_lane (id, claim, rests_until) values (?, uuid(), null)", webhook);
        refuses("webhook_previous_is_whole", "update webhook set previous_until = now() where id = ?", webhook);
    }

    @Test // R29, R38
    void nobody_in_the_ledger_can_be_removed_from_the_database() {
        refuses(
                "FOREIGN KEY",
                "delete from user_account where tenant_id = ?",
                tenant.id().value());
        refuses("FOREIGN KEY", "delete from tenant where id = ?", tenant.id().value());
    }

    private void refuses(String constraint, String sql, @Nullable Object... parameters) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(sql, parameters))
                .withMessageContaining(constraint);
    }

    private void execute(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            assertThat(statement.executeUpdate()).isPositive();
        }
    }

    private static boolean isNullable(String table, String column) {
        return Desk.open()
                .rows(
                        "select is_nullable from information_schema.columns"
                                + " where table_schema = database() and table_name = ?1 and column_name = ?2",
                        table,
                        column)
                .contains("YES");
    }

    private static boolean isNullable(Class<?> entity, String property) {
        for (Class<?> type = entity; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(property)) {
                    return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
                }
            }
        }
        throw new AssertionError(entity + " has no field " + property);
    }

    /** Texts are texts and bytes are bytes, however long: how long they may be is checked where they come in. */
    public static final class FamiliesOfTypes extends MariaDBDialect {
        private static final Set<Integer> TEXTS =
                Set.of(Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, SqlTypes.LONG32VARCHAR, SqlTypes.ENUM, Types.CLOB);
        private static final Set<Integer> BYTES = Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY);

        /** Called by Hibernate. */
        public FamiliesOfTypes(DialectResolutionInfo database) {
            super(database);
        }

        @Override
        public boolean equivalentTypes(int one, int other) {
            return super.equivalentTypes(one, other)
                    || (TEXTS.contains(one) && TEXTS.contains(other))
                    || (BYTES.contains(one) && BYTES.contains(other));
        }
    }
}
