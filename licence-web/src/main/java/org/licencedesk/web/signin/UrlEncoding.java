package org.licencedesk.web.signin;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads percent-encoded text strictly: what a container would skip, or put a replacement character for, is none. */
final class UrlEncoding {

    private static final int HEXADECIMAL = 16;

    private UrlEncoding() {}

    /**
     * @param encoded ASCII with UTF-8 in escapes; a plus sign stands for a blank, as in forms
     * @return the text, or empty where it cannot be decoded
     */
    static Optional<String> decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        int at = 0;
        while (at < encoded.length()) {
            char character = encoded.charAt(at);
            if (character == '%') {
                int high = digit(encoded, at + 1);
                int low = digit(encoded, at + 2);
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes.write(high * HEXADECIMAL + low);
                at += 3;
            } else if (character > 0x7f) {
                return Optional.empty();
            } else {
                bytes.write(character == '+' ? ' ' : character);
                at++;
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static int digit(String text, int at) {
        boolean isHexadecimal = at < text.length() && text.charAt(at) <= 'f';
        return isHexadecimal ? Character.digit(text.charAt(at), HEXADECIMAL) : -1;
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
