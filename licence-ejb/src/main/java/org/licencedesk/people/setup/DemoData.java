package org.licencedesk.people.setup;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.Text;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.kernel.UserStatus;
import org.licencedesk.people.access.AccountManagerEnrolment;
import org.licencedesk.people.access.NewOperator;
import org.licencedesk.people.access.OperatorAccess;
import org.licencedesk.people.access.Password;
import org.licencedesk.people.access.TokenOwner;
import org.licencedesk.people.access.Tokens;
import org.licencedesk.people.access.UserEnrolment;
import org.licencedesk.platform.Settings;
import org.licencedesk.seats.change.AddUser;
import org.licencedesk.seats.directory.DisplayName;
import org.licencedesk.seats.directory.NewUser;
import org.licencedesk.seats.directory.UserName;
import org.licencedesk.seats.tenant.BillingPeriod;
import org.licencedesk.seats.tenant.Contact;
import org.licencedesk.seats.tenant.Slug;
import org.licencedesk.seats.tenant.Tenants;
import org.licencedesk.seats.terms.PublishTerms;
import org.licencedesk.seats.terms.TermsLibrary;

/**
 * Fills an empty database with something to look at: in demo mode alone, which no other installation is in. What it fills
 * is marked, and starts in demo mode alone from then on: everybody knows its passwords and tokens.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
public class DemoData {

    private static final Password PASSWORD = new Password("licence-demo");

    private static final Secret ADMIN_TOKEN = new Secret("demo-admin-token");

    private static final Secret OTHER_ADMIN_TOKEN = new Secret("other-admin-token");

    private static final Secret MANAGER_TOKEN = new Secret("demo-manager-token");

    private static final Secret OPERATOR_TOKEN = new Secret("demo-operator-token");

    /** The tokens that everybody knows. */
    static final Set<Secret> TOKENS = Set.of(ADMIN_TOKEN, OTHER_ADMIN_TOKEN, MANAGER_TOKEN, OPERATOR_TOKEN);

    private static final String LONGEST_NAME =
            "Wolfeschlegelsteinhausenbergerdorff".repeat(6).substring(0, Text.LONGEST_NAME);

    private static final Actor ACTOR = Actor.installation();

    private static final Logger LOG = System.getLogger(DemoData.class.getName());

    private static final String REFUSAL = "LICENCE_DB_URL leads to the database of a demo, whose passwords and tokens"
            + " everybody knows: choose another, or set LICENCE_DEMO=true";

    private static final String TERMS = """
            Terms and Conditions of additional licences

            1. Each additional licence is charged from the day on which the increase is confirmed.
            2. The share for the rest of the running billing period is put on the next invoice.
            3. From then on the licence is charged in advance for each billing period.
            4. The number of licences is lowered by your account manager, with effect from a renewal date.
            """;

    private static final String TERMS_IN_GERMAN = """
            Geschäftsbedingungen für zusätzliche Lizenzen

            1. Jede zusätzliche Lizenz wird ab dem Tag berechnet, an dem die Erhöhung bestätigt wird.
            2. Der Anteil für den Rest des laufenden Abrechnungszeitraums steht auf der nächsten Rechnung.
            3. Danach wird die Lizenz für jeden Abrechnungszeitraum im Voraus berechnet.
            4. Die Zahl der Lizenzen senkt Ihr Account Manager, mit Wirkung ab einem Verlängerungstag.
            """;

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private TimeSource time;

    @Inject
    private Tenants tenants;

    @Inject
    private TenantCreation creation;

    @Inject
    private AccountManagerEnrolment managers;

    @Inject
    private OperatorAccess operators;

    @Inject
    private UserEnrolment enrolment;

    @Inject
    private TermsLibrary terms;

    @Inject
    private Tokens tokens;

    /**
     * Runs at each start. In demo mode what is there already is left as it is.
     *
     * @throws IllegalStateException if this is no demo, but the database is one's
     */
    @PostConstruct
    void load() {
        boolean demo =
                Settings.ofProcess().find("licence.demo").filter("true"::equals).isPresent();
        if (!demo && isMarked()) {
            LOG.log(Level.ERROR, REFUSAL);
            throw new IllegalStateException(REFUSAL);
        }
        if (demo && tenants.isEmpty()) {
            mark();
            fill();
        }
    }

    private boolean isMarked() {
        return !entities.createNativeQuery("select 1 from installation where demo_since is not null", Integer.class)
                .getResultList()
                .isEmpty();
    }

    private void mark() {
        entities.createNativeQuery("update installation set demo_since = :now")
                .setParameter("now", time.now())
                .executeUpdate();
    }

    private void fill() {
        terms.publish(new PublishTerms("1", TERMS, Map.of("de", TERMS_IN_GERMAN), ACTOR));
        operators.enrol(
                new NewOperator("Robin Osei", new EmailAddress("operator@vendor.example")),
                Optional.of(PASSWORD),
                ACTOR);
        ManagerId manager = managers.enrol(
                        Contact.checked("Morgan Reyes", "manager@vendor.example", "+44 20 7946 0018"),
                        Optional.of(PASSWORD),
                        ACTOR)
                .id();
        CreatedTenant demo = tenant("demo", "Demo Manufacturing", 10, Optional.of("12.00"), manager, true);
        CreatedTenant other = tenant("other", "Other Systems", 3, Optional.empty(), manager, false);
        add(demo, "standard@demo.example", "Sam Standard", Role.STANDARD, UserStatus.ACTIVE, Optional.of(PASSWORD));
        for (String name : List.of("Ines Alvarez", "Tomasz Nowak", "Grace Okafor", "Kenji Mori", "Lea Fischer")) {
            person(demo, name, UserStatus.ACTIVE);
        }
        person(demo, "Omar Haddad", UserStatus.LOCKED);
        person(demo, "Priya Raman", UserStatus.INACTIVE);
        person(demo, "noa.levi", "נועה לוי");
        person(demo, "max.rivera", "Max 🚲 Rivera");
        person(demo, "adolph", LONGEST_NAME);
        thing(demo, "Board Room", UserStatus.ROOM);
        thing(demo, "Laser Cutter", UserStatus.RESOURCE);
        thing(demo, "Delivery Van", UserStatus.ASSET);
        thing(demo, "Support Queue", UserStatus.QUEUE);
        tokens.admit(
                ADMIN_TOKEN, "demo administration", TokenOwner.of(demo.tenant().id(), Role.SYSTEM_ADMIN));
        tokens.admit(
                OTHER_ADMIN_TOKEN,
                "other administration",
                TokenOwner.of(other.tenant().id(), Role.SYSTEM_ADMIN));
        tokens.admit(MANAGER_TOKEN, "account manager", TokenOwner.of(manager));
        tokens.admit(OPERATOR_TOKEN, "operator", TokenOwner.operator());
    }

    private CreatedTenant tenant(
            String slug, String name, int maximum, Optional<String> price, ManagerId manager, boolean setupFinished) {
        String admin = "admin@" + slug + ".example";
        return creation.create(
                new CreateTenant(
                        new Slug(slug),
                        name,
                        maximum,
                        Currency.getInstance("GBP"),
                        price,
                        BillingPeriod.MONTH,
                        Optional.empty(),
                        false,
                        ZoneId.of("UTC"),
                        new NewUser(
                                new UserName(admin),
                                new DisplayName("Ada Admin"),
                                Optional.of(new EmailAddress(admin)),
                                Role.SYSTEM_ADMIN,
                                UserStatus.ACTIVE),
                        Optional.of(PASSWORD),
                        Optional.empty(),
                        Optional.of(manager),
                        setupFinished,
                        Door.JOB),
                ACTOR);
    }

    private void person(CreatedTenant tenant, String name, UserStatus status) {
        String address = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@demo.example";
        add(tenant, address, name, Role.STANDARD, status, Optional.empty());
    }

    /** Whose name asks something of a page: it has no room, runs the other way, or is a picture. */
    private void person(CreatedTenant tenant, String address, String name) {
        add(tenant, address + "@demo.example", name, Role.STANDARD, UserStatus.INACTIVE, Optional.empty());
    }

    private void thing(CreatedTenant tenant, String name, UserStatus status) {
        String userName = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        enrolment.enrol(command(tenant, userName, name, Optional.empty(), Role.STANDARD, status), Optional.empty());
    }

    private void add(
            CreatedTenant tenant,
            String address,
            String name,
            Role role,
            UserStatus status,
            Optional<Password> password) {
        enrolment.enrol(command(tenant, address, name, Optional.of(new EmailAddress(address)), role, status), password);
    }

    private static AddUser command(
            CreatedTenant created,
            String userName,
            String name,
            Optional<EmailAddress> email,
            Role role,
            UserStatus status) {
        TenantId tenant = created.tenant().id();
        return new AddUser(
                tenant,
                new NewUser(new UserName(userName), new DisplayName(name), email, role, status),
                Optional.empty(),
                Optional.empty(),
                Actor.user(tenant, created.firstAdmin().id(), Role.SYSTEM_ADMIN),
                Door.JOB);
    }
}
