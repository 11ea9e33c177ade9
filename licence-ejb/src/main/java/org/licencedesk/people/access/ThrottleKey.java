package org.licencedesk.people.access;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.licencedesk.kernel.Sha256;

/**
 * What attempts are counted by: 128 bits of a digest, however long the text is that they stand for. So no caller decides
 * how much is kept of what they sent.
 */
public record ThrottleKey(long high, long low) {

    /** @return the key of the text */
    public static ThrottleKey of(String text) {
        return of(Sha256.of(text));
    }

    static ThrottleKey of(byte[] digest) {
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        return new ThrottleKey(bytes.getLong(), bytes.getLong());
    }

    static ThrottleKey of(UUID id) {
        return new ThrottleKey(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    /** @return the key of both together */
    ThrottleKey and(ThrottleKey other) {
        return of(Sha256.of(ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(high)
                .putLong(low)
                .putLong(other.high)
                .putLong(other.low)
                .array()));
    }
}
