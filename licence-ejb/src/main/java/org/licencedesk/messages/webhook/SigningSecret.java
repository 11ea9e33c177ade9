package org.licencedesk.messages.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.licencedesk.kernel.Secret;

/**
 * What messages to one address are signed with, as Standard Webhooks has it (HMAC-SHA256). The database keeps only a
 * salt; the secret is derived from it and the key of {@link SigningKey}.
 */
final class SigningSecret {

    private static final String PREFIX = "whsec_";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private SigningSecret(byte[] key) {
        this.key = key;
    }

    /** @return a fresh salt */
    static byte[] salt() {
        byte[] salt = new byte[32];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** @return the secret that belongs to the salt where that is the installation's key */
    static SigningSecret of(byte[] salt, byte[] installationKey) {
        return new SigningSecret(hmac(installationKey, salt));
    }

    /** @return the secret as its owner is shown it once */
    Secret shown() {
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /** @return one signature, to be sent as the header {@code webhook-signature} or a part of it */
    String sign(String messageId, Instant at, String body) {
        String signed = messageId + "." + at.getEpochSecond() + "." + body;
        return "v1," + Base64.getEncoder().encodeToString(hmac(key, signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
