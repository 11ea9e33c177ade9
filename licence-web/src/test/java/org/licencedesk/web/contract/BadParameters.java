package org.licencedesk.web.contract;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Values that a query parameter refuses, made from its schema; as they are written in a URL. */
final class BadParameters {

    private static final List<String> NO_NUMBERS = List.of(
            "x", "1.5", "1e3", "0x10", "1%2C000", "%201", "%2B1", "99999999999999999999", "%D9%A3", "null", "%00");

    private static final List<String> NO_INSTANTS = List.of(
            "yesterday",
            "2026-11-24",
            "2026-02-30T00:00:00Z",
            "2026-11-24T09:30:00",
            "2026-11-24T09:30:00%2B01:00",
            "2999-01-01T00:00:00Z",
            "0001-01-01T00:00:00Z",
            "-1000000000-01-01T00:00:00Z",
            "%2B1000000000-12-31T23:59:59Z",
            "1764000000");

    private static final List<String> NO_DATES = List.of(
            "tomorrow",
            "2026-02-30",
            "2026-11-24T09:30:00Z",
            "24.11.2026",
            "2026-1-1",
            "0000-01-01",
            "1999-12-31",
            "3000-01-01",
            "99999-01-01",
            "%2B2026-01-01",
            "%00");

    private BadParameters() {}

    static List<String> of(Parameter parameter) {
        Schema<?> schema = parameter.getSchema();
        List<String> bad = new ArrayList<>();
        switch (schema.getType()) {
            case "integer" -> {
                bad.addAll(NO_NUMBERS);
                bad.add(schema.getMinimum().subtract(java.math.BigDecimal.ONE).toPlainString());
                bad.add(schema.getMaximum().add(java.math.BigDecimal.ONE).toPlainString());
            }
            case "boolean" -> bad.addAll(List.of("yes", "TRUE", "1", "0", "truefalse", "%20true"));
            case "array" ->
                bad.addAll(List.of("active", "ACTIVE,", ",ACTIVE", "ACTIVE,,LOCKED", "ACTIVE;LOCKED", "NONE"));
            case "string" -> text(parameter, schema, bad);
            default -> throw new IllegalArgumentException("not thought of: " + schema.getType());
        }
        return bad;
    }

    private static void text(Parameter parameter, Schema<?> schema, List<String> bad) {
        if (schema.getEnum() != null) {
            bad.addAll(List.of("nothing", "'--", "%00"));
        } else if ("date".equals(schema.getFormat())) {
            bad.addAll(NO_DATES);
        } else if (schema.getFormat() != null) {
            bad.addAll(NO_INSTANTS);
        } else {
            bad.add("x".repeat(schema.getMaxLength() + 1));
            bad.addAll(List.of("%00", "a%0Ab", "%7F", "%C2%85"));
        }
        bad.addAll(List.of("%FF", "%C0%AF", "a%ED%A0%80"));
        if (parameter.getName().equals("cursor")) {
            bad.addAll(List.of("!!!", "%27%20OR%20%271%27=%271", "AAAA", "..%2F..", "%F0%9F%9A%80"));
        }
    }
}
