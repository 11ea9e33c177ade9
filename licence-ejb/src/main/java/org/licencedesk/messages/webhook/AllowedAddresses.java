package org.licencedesk.messages.webhook;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.licencedesk.platform.Settings;

/**
 * The hosts that the operator lets webhooks reach although they are not public, with or without TLS: a list of {@code
 * host} or {@code host:port}, divided by commas.
 */
record AllowedAddresses(Set<String> entries) {

    static AllowedAddresses configured() {
        return of(Settings.ofProcess().find("licence.webhook.allowed").orElse(""));
    }

    static AllowedAddresses of(String list) {
        return new AllowedAddresses(Arrays.stream(list.split(","))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean contain(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return entries.contains(host) || entries.contains(host + ":" + url.getPort());
    }
}
