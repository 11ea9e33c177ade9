package org.licencedesk.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.licencedesk.web.json.InvalidRequest.Place;
import org.licencedesk.web.json.InvalidRequest.Violation;

/**
 * The JSON of the contract: UTF-8, every member known and of its own type, nothing converted, no member twice. The same
 * on every server, because it is the application's own.
 */
public final class StrictJson {

    private static final int DEEPEST = 50;

    private static final ObjectMapper MAPPER = mapper();

    private StrictJson() {}

    /**
     * @param bytes a body
     * @param type the record it is to be
     * @return the record; members that may be left out are {@link java.util.Optional}
     * @throws InvalidRequest if the body is no JSON, or not that record
     */
    public static <T> T read(byte[] bytes, Class<T> type) {
        try {
            JsonNode body = MAPPER.readTree(text(bytes));
            List<Violation> violations = Shape.violations(body, type);
            if (!violations.isEmpty()) {
                throw new InvalidRequest(violations);
            }
            return MAPPER.treeToValue(body, type);
        } catch (JsonMappingException e) {
            throw new InvalidRequest(Place.POINTER, pointer(e), "json.wrong-type");
        } catch (JsonProcessingException e) {
            throw new InvalidRequest(Place.POINTER, "", "json.malformed");
        }
    }

    /** @return whether a body that was read before has the member, be it null */
    public static boolean has(byte[] bytes, String member) {
        try {
            return MAPPER.readTree(text(bytes)).has(member);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the value as JSON */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the value as JSON; an iterator in it is read as it is written, so that it may be of any length. */
    public static void write(Object value, OutputStream output) {
        try {
            MAPPER.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(output, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidRequest(Place.POINTER, "", "json.not-utf-8");
        }
    }

    private static String pointer(JsonMappingException refused) {
        return refused.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static ObjectMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new SimpleModule()
                        .addSerializer(Instant.class, ToStringSerializer.instance)
                        .addSerializer(LocalDate.class, ToStringSerializer.instance))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .withCoercionConfig(LogicalType.Textual, config -> config.setCoercion(
                                CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
        mapper.getFactory().disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION);
        return mapper;
    }
}
