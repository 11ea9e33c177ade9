package org.licencedesk.web.notices;

import java.time.Instant;
import java.util.Optional;
import org.licencedesk.messages.webhook.NewSecret;

/** What the contract says of a webhook beside what is known of it. */
final class WebhookJson {

    private WebhookJson() {}

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
}
