package org.licencedesk.web.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.media.Schema;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Objects;

/** Bodies that fit a schema, made of its examples. */
public final class ValidBodies {

    static final ObjectMapper JSON = new ObjectMapper();

    private ValidBodies() {}

    /** The example of the schema itself: what a caller would send who leaves out what may be left out. */
    public static ObjectNode plain(Schema<?> request) {
        return JSON.valueToTree(Objects.requireNonNull(request.getExample(), "a request schema has an example"));
    }

    /** Every member there is, each with its example; of alternatives the first. */
    public static ObjectNode full(Schema<?> request) {
        return (ObjectNode) example(request);
    }

    static JsonNode example(Schema<?> schema) {
        if (schema.getOneOf() != null) {
            return example(schema.getOneOf().get(0));
        }
        if (schema.getProperties() != null) {
            ObjectNode object = JSON.createObjectNode();
            schema.getProperties().forEach((name, member) -> object.set(name, example(member)));
            return object;
        }
        Object example = Objects.requireNonNull(schema.getExample(), () -> "no example: " + schema);
        // The parser turns the examples of instants and dates into objects.
        if (example instanceof OffsetDateTime instant) {
            return JSON.getNodeFactory().textNode(instant.toInstant().toString());
        }
        if (example instanceof Date date) {
            return JSON.getNodeFactory()
                    .textNode(date.toInstant()
                            .atOffset(ZoneOffset.UTC)
                            .toLocalDate()
                            .toString());
        }
        return JSON.valueToTree(example);
    }
}
