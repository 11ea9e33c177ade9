package org.licencedesk.messages.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.licencedesk.kernel.Act;
import org.licencedesk.kernel.LedgerEvent;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.seats.allowance.AfterChange;
import org.licencedesk.seats.allowance.Allowance;
import org.licencedesk.seats.allowance.Allowances;
import org.licencedesk.seats.allowance.FillLevelPassed;
import org.licencedesk.seats.tenant.Tenants;

/**
 * Writes down for each address what it is to be told, in the transaction in which it happens and under the lock that it
 * holds: a message is there if and only if the change is, and in the order of the changes.
 */
@ApplicationScoped
class WebhookKeeper implements AfterChange {

    @PersistenceContext(unitName = "licence")
    private EntityManager entities;

    @Inject
    private Allowances allowances;

    @Inject
    private Tenants tenants;

    @Override
    public Step step() {
        return Step.WEBHOOKS;
    }

    @Override
    public void on(LedgerEvent event) {
        Act act = event.act();
        MessageKind.of(event.kind())
                .ifPresent(kind -> write(event.tenant(), kind, act.at(), body -> body.with("userId", event.user())
                        .with("status", event.status())
                        .with("role", event.role())
                        .with("actor", Optional.of(act.actor().label()))
                        .with("door", Optional.of(act.door()))));
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
        entities
                .createQuery("select id from StoredWebhook where tenantId = :tenant and stoppedAt is null", UUID.class)
                .setParameter("tenant", tenant.value())
                .getResultList()
                .stream()
                .forEach(webhook -> entities.persist(new StoredDelivery(webhook, sequence, kind, body, at)));
    }
}
