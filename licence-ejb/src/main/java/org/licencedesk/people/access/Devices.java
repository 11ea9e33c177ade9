package org.licencedesk.people.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.Sha256;
import org.licencedesk.kernel.TimeSource;
import org.licencedesk.platform.InstallationKeys;

/**
 * The device cookies (OWASP) by which a browser shows that an account was signed in to there. They open nothing: a
 * password is asked for all the same. Each is signed, ends after 90 days, and counts for nothing once the account has
 * another password. Nothing is kept of them.
 */
@ApplicationScoped
public class Devices {

    /** How long a browser counts as known, from the last sign-in there. */
    public static final Duration LIFE = Duration.ofDays(90);

    private static final String KEY = "device-cookie";
    private static final int NONCE_BYTES = 16;
    private static final int STAMP_BYTES = 16;
    private static final int CONTENT_BYTES = 1 + 2 * Long.BYTES + STAMP_BYTES + NONCE_BYTES + Long.BYTES;
    private static final int SIGNATURE_BYTES = 32;

    /** As long as content and signature are in Base64. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{119}");

    @Inject
    private InstallationKeys keys;

    @Inject
    private TimeSource time;

    /** @return a fresh cookie for the browser in which that sign-in was made */
    public String issue(SignedIn signedIn) {
        byte[] content = ByteBuffer.allocate(CONTENT_BYTES)
                .put(signedIn.account().kind().code())
                .putLong(signedIn.account().value().getMostSignificantBits())
                .putLong(signedIn.account().value().getLeastSignificantBits())
                .put(HexFormat.of().parseHex(signedIn.stamp()))
                .put(Secret.randomBytes(NONCE_BYTES))
                .putLong(time.now().plus(LIFE).getEpochSecond())
                .array();
        byte[] cookie = ByteBuffer.allocate(CONTENT_BYTES + SIGNATURE_BYTES)
                .put(content)
                .put(signature(content))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cookie);
    }

    /** @return the browser that sends the cookie, if we made it and it has not expired */
    Optional<Device> read(String cookie) {
        if (!FORM.matcher(cookie).matches()) {
            return Optional.empty();
        }
        byte[] bytes = Base64.getUrlDecoder().decode(cookie);
        byte[] content = Arrays.copyOf(bytes, CONTENT_BYTES);
        byte[] signature = Arrays.copyOfRange(bytes, CONTENT_BYTES, bytes.length);
        return MessageDigest.isEqual(signature, signature(content)) ? device(content) : Optional.empty();
    }

    private Optional<Device> device(byte[] content) {
        ByteBuffer signed = ByteBuffer.wrap(content);
        Optional<AccountId.Kind> kind = AccountId.Kind.of(signed.get());
        UUID owner = new UUID(signed.getLong(), signed.getLong());
        byte[] stamp = new byte[STAMP_BYTES];
        signed.get(stamp);
        ThrottleKey key = new ThrottleKey(signed.getLong(), signed.getLong());
        boolean current = time.now().isBefore(Instant.ofEpochSecond(signed.getLong()));
        return kind.filter(known -> current)
                .map(known ->
                        new SignedIn(new AccountId(known, owner), HexFormat.of().formatHex(stamp)))
                .map(signedIn -> new Device(key, signedIn));
    }

    private byte[] signature(byte[] content) {
        return Sha256.hmac(keys.get(KEY), content);
    }
}
