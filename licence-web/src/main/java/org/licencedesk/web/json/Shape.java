package org.licencedesk.web.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.licencedesk.web.json.InvalidRequest.Place;
import org.licencedesk.web.json.InvalidRequest.Violation;

/** Compares a body with the record that it is to be: every member known, none missing, null only where it may be. */
final class Shape {

    /** Reflection makes them anew each time; there are as many as kinds of bodies. */
    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> record) {
            return List.of(record.getRecordComponents());
        }
    };

    private Shape() {}

    /** @return what is wrong with the members, the ones inside members included */
    static List<Violation> violations(JsonNode body, Class<?> record) {
        return check(body, record, "").toList();
    }

    private static Stream<Violation> check(JsonNode node, Class<?> record, String at) {
        if (!node.isObject()) {
            return Stream.of(violation(at, "json.wrong-type"));
        }
        List<RecordComponent> components = COMPONENTS.get(record);
        Set<String> known = components.stream().map(RecordComponent::getName).collect(Collectors.toSet());
        Stream<Violation> unknown = names(node)
                .filter(name -> !known.contains(name))
                .map(name -> violation(at + "/" + name.replace("~", "~0").replace("/", "~1"), "json.unknown-member"));
        return Stream.concat(unknown, components.stream().flatMap(component -> check(node, component, at)));
    }

    private static Stream<Violation> check(JsonNode node, RecordComponent component, String at) {
        String place = at + "/" + component.getName();
        Optional<Member> member = Optional.ofNullable(component.getAnnotation(Member.class));
        boolean optional = component.getType() == Optional.class
                && !member.map(Member::required).orElse(false);
        JsonNode value = node.path(component.getName());
        if (value.isMissingNode()) {
            return optional ? Stream.empty() : Stream.of(violation(place, "json.missing"));
        }
        if (value.isNull()) {
            return member.map(Member::nullable).orElse(false)
                    ? Stream.empty()
                    : Stream.of(violation(place, "json.wrong-type"));
        }
        Class<?> type = inside(component.getGenericType());
        if (value.isArray() && isList(component.getGenericType())) {
            return IntStream.range(0, value.size())
                    .boxed()
                    .flatMap(i -> checkItem(value.get(i), type, place + "/" + i));
        }
        return type.isRecord() ? check(value, type, place) : Stream.empty();
    }

    private static Stream<Violation> checkItem(JsonNode item, Class<?> type, String at) {
        if (item.isNull()) {
            return Stream.of(violation(at, "json.wrong-type"));
        }
        return type.isRecord() ? check(item, type, at) : Stream.empty();
    }

    private static boolean isList(Type type) {
        return type instanceof ParameterizedType generic
                && (generic.getRawType() == List.class || isList(generic.getActualTypeArguments()[0]));
    }

    private static Class<?> inside(Type type) {
        Type[] arguments = type instanceof ParameterizedType generic ? generic.getActualTypeArguments() : new Type[0];
        return Arrays.stream(arguments)
                .findFirst()
                .<Class<?>>map(Shape::inside)
                .orElseGet(() -> type instanceof Class<?> plain ? plain : Object.class);
    }

    private static Stream<String> names(JsonNode node) {
        return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false);
    }

    private static Violation violation(String at, String detail) {
        return new Violation(Place.POINTER, at, detail);
    }
}
