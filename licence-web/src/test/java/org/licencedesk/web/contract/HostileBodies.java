package org.licencedesk.web.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies that must be accepted, whatever a member that is written freely holds. */
public final class HostileBodies {

    private static final Map<String, String> TEXTS = texts();

    private static final Map<String, String> UNSEEN = unseen();

    private HostileBodies() {}

    /**
     * One body for each text in each free member that it fits; passwords are left out, since they never come back. All else
     * is {@link ValidBodies#plain}, so a caller still has to make unique what must be unique.
     */
    public static List<HostileBody> of(Schema<?> request) {
        ObjectNode full = ValidBodies.full(request);
        List<HostileBody> bodies = new ArrayList<>();
        Texts.in(request).forEach((pointer, rule) -> {
            if (rule.isFree()) {
                fitting(rule).forEach((what, text) -> bodies.add(body(request, full, pointer, what, text)));
            }
        });
        return List.copyOf(bodies);
    }

    /** One body for each text that shows nothing in each member that must show something, which no pattern can say (R40). */
    public static List<HostileBody> showingNothing(Schema<?> request) {
        ObjectNode full = ValidBodies.full(request);
        List<HostileBody> bodies = new ArrayList<>();
        Texts.in(request).forEach((pointer, rule) -> {
            if (rule.wantsSomethingToSee()) {
                UNSEEN.forEach((what, text) -> bodies.add(body(request, full, pointer, what, text)));
            }
        });
        return List.copyOf(bodies);
    }

    /** A plain body with blanks after it, as large as one may be. */
    public static byte[] largest(Schema<?> request) {
        return BrokenJson.padded(ValidBodies.plain(request).toString(), BrokenJson.LARGEST);
    }

    private static Map<String, String> fitting(TextRule rule) {
        Map<String, String> fitting = new LinkedHashMap<>();
        TEXTS.forEach((what, text) -> {
            if (rule.accepts(text)) {
                fitting.put(what, text);
            }
        });
        String longest = "\uD83D\uDE80".repeat(Math.min(rule.maxLength(), 10_000));
        if (rule.accepts(longest)) {
            fitting.put("as long as it may be, of emoji", longest);
        }
        return fitting;
    }

    private static HostileBody body(Schema<?> request, ObjectNode full, JsonPointer pointer, String what, String text) {
        ObjectNode body = ValidBodies.plain(request);
        // A member of an object that the plain body leaves out brings the whole object with it.
        String first = pointer.getMatchingProperty();
        if (!body.has(first)) {
            body.set(first, full.get(first).deepCopy());
        }
        ((ObjectNode) body.at(pointer.head())).put(pointer.last().getMatchingProperty(), text);
        return new HostileBody(what, pointer, text, body);
    }

    private static Map<String, String> unseen() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("no-break space", "\u00a0");
        texts.put("no width", "\u200b");
        texts.put("joiners and a soft hyphen", "\u200d\u2060\u00ad");
        texts.put("direction overrides", "\u202e \u2066");
        texts.put("Hangul filler", "\u3164");
        texts.put("Braille blank", "\u2800");
        texts.put("variation selector", "\ufe0f");
        texts.put("private use", "\ue000");
        return texts;
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("SQL", "Robert'); DROP TABLE user_account; --");
        texts.put("SQL condition", "' OR '1'='1");
        texts.put("HTML", "<script>alert(1)</script>");
        texts.put("HTML attribute", "\"><img src=x onerror=alert(1)>");
        texts.put("entities", "&lt;b&gt; &amp;amp; &#39;");
        texts.put("expression language", "${7*7} #{7*7}");
        texts.put("message format", "{0} '{1} %s %n");
        texts.put("wildcards", "100%_*?");
        texts.put("backslashes", "C:\\temp\\new \\u0041 \\");
        texts.put("escaped for a URL", "%00%0a%2e%2e%2f+");
        texts.put("path", "../../etc/passwd");
        texts.put("formula", "=1+1");
        texts.put("the word null", "null");
        texts.put("leading digits and @", "007@bond");
        texts.put("blanks around it", "  Anna  ");
        texts.put("blanks of Unicode around it", "\u00a0\u3000Anna\u2003\u205f");
        texts.put("signs alone", "\u2605 \u0301");
        texts.put("right-to-left", "\u05e9\u05dc\u05d5\u05dd \u0639\u0644\u064a\u0643\u0645");
        texts.put("right-to-left override", "a\u202etxt.exe");
        texts.put("emoji joined", "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \uD83C\uDDEC\uD83C\uDDE7");
        texts.put("accents as characters of their own", "A\u0301ngstro\u0308m");
        texts.put("sharp s and dotless i", "Stra\u00dfe \u0130\u0131");
        texts.put("Chinese beyond the first plane", "\uD842\uDFB7\u91ce\u5bb6");
        texts.put("no width", "a\u200bb\ufeffc");
        texts.put("line separator", "a\u2028b\u2029c");
        texts.put("no character", "a\uffffb");
        texts.put("address with an apostrophe", "o'brien+%_{0}@example.org");
        texts.put("address with signs", "b&#'{7*7}$|~@x.example");
        texts.put("address beyond ASCII", "\u00fcn\u00ef@ex\u00e4mple.example");
        return texts;
    }
}
