package org.licencedesk.web.contract;

import io.swagger.v3.oas.models.media.Schema;
import java.util.regex.Pattern;

/** What the schema of a string member lets through. Lengths count code points, as the contract does. */
final class TextRule {

    private final Schema<?> schema;

    TextRule(Schema<?> schema) {
        this.schema = schema;
    }

    /** Whether length, pattern and enum let the text through; formats are not looked at. */
    boolean accepts(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= minLength()
                && length <= maxLength()
                && (schema.getPattern() == null
                        || pattern(schema.getPattern()).matcher(text).find())
                && (schema.getEnum() == null || schema.getEnum().contains(text));
    }

    /** Whether people write it freely: everything but control characters, or an address. */
    boolean isFree() {
        return schema.getPattern() != null && schema.getPattern().contains("\\u007f-\\u009f") && !isFormatted();
    }

    /** Whether it must show something (R40), of which the pattern can say no more than that it is not blank. */
    boolean wantsSomethingToSee() {
        return schema.getPattern() != null && schema.getPattern().contains("[\\s\\S]*\\S");
    }

    boolean isFormatted() {
        return schema.getFormat() != null;
    }

    boolean hasMaxLength() {
        return schema.getMaxLength() != null;
    }

    int maxLength() {
        return schema.getMaxLength() == null ? Integer.MAX_VALUE : schema.getMaxLength();
    }

    private int minLength() {
        return schema.getMinLength() == null ? 0 : schema.getMinLength();
    }

    // In JSON Schema "$" is the very end; in Java it also matches before a last line end.
    private static Pattern pattern(String ecma) {
        return Pattern.compile(ecma.endsWith("$") ? ecma.substring(0, ecma.length() - 1) + "\\z" : ecma);
    }
}
