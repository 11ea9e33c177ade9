package org.licencedesk.messages.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.Sha256;

/**
 * What messages to one address are signed with, as Standard Webhooks has it (HMAC-SHA256). The database keeps only a
 * salt; the secret is derived from it and the key of {@link SigningKey}.
 */
final class SigningSecret {

    private static final String PREFIX = "whsec_";

    private final byte[] key;

    private SigningSecret(byte[] key) {
        this.key = key;
    }

    /** @return a fresh salt */
    static byte[] salt() {
        return Secret.randomBytes(32);
    }

    /** @return the secret that belongs to the salt where that is the installation's key */
    static SigningSecret of(byte[] salt, byte[] installationKey) {
        return new SigningSecret(Sha256.hmac(installationKey, salt));
    }

    /** @return the secret as its owner is shown it once */
    Secret shown() {
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /** @return one signature, to be sent as the header {@code webhook-signature} or a part of it */
    String sign(String messageId, Instant at, String body) {
        String signed = messageId + "." + at.getEpochSecond() + "." + body;
        return "v1," + Base64.getEncoder().encodeToString(Sha256.hmac(key, signed.getBytes(StandardCharsets.UTF_8)));
    }
}
