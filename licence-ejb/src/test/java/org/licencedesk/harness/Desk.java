package org.licencedesk.harness;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.cfg.AvailableSettings;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.launcher.EmbeddedDatabase;
import org.licencedesk.messages.mail.Notices;
import org.licencedesk.messages.webhook.Webhooks;
import org.licencedesk.people.access.SignIn;
import org.licencedesk.people.setup.TenantCreation;
import org.licencedesk.platform.InstallationKeys;
import org.licencedesk.platform.LicenceDataSource;
import org.licencedesk.platform.idempotency.Idempotency;
import org.licencedesk.platform.jobs.Jobs;
import org.licencedesk.platform.outbox.OutboxQueue;
import org.licencedesk.privacy.PersonalData;
import org.licencedesk.record.billing.Invoices;
import org.licencedesk.record.billing.RenewalJob;
import org.licencedesk.record.evidence.LedgerCheckJob;
import org.licencedesk.record.evidence.LedgerVerification;
import org.licencedesk.record.ledger.Ledger;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.seats.change.StatusChange;
import org.licencedesk.seats.directory.UserDirectory;
import org.licencedesk.seats.pricing.Prices;
import org.licencedesk.seats.profile.TenantEditing;
import org.licencedesk.seats.request.ReductionTimer;
import org.licencedesk.seats.request.RequestReading;
import org.licencedesk.seats.tenant.Tenants;
import org.licencedesk.seats.terms.TermsLibrary;
import org.licencedesk.vendor.portfolio.Portfolio;

/**
 * The beans of the rules, wired by CDI, with the persistence unit of production. A server's part is played here: each
 * call of {@link #commit} is one transaction, as the call of a bean from outside is.
 */
public final class Desk {
    /** The name of its database. */
    public static final String DATABASE = "rules";

    private static final ThreadLocal<@Nullable EntityManager> CURRENT = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable EntityManagerFactory> ELSEWHERE = new ThreadLocal<>();

    private final Statements statements = new Statements();
    private final EntityManagerFactory factory;
    private final WeldContainer beans;

    private Desk() {
        String url = TestDatabase.database(DATABASE);
        System.setProperty("licence.db.url", url);
        System.setProperty("licence.db.user", EmbeddedDatabase.USER);
        System.setProperty("licence.db.password", EmbeddedDatabase.PASSWORD);
        System.setProperty("licence.webhook.allowed", "127.0.0.1");
        Flyway.configure()
                .dataSource(url, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        factory = entityManagers(Map.of(AvailableSettings.STATEMENT_INSPECTOR, statements));
        beans = new Weld()
                .disableDiscovery()
                .addBeanDefiningAnnotations(Stateless.class)
                .addPackages(
                        false,
                        TimeSource.class,
                        InstallationKeys.class,
                        Tenants.class,
                        UserDirectory.class,
                        Prices.class,
                        TermsLibrary.class,
                        Allowances.class,
                        StatusChange.class,
                        Ledger.class,
                        RequestReading.class,
                        Invoices.class,
                        LedgerVerification.class,
                        Portfolio.class,
                        SignIn.class,
                        TenantCreation.class,
                        Webhooks.class,
                        Notices.class,
                        Idempotency.class,
                        PersonalData.class,
                        Jobs.class,
                        OutboxQueue.class,
                        TenantEditing.class)
                .addBeanClasses(ReductionTimer.class, RenewalJob.class, LedgerCheckJob.class)
                .addBeanClasses(SetClock.class, ToldRequests.class)
                .addBeanClass(OwnTransaction.Around.class)
                .addExtension(new OwnTransaction())
                .addServices(new PersistenceContexts(entityManagerOfTheTransaction()))
                .initialize();
    }

    /** @return the one desk of the JVM; tests make tenants of their own in it */
    public static Desk open() {
        return Holder.DESK;
    }

    /**
     * @param more settings of Hibernate beside those of {@code persistence.xml}
     * @return a factory on the migrated database
     */
    public static EntityManagerFactory entityManagers(Map<String, Object> more) {
        return entityManagers(new LicenceDataSource(), more);
    }

    /**
     * @param more settings of Hibernate beside those of {@code persistence.xml}
     * @return a factory on that database
     */
    public static EntityManagerFactory entityManagers(DataSource database, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put(AvailableSettings.JAKARTA_TRANSACTION_TYPE, "RESOURCE_LOCAL");
        settings.put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, database);
        return Persistence.createEntityManagerFactory("licence", settings);
    }

    /** @return the bean */
    public <T> T bean(Class<T> type) {
        return beans.select(type).get();
    }

    /**
     * Runs the call with the beans on another database: all transactions that this thread begins meanwhile are on that
     * one. Keys of the installation and bearers of tokens, which are read past the entities, stay those of the desk's own.
     */
    public <T> T on(EntityManagerFactory other, Supplier<T> call) {
        ELSEWHERE.set(other);
        try {
            return call.get();
        } finally {
            ELSEWHERE.remove();
        }
    }

    /** @return the clock that all beans read */
    public SetClock clock() {
        return bean(SetClock.class);
    }

    /**
     * Runs the call in a transaction of its own, beside the one that may run: committed if it returns, rolled back if it
     * throws.
     */
    public <T> T commit(Supplier<T> call) {
        EntityManager outer = CURRENT.get();
        EntityManager entities =
                Optional.ofNullable(ELSEWHERE.get()).orElse(factory).createEntityManager();
        EntityTransaction transaction = entities.getTransaction();
        CURRENT.set(entities);
        try {
            transaction.begin();
            T result = call.get();
            transaction.commit();
            return result;
        } finally {
            CURRENT.set(outer);
            if (transaction.isActive()) {
                transaction.rollback();
            }
            entities.close();
        }
    }

    /** @return whether the call that runs is part of a transaction */
    static boolean isInTransaction() {
        return CURRENT.get() != null;
    }

    /** As {@link #commit(Supplier)}, for a call that returns nothing. */
    public void run(Runnable call) {
        commit(() -> {
            call.run();
            return true;
        });
    }

    /** @return the SQL statements that are sent while the call runs, less BEGIN and COMMIT */
    public List<String> statementsOf(Runnable call) {
        statements.forget();
        call.run();
        return statements.seen();
    }

    /**
     * @param sql a native query; its parameters are {@code ?1}, {@code ?2} and so on
     * @return its rows
     */
    @SuppressWarnings("unchecked")
    public List<Object> rows(String sql, Object... parameters) {
        return commit(() -> {
            var query = entities().createNativeQuery(sql);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.getResultList();
        });
    }

    /** @return the entity manager of the transaction that runs */
    public EntityManager entities() {
        return Objects.requireNonNull(CURRENT.get(), "Call this inside a transaction");
    }

    private EntityManager entityManagerOfTheTransaction() {
        return (EntityManager) Proxy.newProxyInstance(
                Desk.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(entities(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static final class Holder {
        static final Desk DESK = new Desk();
    }
}
