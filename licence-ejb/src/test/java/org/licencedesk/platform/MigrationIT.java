package org.licencedesk.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.licencedesk.harness.Desk;
import org.licencedesk.harness.TestDatabase;
import org.licencedesk.harness.TestTenant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.launcher.EmbeddedDatabase;
import org.licencedesk.record.evidence.LedgerVerification;
import org.licencedesk.record.evidence.Verification;
import org.licencedesk.seats.allowance.AllowanceAdjustment;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.change.AddUser;
import org.licencedesk.seats.change.ChangeStatus;
import org.licencedesk.seats.change.StatusChange;
import org.licencedesk.seats.change.UserRegistration;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * What an installation of version 1 holds ({@code db/v1.sql}) is brought to the schema of today, and is all there: a
 * migration that breaks on data, or loses some, is found here.
 */
class MigrationIT {
    private static final String DATABASE = "lived";
    /** Of a mail that the mail server took version 1 said SENT. */
    private static final String MESSAGES_BY_STATE =
            "select concat(replace(state, 'SENT', 'DELIVERED'), ' ', count(*)) from mail group by state"
                    + " union all select concat(state, ' ', count(*)) from webhook_delivery group by state order by 1";
    /** Shortly after the last that happened there. */
    private static final Instant AFTERWARDS = Instant.parse("2026-05-04T07:00:00Z");

    private static final Map<TenantId, Figures> FIGURES = new LinkedHashMap<>();
    private static final List<String> MESSAGES = new ArrayList<>();
    private static final Map<TenantId, Long> ENTRIES = new LinkedHashMap<>();
    private static final List<String> EMPTY_TABLES = new ArrayList<>();

    private static List<Object> messagesAfter;
    private static Desk desk;
    private static Instant begin;
    private static Flyway migrations;
    private static EntityManagerFactory lived;

    @BeforeAll
    static void migrate() throws IOException, SQLException {
        desk = Desk.open();
        begin = desk.clock().now();
        desk.clock().set(AFTERWARDS);
        MariaDbDataSource database = new MariaDbDataSource(settings().migrationUrl());
        database.setUser(EmbeddedDatabase.USER);
        database.setPassword(EmbeddedDatabase.PASSWORD);

        SchemaMigration.of(database).target("1").load().migrate();
        try (Connection connection = TestDatabase.server().connect(DATABASE);
                Statement statement = connection.createStatement()) {
            live(statement);
            remember(statement);
        }
        migrations = SchemaMigration.of(database).load();
        migrations.migrate();

        lived = Desk.entityManagers(database, Map.of());
        messagesAfter = desk.on(lived, () -> desk.rows(MESSAGES_BY_STATE));
    }

    private static DatabaseSettings settings() {
        return DatabaseSettings.from(Settings.of(Map.of(
                "LICENCE_DB_URL", TestDatabase.database(DATABASE),
                "LICENCE_DB_USER", EmbeddedDatabase.USER,
                "LICENCE_DB_PASSWORD", EmbeddedDatabase.PASSWORD)));
    }

    private static void live(Statement statement) throws IOException, SQLException {
        InputStream dump = Objects.requireNonNull(MigrationIT.class.getResourceAsStream("/db/v1.sql"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(dump, StandardCharsets.UTF_8))) {
            for (String line :
                    lines.lines().filter(text -> text.startsWith("INSERT")).toList()) {
                statement.execute(line);
            }
            // As version 1 kept them.
            statement.execute("update user_account set display_name = ' Kai Rot\u00a0' where user_name = 'kai'");
            statement.execute("update user_account set user_name = 'jo ' where user_name = 'jo'");
        }
    }

    private static void remember(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("select tenant_id, maximum, occupied, last_sequence from allowance")) {
            while (row.next()) {
                TenantId tenant = new TenantId(row.getObject(1, UUID.class));
                FIGURES.put(tenant, new Figures(row.getInt(2), row.getInt(3)));
                ENTRIES.put(tenant, row.getLong(4));
            }
        }
        try (ResultSet row = statement.executeQuery(MESSAGES_BY_STATE)) {
            while (row.next()) {
                MESSAGES.add(row.getString(1));
            }
        }
        List<String> tables = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "select table_name from information_schema.tables where table_schema = database()")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        for (String table : tables) {
            try (ResultSet row = statement.executeQuery("select 1 from " + table + " limit 1")) {
                if (!row.next()) {
                    EMPTY_TABLES.add(table);
                }
            }
        }
    }

    @AfterAll
    static void end() {
        desk.clock().set(begin);
        lived.close();
    }

    @Test
    void there_is_something_in_every_table_to_be_migrated() {
        assertThat(FIGURES).hasSize(3);
        assertThat(EMPTY_TABLES).isEmpty();
    }

    @Test
    void the_database_gets_every_migration_of_this_version() {
        migrations.validate();
        assertThat(migrations.info().pending()).isEmpty();
    }

    @Test
    void every_entity_can_be_read() {
        for (EntityType<?> type : lived.getMetamodel().getEntities()) {
            assertThatCode(() -> desk.on(
                            lived,
                            () -> desk.commit(() -> desk.entities()
                                    .createQuery("from " + type.getName(), type.getJavaType())
                                    .getResultList())))
                    .as(type.getName())
                    .doesNotThrowAnyException();
        }
    }

    @Test // R42
    void whoever_was_there_is_found_by_every_word() {
        List<Object> found = desk.on(
                lived,
                () -> desk.rows("select u.user_name from user_word w join user_account u on u.id = w.user_id"
                        + " where w.word = 'muller' and w.living = 1 and u.search_text like '%muller%'"));
        assertThat(found).containsExactly("zoe");
        assertThat(
                        desk.on(
                                lived,
                                () -> desk.rows(
                                        "select w.living, count(distinct w.user_id) from user_word w join user_account u"
                                                + " on u.id = w.user_id where u.user_name <> 'newcomer' group by w.living order by 1")))
                .map(row -> ((Object[]) row)[0] + " " + ((Object[]) row)[1])
                .containsExactly("0 1", "1 19");
        assertThat(desk.on(
                        lived,
                        () -> desk.rows(
                                "select 1 from user_account where erased_at is not null" + " and search_text <> ''")))
                .isEmpty();
    }

    @Test // R40
    void names_are_in_the_form_in_which_names_are_kept() {
        assertThat(desk.on(lived, () -> desk.rows("select display_name from user_account where user_name = 'kai'")))
                .containsExactly("Kai Rot");
        assertThat(desk.on(
                        lived, () -> desk.rows("select user_name from user_account where display_name = 'Jo Linde'")))
                .containsExactly("jo");
    }

    @Test
    void every_tenant_has_the_figures_that_it_had() {
        FIGURES.forEach((tenant, figures) -> assertThat(figures(tenant)).isEqualTo(figures));
    }

    @Test
    void every_mail_and_every_message_is_where_it_was() {
        assertThat(MESSAGES).hasSize(6);
        assertThat(messagesAfter).isEqualTo(MESSAGES);
    }

    @Test // R38
    void every_ledger_is_intact_and_goes_on() {
        for (Verification before : verifyAll()) {
            assertThat(before.isIntact()).as(before.toString()).isTrue();
            assertThat(before.entries()).isEqualTo(ENTRIES.get(before.tenant()));
        }

        for (TenantId tenant : FIGURES.keySet()) {
            comeAndGo(tenant);
        }

        assertThat(verifyAll()).hasSize(3).allSatisfy(after -> {
            assertThat(after.isIntact()).as(after.toString()).isTrue();
            assertThat(after.entries() - 3).isEqualTo(ENTRIES.get(after.tenant()));
        });
    }

    /** Somebody is added, gets a seat, and gives it back. */
    private static void comeAndGo(TenantId tenant) {
        UserRegistration registration = desk.bean(UserRegistration.class);
        AddUser command = new AddUser(
                tenant,
                TestTenant.person("newcomer", Role.STANDARD, UserStatus.INACTIVE),
                Optional.empty(),
                Optional.empty(),
                admin(tenant),
                Door.API);
        UserId user = desk.on(lived, () -> registration.add(command)).user().id();
        for (UserStatus status : List.of(UserStatus.ACTIVE, UserStatus.INACTIVE)) {
            ChangeStatus change = new ChangeStatus(
                    tenant,
                    user,
                    status,
                    Optional.empty(),
                    Optional.empty(),
                    Expected.anything(),
                    admin(tenant),
                    Door.API);
            desk.on(lived, () -> desk.bean(StatusChange.class).change(change));
        }
    }

    private static List<Verification> verifyAll() {
        LedgerVerification verification = desk.bean(LedgerVerification.class);
        return desk.on(lived, () -> verification.verifyAll(PageRequest.first(100), TestTenant.OPERATOR))
                .items();
    }

    private static Figures figures(TenantId tenant) {
        AllowanceAdjustment adjustment = desk.bean(AllowanceAdjustment.class);
        return desk.on(lived, () -> adjustment.show(tenant, admin(tenant))).figures();
    }

    private static Actor admin(TenantId tenant) {
        return Actor.token(UUID.randomUUID(), Role.SYSTEM_ADMIN, Optional.of(tenant), Optional.empty());
    }
}
