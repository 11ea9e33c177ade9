package org.licencedesk.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.messages.webhook.Webhooks;
import org.licencedesk.people.access.Tokens;
import org.licencedesk.record.evidence.AcceptanceEvidence;
import org.licencedesk.seats.directory.UserDirectory;
import org.licencedesk.seats.request.RequestId;
import org.licencedesk.seats.request.RequestReading;
import org.licencedesk.seats.tenant.AccountManagers;

/** Whether there is what a path names. Asked only where something else is refused, which comes second. */
@ApplicationScoped
class Existence {

    @Inject
    private UserDirectory directory;

    @Inject
    private Tokens tokens;

    @Inject
    private RequestReading requests;

    @Inject
    private AcceptanceEvidence evidence;

    @Inject
    private AccountManagers managers;

    @Inject
    private Webhooks webhooks;

    boolean isOf(Addressed named) {
        return named.kind().map(kind -> isOf(kind, named)).orElse(true);
    }

    private boolean isOf(String kind, Addressed named) {
        return switch (kind) {
            case "users" ->
                UserId.parse(named.id())
                        .filter(user -> named.namesDeletedToo()
                                ? directory.hasEver(named.tenant(), user)
                                : directory.has(named.tenant(), user))
                        .isPresent();
            case "tokens" ->
                Identifiers.parse(named.id())
                        .filter(token -> tokens.has(named.tenant(), token))
                        .isPresent();
            case "reduction-requests" ->
                RequestId.parse(named.id())
                        .filter(request -> requests.has(named.tenant(), request))
                        .isPresent();
            case "acceptances" ->
                Identifiers.parse(named.id())
                        .filter(acceptance -> evidence.has(named.tenant(), acceptance))
                        .isPresent();
            case "webhooks" ->
                Identifiers.parse(named.id())
                        .filter(webhook -> hasWebhook(named, webhook))
                        .isPresent();
            case "account-managers" ->
                ManagerId.parse(named.id())
                        .filter(manager -> hasManager(named, manager))
                        .isPresent();
            default -> throw new IllegalStateException("Nothing known of ids of " + kind);
        };
    }

    private boolean hasManager(Addressed named, ManagerId manager) {
        return managers.find(manager).isPresent()
                && (!named.namesPart()
                        || Identifiers.parse(named.part())
                                .filter(token -> tokens.has(manager, token))
                                .isPresent());
    }

    private boolean hasWebhook(Addressed named, UUID webhook) {
        return named.namesPart()
                ? Identifiers.parse(named.part())
                        .filter(delivery -> webhooks.has(named.tenant(), webhook, delivery))
                        .isPresent()
                : webhooks.has(named.tenant(), webhook);
    }
}
