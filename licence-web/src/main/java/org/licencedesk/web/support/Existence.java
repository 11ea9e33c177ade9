package org.licencedesk.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Predicate;
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
        return named.kind()
                .map(kind -> Identifiers.parse(named.id())
                        .filter(id -> isOf(kind, id, named))
                        .isPresent())
                .orElse(true);
    }

    private boolean isOf(String kind, UUID id, Addressed named) {
        return switch (kind) {
            case "users" ->
                named.namesDeletedToo()
                        ? directory.hasEver(named.tenant(), new UserId(id))
                        : directory.has(named.tenant(), new UserId(id));
            case "tokens" -> tokens.has(named.tenant(), id);
            case "reduction-requests" -> requests.has(named.tenant(), new RequestId(id));
            case "acceptances" -> evidence.has(named.tenant(), id);
            case "webhooks" ->
                named.namesPart()
                        ? isPart(named, delivery -> webhooks.has(named.tenant(), id, delivery))
                        : webhooks.has(named.tenant(), id);
            case "account-managers" ->
                managers.find(new ManagerId(id)).isPresent()
                        && (!named.namesPart() || isPart(named, token -> tokens.has(new ManagerId(id), token)));
            default -> throw new IllegalStateException("Nothing known of ids of " + kind);
        };
    }

    private static boolean isPart(Addressed named, Predicate<UUID> exists) {
        return Identifiers.parse(named.part()).filter(exists).isPresent();
    }
}
