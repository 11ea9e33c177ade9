package org.licencedesk.seats.directory;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.Sha256;

/**
 * A user name that is being given up (R41).
 *
 * @param salt 16 random bytes, without which nobody can try names against the digest
 */
public record GivenUpName(String text, byte[] salt) {

    private static final int SALT_BYTES = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** @return the name with a salt of its own */
    public static GivenUpName of(String userName) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new GivenUpName(userName, salt);
    }

    /** @return what the ledger says of it: that the user name changed, and the digest of salt and former name in UTF-8 */
    public Reason reason() {
        ByteArrayOutputStream salted = new ByteArrayOutputStream();
        salted.writeBytes(salt);
        salted.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return new Reason("User name changed; former user name sha256:"
                + HexFormat.of().formatHex(Sha256.of(salted.toByteArray())));
    }
}
