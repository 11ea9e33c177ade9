package org.licencedesk.messages.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.licencedesk.platform.InstallationKeys;
import org.licencedesk.platform.Settings;

/**
 * The key from which the secrets of all webhooks are derived: the operator's, so that a copy of the database alone signs
 * nothing, else one that the installation makes for itself once.
 */
@ApplicationScoped
class SigningKey {

    @Inject
    private InstallationKeys keys;

    byte[] bytes() {
        return Settings.ofProcess()
                .find("licence.webhook.key")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> keys.get("webhook"));
    }
}
