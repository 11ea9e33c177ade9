package org.licencedesk.messages.webhook;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Refusal;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.kernel.WithoutPermission;
import org.licencedesk.platform.outbox.MessageState;
import org.licencedesk.platform.outbox.OutboxQueue;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.allowance.Allowances;

/** The addresses that a tenant has told what happens in it, and what became of the messages to them. */
@Stateless
public class Webhooks {

    private static final int MOST = 10;

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private Allowances allowances;

    @Inject
    private OutboxQueue outbox;

    @Inject
    private SigningKey key;

    @Inject
    private TimeSource time;

    /**
     * Adds an address, which is told of everything from now on.
     *
     * @param url an absolute https address
     * @return its secret, which is not shown again
     * @throws InvalidValue if the address is not in that form, or is not public and not allowed by the operator
     * @throws TooManyWebhooks if the tenant has ten
     */
    public NewSecret add(TenantId tenant, String url, Actor actor) {
        Permission.MANAGE_WEBHOOKS.require(actor, tenant);
        WebhookAddress.parse(url, AllowedAddresses.configured());
        Allowance allowance = allowances.lock(tenant);
        if (allowance.webhooks() >= MOST) {
            throw new TooManyWebhooks(MOST);
        }
        StoredWebhook webhook = new StoredWebhook(tenant, url, time.now());
        entities.persist(webhook);
        allowance.addWebhook();
        return webhook.secret(key.bytes());
    }

    /** @return the tenant's webhooks, oldest first; a tenant has few */
    public List<Webhook> list(TenantId tenant, Actor actor) {
        Permission.MANAGE_WEBHOOKS.require(actor, tenant);
        return entities
                .createQuery("from StoredWebhook where tenantId = :tenant order by id", StoredWebhook.class)
                .setParameter("tenant", tenant.value())
                .getResultList()
                .stream()
                .map(StoredWebhook::view)
                .toList();
    }

    /**
     * Removes an address together with the messages to it, the waiting ones too.
     *
     * @throws NotFound if the tenant has no such webhook
     */
    public void remove(TenantId tenant, UUID id, Actor actor) {
        Permission.MANAGE_WEBHOOKS.require(actor, tenant);
        Allowance allowance = allowances.lock(tenant);
        entities.remove(lock(tenant, id));
        allowance.removeWebhook();
        outbox.wake(id);
    }

    /**
     * Gives the address another secret. Messages are signed with both for a day.
     *
     * @return the new one, which is not shown again
     * @throws NotFound if the tenant has no such webhook
     */
    public NewSecret rotate(TenantId tenant, UUID id, Actor actor) {
        Permission.MANAGE_WEBHOOKS.require(actor, tenant);
        StoredWebhook webhook = lock(tenant, id);
        webhook.rotate(time.now());
        return webhook.secret(key.bytes());
    }

    /**
     * @param page which page of the list
     * @return the messages to the address that are kept, latest first
     * @throws NotFound if the tenant has no such webhook
     * @throws InvalidValue if the cursor is none
     */
    public Page<Delivery> deliveries(TenantId tenant, UUID id, PageRequest page, Actor actor) {
        Permission.MANAGE_WEBHOOKS.require(actor, tenant);
        StoredWebhook webhook = find(tenant, id).orElseThrow(NotFound::new);
        long after = page.number().orElse(Long.MAX_VALUE);
        List<Delivery> found = entities
                .createQuery(
                        "from StoredDelivery where lane = :webhook and sequence < :after order by sequence desc",
                        StoredDelivery.class)
                .setParameter("webhook", webhook.id())
                .setParameter("after", after)
                .setMaxResults(page.rows())
                .getResultList()
                .stream()
                .map(StoredDelivery::view)
                .toList();
        return page.of(found, delivery -> Long.toString(delivery.sequence()));
    }

    /**
     * Sends a parked message again; one that waits or has arrived stays as it is.
     *
     * @return the message
     * @throws NotFound if there is no such message to that address
     * @throws RuleViolation {@link Refusal#WEBHOOK_STOPPED} if the address said that it is gone
     */
    public Delivery resend(TenantId tenant, UUID id, UUID message, Actor actor) {
        Permission.MANAGE_WEBHOOKS.require(actor, tenant);
        StoredWebhook webhook = find(tenant, id).orElseThrow(NotFound::new);
        StoredDelivery delivery = findMessage(id, message).orElseThrow(NotFound::new);
        if (webhook.isStopped() && delivery.state() == MessageState.PARKED) {
            throw new RuleViolation(Refusal.WEBHOOK_STOPPED);
        }
        outbox.resend(delivery, time.now());
        return delivery.view();
    }

    /** @return whether the tenant has a webhook of that identity */
    @WithoutPermission("asked before any permission: whether there is what a path names")
    public boolean has(TenantId tenant, UUID id) {
        return find(tenant, id).isPresent();
    }

    /** @return whether the tenant has a message of that identity to that address */
    @WithoutPermission("asked before any permission: whether there is what a path names")
    public boolean has(TenantId tenant, UUID id, UUID message) {
        return has(tenant, id) && findMessage(id, message).isPresent();
    }

    private Optional<StoredWebhook> find(TenantId tenant, UUID id) {
        return Optional.ofNullable(entities.find(StoredWebhook.class, id))
                .filter(webhook -> webhook.tenant().equals(tenant));
    }

    private StoredWebhook lock(TenantId tenant, UUID id) {
        return Optional.ofNullable(entities.find(StoredWebhook.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(webhook -> webhook.tenant().equals(tenant))
                .orElseThrow(NotFound::new);
    }

    private Optional<StoredDelivery> findMessage(UUID webhook, UUID message) {
        return Optional.ofNullable(entities.find(StoredDelivery.class, message))
                .filter(delivery -> delivery.lane().equals(webhook));
    }
}
