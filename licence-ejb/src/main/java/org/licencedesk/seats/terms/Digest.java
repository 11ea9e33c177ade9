package org.licencedesk.seats.terms;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A SHA-256 digest, written {@code sha256:} and 64 hexadecimal digits. */
public final class Digest {

    private static final String PREFIX = "sha256:";

    private final byte[] bytes;

    /** @param bytes the 32 bytes */
    public Digest(byte[] bytes) {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("A SHA-256 digest has 32 bytes");
        }
        this.bytes = bytes.clone();
    }

    /** @return the digest that the text writes, or empty if it writes none */
    public static Optional<Digest> parse(String text) {
        return text.matches(PREFIX + "[0-9a-f]{64}")
                ? Optional.of(new Digest(HexFormat.of().parseHex(text.substring(PREFIX.length()))))
                : Optional.empty();
    }

    /** @return the 32 bytes */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return PREFIX + HexFormat.of().formatHex(bytes);
    }
}
