package org.licencedesk.web.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/** Texts that the schema of a string member refuses, by what is wrong with them. */
final class BadTexts {

    private static final Map<String, String> CANDIDATES = candidates();

    private BadTexts() {}

    static Map<String, String> forMember(TextRule rule) {
        Map<String, String> bad = new LinkedHashMap<>();
        CANDIDATES.forEach((what, text) -> {
            if (!rule.accepts(text)) {
                bad.put(what, text);
            }
        });
        if (rule.hasMaxLength()) {
            bad.put("one character too long", "x".repeat(rule.maxLength() + 1));
            if (rule.isFree() && rule.maxLength() <= 1000) {
                bad.put("one emoji too long", "\uD83D\uDE80".repeat(rule.maxLength() + 1));
            }
        }
        return bad;
    }

    private static Map<String, String> candidates() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("empty", "");
        texts.put("blank", " ");
        texts.put("NUL", "a\u0000b");
        texts.put("bell", "a\u0007b");
        texts.put("escape", "a\u001b[31mb");
        texts.put("line end within", "a\nb");
        texts.put("line end last", "a\n");
        texts.put("carriage return and line feed", "a\r\nX-Evil: 1");
        texts.put("DEL", "a\u007fb");
        texts.put("C1 control", "a\u0085b");
        texts.put("a word that is none of the listed", "NO_SUCH_WORD");
        texts.put("lower case of a listed word", "active");
        texts.put("listed word with a blank", "ACTIVE ");
        texts.put("SQL", "'; DROP TABLE user_account; --");
        texts.put("HTML", "<script>alert(1)</script>");
        texts.put("path", "../../etc/passwd");
        texts.put("letters with accents", "\u00c9t\u00e9");
        texts.put("no address", "anna.demo.example");
        texts.put("two addresses", "a@b@c");
        texts.put("negative amount", "-1.00");
        texts.put("amount with a comma", "1,50");
        texts.put("amount with an exponent", "1e3");
        return texts;
    }
}
