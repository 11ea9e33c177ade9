package org.licencedesk.kernel;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A random text that opens something: shown once, and stored only as its digest. Never logged: its text form is empty
 * of it.
 *
 * @param text the secret itself
 */
public record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** @return a fresh secret of 256 random bits, safe in a URL */
    public static Secret create() {
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(32)));
    }

    /** @return so many fresh bytes that cannot be guessed */
    public static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** @return what is stored of it: the SHA-256 digest, enough for a text that cannot be guessed */
    public byte[] digest() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "Secret[]";
    }
}
