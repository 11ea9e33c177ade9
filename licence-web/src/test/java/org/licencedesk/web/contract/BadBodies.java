package org.licencedesk.web.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.licencedesk.web.contract.BadBody.Fault;

/** Bodies that a request schema refuses, each wrong in one place only, made from a body that fits. */
public final class BadBodies {

    private static final String MARK = "@@here@@";
    private static final int DEPTH = 2000;

    private final List<BadBody> bodies = new ArrayList<>();

    private String note = "";

    private BadBodies() {}

    /** All of them for one schema, which describes an object and is closed. */
    public static List<BadBody> of(Schema<?> request) {
        BadBodies bad = new BadBodies();
        ObjectNode valid = ValidBodies.full(request);
        bad.bodies.addAll(BrokenJson.of(valid, Texts.anyIn(request)));
        bad.members(valid, JsonPointer.empty(), request);
        return List.copyOf(bad.bodies);
    }

    private void members(ObjectNode valid, JsonPointer at, Schema<?> schema) {
        JsonPointer stranger = at.appendProperty("noSuchMember");
        add("unknown member", stranger, valid, "1");
        add("unknown member, nested deeply", stranger, valid, "[".repeat(DEPTH) + "]".repeat(DEPTH));
        add("unknown member, named like a type", at.appendProperty("@class"), valid, "\"java.lang.Object\"");
        for (Map.Entry<String, ? extends Schema<?>> member : properties(schema).entrySet()) {
            JsonPointer pointer = at.appendProperty(member.getKey());
            if (schema.getRequired() != null && schema.getRequired().contains(member.getKey())) {
                missing(valid, at, member.getKey());
            }
            String value = valid.at(pointer).toString();
            String twice = value + ",\"" + member.getKey() + "\":" + value;
            add("member twice", pointer, Fault.SYNTAX, valid, twice);
            String upper = member.getKey().toUpperCase(Locale.ROOT);
            add("name in capitals", at.appendProperty(upper), valid, value);
            value(valid, pointer, member.getValue());
        }
    }

    private void missing(ObjectNode valid, JsonPointer at, String name) {
        ObjectNode body = valid.deepCopy();
        ((ObjectNode) body.at(at)).remove(name);
        bodies.add(new BadBody("missing" + note, at.appendProperty(name).toString(), Fault.SCHEMA, () -> utf8(body)));
    }

    private void value(ObjectNode valid, JsonPointer at, Schema<?> schema) {
        if (schema.getOneOf() != null) {
            alternatives(valid, at, schema);
            return;
        }
        if (!Boolean.TRUE.equals(schema.getNullable())) {
            add("null", at, valid, "null");
        }
        if (!schema.getType().equals("array")) {
            add("the value in an array", at, valid, "[" + valid.at(at) + "]");
            add("empty array", at, valid, "[]");
        }
        add("nested deeply", at, valid, "{\"a\":".repeat(DEPTH) + "1" + "}".repeat(DEPTH));
        switch (schema.getType()) {
            case "object" -> object(valid, at, schema);
            case "integer" -> wholeNumber(valid, at, schema);
            case "boolean" -> all(valid, at, "not a boolean", List.of("\"true\"", "1", "0", "{}", "\"\""));
            case "string" -> string(valid, at, schema);
            case "array" -> array(valid, at, schema);
            default -> throw new IllegalArgumentException(at + " has a type not thought of: " + schema.getType());
        }
    }

    private void alternatives(ObjectNode valid, JsonPointer at, Schema<?> schema) {
        value(valid, at, schema.getOneOf().get(0));
        for (Schema<?> other : schema.getOneOf().subList(1, schema.getOneOf().size())) {
            note = " (in place of the first alternative)";
            members(with(valid, at, ValidBodies.example(other)), at, other);
        }
        note = "";
    }

    private void object(ObjectNode valid, JsonPointer at, Schema<?> schema) {
        all(valid, at, "not an object", List.of("\"text\"", "1", "true", "\"\""));
        members(valid, at, schema);
    }

    private void array(ObjectNode valid, JsonPointer at, Schema<?> schema) {
        all(valid, at, "not an array", List.of("\"text\"", "1", "true", "{}", "\"\""));
        JsonNode item = valid.at(at).get(0);
        add("one item twice", at, valid, "[" + item + "," + item + "]");
        String most = IntStream.rangeClosed(0, schema.getMaxItems())
                .mapToObj(i -> quoted("00000000-0000-0000-0000-" + String.format(Locale.ROOT, "%012d", i)))
                .collect(Collectors.joining(","));
        add("one item too many", at, valid, "[" + most + "]");
        for (String bad : List.of("null", "12", "true", "{}", "[]", "\"\"")) {
            add("item of the wrong sort: " + bad, at.appendIndex(0), at, valid, "[" + bad + "]");
        }
    }

    private void wholeNumber(ObjectNode valid, JsonPointer at, Schema<?> schema) {
        all(valid, at, "not a number", List.of("\"12\"", "\"\"", "\"twelve\"", "true", "{}"));
        all(valid, at, "fraction", List.of("8.5", "0.1", "1e-1"));
        all(valid, at, "huge", List.of("2147483648", "4294967297", "9223372036854775808", "1e400", "9".repeat(400)));
        all(valid, at, "below every bound", List.of("-2147483649", "-9223372036854775809", "-1e400"));
        long least = schema.getMinimum().longValueExact();
        add("one below the least: " + (least - 1), at, valid, String.valueOf(least - 1));
    }

    private void string(ObjectNode valid, JsonPointer at, Schema<?> schema) {
        all(valid, at, "not a string", List.of("12", "12.5", "true", "{}"));
        TextRule rule = new TextRule(schema);
        for (Map.Entry<String, String> text : BadTexts.forMember(rule).entrySet()) {
            add(text.getKey(), at, valid, quoted(text.getValue()));
        }
        if (rule.isFree()) {
            add("half of a surrogate pair", at, Fault.SYNTAX, valid, "\"a\\ud800b\"");
        }
        if (schema.getFormat() != null && schema.getFormat().equals("date-time")) {
            all(
                    valid,
                    at,
                    "not an instant in UTC",
                    List.of(
                            "\"2099-02-30T00:00:00Z\"",
                            "\"2099-12-01\"",
                            "\"2099-12-01T00:00:00\"",
                            "\"2099-12-01T00:00:00+01:00\"",
                            "\"+99999-12-01T00:00:00Z\""));
        }
        if (schema.getFormat() != null && schema.getFormat().equals("date")) {
            all(
                    valid,
                    at,
                    "not a date",
                    List.of(
                            "\"\"",
                            "\"2026-02-30\"",
                            "\"2026-12-01T00:00:00Z\"",
                            "\"1/12/2026\"",
                            "\"0000-01-01\"",
                            "\"1999-12-31\"",
                            "\"3000-01-01\"",
                            "\"99999-01-01\""));
        }
    }

    private void all(ObjectNode valid, JsonPointer at, String what, List<String> values) {
        values.forEach(value -> add(what + ": " + shortened(value), at, valid, value));
    }

    private void add(String description, JsonPointer at, ObjectNode valid, String json) {
        add(description, at, Fault.SCHEMA, valid, json);
    }

    /** Puts a value in one place that is refused at another, inside it. */
    private void add(String description, JsonPointer refusedAt, JsonPointer at, ObjectNode valid, String json) {
        ObjectNode marked = with(valid, at, ValidBodies.JSON.getNodeFactory().textNode(MARK));
        bodies.add(new BadBody(description + note, refusedAt.toString(), Fault.SCHEMA, () -> marked.toString()
                .replace("\"" + MARK + "\"", json)
                .getBytes(StandardCharsets.UTF_8)));
    }

    private void add(String description, JsonPointer at, Fault fault, ObjectNode valid, String json) {
        ObjectNode marked = with(valid, at, ValidBodies.JSON.getNodeFactory().textNode(MARK));
        bodies.add(new BadBody(description + note, at.toString(), fault, () -> marked.toString()
                .replace("\"" + MARK + "\"", json)
                .getBytes(StandardCharsets.UTF_8)));
    }

    private static ObjectNode with(ObjectNode valid, JsonPointer at, JsonNode value) {
        ObjectNode body = valid.deepCopy();
        ((ObjectNode) body.at(at.head())).set(at.last().getMatchingProperty(), value);
        return body;
    }

    private static Map<String, ? extends Schema<?>> properties(Schema<?> schema) {
        Map<String, Schema<?>> properties = new LinkedHashMap<>();
        schema.getProperties().forEach(properties::put);
        return properties;
    }

    private static String quoted(String text) {
        return ValidBodies.JSON.getNodeFactory().textNode(text).toString();
    }

    private static String shortened(String json) {
        return json.length() <= 30 ? json : json.substring(0, 30) + "...";
    }

    private static byte[] utf8(JsonNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
