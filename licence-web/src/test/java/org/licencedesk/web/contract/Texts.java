package org.licencedesk.web.contract;

import com.fasterxml.jackson.core.JsonPointer;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where a request holds text; of alternatives the first is looked at. */
final class Texts {

    private Texts() {}

    /** Every string member, by its place. */
    static Map<JsonPointer, TextRule> in(Schema<?> request) {
        Map<JsonPointer, TextRule> found = new LinkedHashMap<>();
        collect(JsonPointer.empty(), request, found);
        return found;
    }

    /** A member that is written freely, or if there is none any string, or one that is not known. */
    static JsonPointer anyIn(Schema<?> request) {
        Map<JsonPointer, TextRule> texts = in(request);
        return texts.entrySet().stream()
                .filter(entry -> entry.getValue().isFree())
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> texts.keySet().stream().findFirst())
                .orElse(JsonPointer.compile("/noSuchText"));
    }

    private static void collect(JsonPointer at, Schema<?> schema, Map<JsonPointer, TextRule> found) {
        if (schema.getOneOf() != null) {
            collect(at, schema.getOneOf().get(0), found);
        } else if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, member) -> collect(at.appendProperty(name), member, found));
        } else if (schema.getType().equals("string")) {
            found.put(at, new TextRule(schema));
        }
    }
}
