package org.licencedesk.web.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.licencedesk.web.contract.BadBody.Fault;

/** Bodies that no schema is needed to refuse: no JSON object in UTF-8, or too much of one. */
final class BrokenJson {

    private static final String MARK = "@@here@@";
    static final int LARGEST = 64 * 1024;
    private static final int HUGE = 10 * 1024 * 1024;

    private BrokenJson() {}

    /**
     * All of them.
     *
     * @param valid a body that fits
     * @param text where it holds a text to spoil; anything else in it stays valid
     */
    static List<BadBody> of(ObjectNode valid, JsonPointer text) {
        String json = valid.toString();
        ObjectNode marked = valid.deepCopy();
        ((ObjectNode) marked.at(text.head())).put(text.last().getMatchingProperty(), MARK);
        String[] around = marked.toString().split(MARK, -1);
        List<BadBody> bodies = new ArrayList<>();
        syntax(bodies, "no body", "");
        syntax(bodies, "nothing but blanks", " \n ");
        syntax(bodies, "cut off", json.substring(0, json.length() - 1));
        syntax(bodies, "half of it", json.substring(0, json.length() / 2));
        syntax(bodies, "more after the end", json + "{}");
        syntax(bodies, "rubbish after the end", json + " x");
        syntax(bodies, "comma before the end", json.substring(0, json.length() - 1) + ",}");
        syntax(bodies, "comment", "/* hello */" + json);
        syntax(bodies, "single quotes", json.replace('"', '\''));
        syntax(bodies, "names without quotes", json.replaceAll("\"([A-Za-z]+)\":", "$1:"));
        syntax(bodies, "line end within a string", around[0] + "a\nb" + around[1]);
        syntax(bodies, "escape that is none", around[0] + "\\x41" + around[1]);
        syntax(bodies, "XML", "<?xml version=\"1.0\"?><a/>");
        syntax(bodies, "a form", "maximum=12&reason=x");
        syntax(bodies, "arrays, deep and never closed", "[".repeat(2000));
        whole(bodies, "null", "null");
        whole(bodies, "array around it", "[" + json + "]");
        whole(bodies, "empty array", "[]");
        whole(bodies, "text", "\"text\"");
        whole(bodies, "number", "12");
        whole(bodies, "true", "true");
        whole(bodies, "arrays, nested deeply", "[".repeat(2000) + "]".repeat(2000));
        encoded(bodies, json, around);
        size(bodies, "one byte too many", json, LARGEST + 1);
        size(bodies, "10 MB of blanks", json, HUGE);
        bodies.add(
                new BadBody("10 MB in one string", "", Fault.SIZE, () -> utf8("{\"a\":\"" + "x".repeat(HUGE) + "\"}")));
        return bodies;
    }

    /** A body that fits and is as large as one may be, by blanks around it. */
    static byte[] padded(String json, int length) {
        byte[] bytes = Arrays.copyOf(utf8(json), length);
        Arrays.fill(bytes, utf8(json).length, length, (byte) ' ');
        return bytes;
    }

    private static void encoded(List<BadBody> bodies, String json, String[] around) {
        bytes(bodies, "a byte that begins nothing", inside(around, 0xff));
        bytes(bodies, "a continuation with no beginning", inside(around, 0x80));
        bytes(bodies, "a slash in two bytes", inside(around, 0xc0, 0xaf));
        bytes(bodies, "a surrogate in three bytes", inside(around, 0xed, 0xa0, 0x80));
        bytes(bodies, "beyond the last character", inside(around, 0xf4, 0x90, 0x80, 0x80));
        bytes(bodies, "a character cut off", inside(around, 0xe2, 0x82));
        bytes(bodies, "Latin 1", inside(around, 0xe9));
        for (Charset other : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            bytes(bodies, other.name(), json.getBytes(other));
        }
    }

    private static byte[] inside(String[] around, int... inner) {
        byte[] before = utf8(around[0]);
        byte[] after = utf8(around[1]);
        ByteBuffer buffer = ByteBuffer.allocate(before.length + inner.length + after.length);
        buffer.put(before);
        for (int each : inner) {
            buffer.put((byte) each);
        }
        return buffer.put(after).array();
    }

    private static void syntax(List<BadBody> bodies, String description, String text) {
        bytes(bodies, description, utf8(text));
    }

    private static void bytes(List<BadBody> bodies, String description, byte[] bytes) {
        bodies.add(new BadBody(description, "", Fault.SYNTAX, bytes::clone));
    }

    private static void whole(List<BadBody> bodies, String description, String text) {
        bodies.add(new BadBody("no object: " + description, "", Fault.SCHEMA, () -> utf8(text)));
    }

    private static void size(List<BadBody> bodies, String description, String json, int length) {
        bodies.add(new BadBody(description, "", Fault.SIZE, () -> padded(json, length)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
