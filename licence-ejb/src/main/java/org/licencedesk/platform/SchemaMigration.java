package org.licencedesk.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the database to the schema of this version before anything else starts: other start-up beans name it in
 * {@code @DependsOn}.
 *
 * <p>Any number of nodes may start at once on one database: Flyway holds a lock of the database while it migrates, the
 * others wait and find nothing left to do. If it fails, so does the deployment.
 */
@DataSourceDefinition(
        name = LicenceDataSource.NAME,
        className = "org.licencedesk.platform.LicenceDataSource",
        // WildFly wants at least one property to set on a data source.
        loginTimeout = 5,
        // What the server keeps occupies no connection of the pool inside LicenceDataSource, which bounds itself.
        maxPoolSize = 10_000,
        minPoolSize = 0,
        initialPoolSize = 0,
        maxIdleTime = 0,
        properties = "fish.payara.match-connections=false")
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

    /** Migrates. */
    @PostConstruct
    void migrate() {
        try {
            DataSource database = LicenceDataSource.forMigration();
            of(database).load().migrate();
            try (Connection connection = database.getConnection()) {
                DatabaseAdvice.give(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("LICENCE_DB_URL leads to no MariaDB that takes changes", e);
        }
    }

    /** @return the migrations of this version, for that database */
    static FluentConfiguration of(DataSource database) {
        return Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration");
    }

    @PreDestroy
    void closePools() {
        LicenceDataSource.closePools();
    }
}
