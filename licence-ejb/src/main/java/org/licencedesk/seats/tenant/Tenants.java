package org.licencedesk.seats.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.platform.UniqueValue;
import org.licencedesk.platform.jobs.TenantNames;

/** The tenants of the installation, and which of them an actor sees (R2, R3). */
@ApplicationScoped
public class Tenants implements TenantNames {

    private static final int MOST_BYTES = 4 * 1024 * 1024;

    /** An identity and its place in the cache, rounded up, beside the slug. */
    private static final int ENTRY_BYTES = 300;

    /** A slug never moves to another tenant and no tenant is ever deleted, so what is found stays true. */
    private final Cache<String, TenantId> bySlug = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String slug, TenantId id) -> ENTRY_BYTES + slug.length())
            .build();

    /** That there is a tenant stays true as well: the page at which anybody can sign in need not ask each time. */
    private volatile boolean begun;

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private AccountManagers managers;

    /** @throws NotFound if there is none */
    public Tenant get(TenantId id) {
        return Optional.ofNullable(entities.find(Tenant.class, id.value())).orElseThrow(NotFound::new);
    }

    @Override
    public String nameOf(TenantId tenant) {
        return get(tenant).slug().text();
    }

    /** @return the tenants of these identities, in one statement */
    public List<Tenant> of(Collection<TenantId> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery("from Tenant where id in :ids", Tenant.class)
                        .setParameter("ids", ids.stream().map(TenantId::value).toList())
                        .getResultList();
    }

    /**
     * @param slug the address as a client sent it
     * @return the tenant's identity, if there is one
     */
    public Optional<TenantId> find(String slug) {
        TenantId known = bySlug.getIfPresent(slug);
        if (known != null) {
            return Optional.of(known);
        }
        if (!Slug.isSlug(slug)) {
            return Optional.empty();
        }
        Optional<TenantId> found = entities
                .createQuery("from Tenant where slug = :slug", Tenant.class)
                .setParameter("slug", slug)
                .getResultList()
                .stream()
                .map(Tenant::id)
                .findFirst();
        found.ifPresent(id -> bySlug.put(slug, id));
        return found;
    }

    /**
     * @return the tenant at the address
     * @throws NotFound if there is none, or none that the actor may know of: another tenant than their own, or one
     *     outside their portfolio (R3)
     */
    public TenantId visible(Actor actor, String slug) {
        TenantId tenant = find(slug).orElseThrow(NotFound::new);
        boolean visible = actor.tenant().map(tenant::equals).orElse(true)
                && actor.manager().map(manager -> isInPortfolio(actor, tenant)).orElse(true);
        if (!visible) {
            throw new NotFound();
        }
        return tenant;
    }

    /** @return the tenants that the actor sees, by slug, after the given one; at most {@code most} */
    public List<Tenant> seenBy(Actor actor, Optional<String> after, int most) {
        String portfolio = actor.manager().isPresent() ? " and t.accountManager.id = :manager" : "";
        var query = entities.createQuery(
                        "select t from Tenant t left join fetch t.accountManager where t.slug > :after" + portfolio
                                + " order by t.slug",
                        Tenant.class)
                .setParameter("after", after.orElse(""))
                .setMaxResults(most);
        actor.manager().ifPresent(manager -> query.setParameter("manager", manager.value()));
        return query.getResultList();
    }

    /** @return whether the installation has a tenant */
    public boolean isEmpty() {
        return entities.createQuery("select 1 from Tenant", Integer.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** @return as {@link #isEmpty}; the database is not asked any more once there was a tenant */
    public boolean awaitsFirst() {
        if (!begun) {
            begun = !isEmpty();
        }
        return !begun;
    }

    /**
     * @throws RuleViolation {@link Refusal#SLUG_TAKEN} if another tenant has the slug
     * @throws InvalidValue if there is no such account manager, or the currency is no longer in use
     */
    public Tenant add(NewTenant created, Instant now) {
        CurrencyInUse.require(created.currency(), now);
        Optional<AccountManager> manager = created.manager().map(this::known);
        if (find(created.slug().text()).isPresent()) {
            throw new RuleViolation(Refusal.SLUG_TAKEN);
        }
        Tenant tenant = new Tenant(TenantId.create(), created, manager, now);
        UniqueValue.store(entities, tenant, Refusal.SLUG_TAKEN);
        return tenant;
    }

    /**
     * Changes what is known of a tenant; what is empty stays as it is. The tenant's revision has risen afterwards, if
     * anything was changed.
     *
     * @throws InvalidValue if there is no such account manager
     */
    public void edit(
            TenantId id,
            Optional<String> name,
            Optional<ZoneId> timeZone,
            Optional<Contact> contact,
            Optional<ManagerId> manager) {
        Tenant tenant = get(id);
        name.ifPresent(tenant::rename);
        timeZone.ifPresent(tenant::moveTo);
        if (contact.isPresent() || manager.isPresent()) {
            tenant.setAccountManager(contact, manager.map(this::known));
        }
        entities.flush();
    }

    /** Notes that the tenant's Setup Wizard need not open by itself any more (R28). */
    public void finishSetup(TenantId id) {
        get(id).finishSetup();
    }

    private AccountManager known(ManagerId manager) {
        return managers.find(manager)
                .orElseThrow(() -> new InvalidValue("accountManager/id", InvalidValue.Problem.UNKNOWN));
    }

    private boolean isInPortfolio(Actor actor, TenantId tenant) {
        return entities
                .createQuery("select 1 from Tenant where id = :tenant and accountManager.id = :manager", Integer.class)
                .setParameter("tenant", tenant.value())
                .setParameter("manager", actor.manager().orElseThrow().value())
                .getResultList()
                .stream()
                .findFirst()
                .isPresent();
    }
}
