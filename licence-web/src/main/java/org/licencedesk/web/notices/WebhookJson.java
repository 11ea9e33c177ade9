package org.licencedesk.web.notices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.licencedesk.messages.webhook.NewSecret;
import org.licencedesk.messages.webhook.Webhook;
import org.licencedesk.web.json.ListJson;

/** A webhook in the contract, without its secret. */
record WebhookJson(String id, String url, String createdAt, Optional<String> stoppedAt) {

    /** A webhook to be added. */
    record New(String url) {}

    /** A webhook that was just added. */
    record Added(String id, String secret) {

        static Added of(NewSecret added) {
            return new Added(added.webhook().toString(), added.secret().text());
        }
    }

    /** A webhook that was just given another secret. */
    record Rotated(String secret, Optional<String> previousUntil) {

        static Rotated of(NewSecret rotated) {
            return new Rotated(rotated.secret().text(), rotated.previousUntil().map(Instant::toString));
        }
    }

    /** All webhooks of a tenant: few, so that there is no next page. */
    static ListJson<WebhookJson> list(List<Webhook> webhooks) {
        return new ListJson<>(webhooks.stream().map(WebhookJson::of).toList(), Optional.empty());
    }

    private static WebhookJson of(Webhook webhook) {
        return new WebhookJson(
                webhook.id().toString(),
                webhook.url(),
                webhook.createdAt().toString(),
                webhook.stoppedAt().map(Instant::toString));
    }
}
