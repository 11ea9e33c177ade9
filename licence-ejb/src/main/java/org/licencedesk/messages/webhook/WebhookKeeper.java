package org.licencedesk.messages.webhook;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.seats.allowance.FillLevelPassed;
import org.licencedesk.kernel.Happening;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.seats.tenant.Tenants;

/**
 * Writes down for each address what it is to be told, in the transaction in which it happens and under the lock that it
 * holds: a message is there if and only if the change is, and in the order of the changes.
 */
@ApplicationScoped
class WebhookKeeper {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private Allowances allowances;

    @Inject
    private Tenants tenants;

    void keep(@Observes @Priority(Interceptor.Priority.APPLICATION + 800) Happening told) {
        MessageKind.of(told.kind())
                .ifPresent(kind -> write(told.tenant(), kind, told.at(), body -> body.with("userId", told.user())
                        .with("status", told.status())
                        .with("role", told.role())
                        .with("actor", Optional.of(told.actor().label()))
                        .with("door", Optional.of(told.door()))));
    }

    void keep(@Observes FillLevelPassed passed) {
        MessageKind kind = passed.isResolved() ? MessageKind.LEVEL_RESOLVED : MessageKind.LEVEL_REACHED;
        write(passed.tenant(), kind, passed.at(), body -> body.with("level", Optional.of(passed.level())));
    }

    private void write(TenantId tenant, MessageKind kind, Instant at, UnaryOperator<MessageBody> content) {
        Allowance allowance = allowances.get(tenant);
        if (allowance.webhooks() == 0) {
            return;
        }
        long sequence = allowance.nextMessage();
        String slug = tenants.get(tenant).slug().text();
        String body = content.apply(MessageBody.of(kind, at, slug, sequence)).with(allowance.figures());
        entities.createQuery("select id from StoredWebhook where tenantId = :tenant and stoppedAt is null", UUID.class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .forEach(webhook -> entities.persist(new StoredDelivery(webhook, sequence, kind, body, at)));
    }
}
