package org.licencedesk.web.support;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.licencedesk.kernel.Permission;

/**
 * An operation of the API as its resource declares it.
 *
 * @param method the HTTP method
 * @param segments the path below the base, split; a variable is in braces
 * @param permission what a caller needs; empty where anybody may call it
 * @param consumes the media types of its body; none where it takes no body
 * @param produces the media types of its answer
 */
public record ApiOperation(
        String method,
        List<String> segments,
        Optional<Permission> permission,
        List<String> consumes,
        List<String> produces) {

    /**
     * @return the operations of the resources, those with fewer variables in their paths first: where two match a path,
     *     the first is the one that Jakarta REST calls
     * @throws IllegalStateException if one does not say who may call it
     */
    public static List<ApiOperation> of(Stream<Class<?>> resources) {
        return resources
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getMethods()).flatMap(method -> operation(type, method)))
                .sorted(Comparator.comparingLong(ApiOperation::variables))
                .toList();
    }

    /** @return the variables of the path by name, if the path is one of this operation */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String wanted = segments.get(i);
            if (wanted.startsWith("{")) {
                variables.put(wanted.substring(1, wanted.length() - 1), path.get(i));
            } else if (!wanted.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    private long variables() {
        return segments.stream().filter(segment -> segment.startsWith("{")).count();
    }

    /** @return method and path below the API's base, as {@code GET /terms/{version}} */
    @Override
    public String toString() {
        return method + " /" + String.join("/", segments);
    }

    static List<String> split(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    private static Stream<ApiOperation> operation(Class<?> resource, Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(verb -> new ApiOperation(
                        verb.value(),
                        split(path(resource) + "/" + path(method)),
                        permission(method),
                        mediaTypes(resource, method, Consumes.class, Consumes::value),
                        mediaTypes(resource, method, Produces.class, Produces::value)));
    }

    private static <A extends Annotation> List<String> mediaTypes(
            Class<?> resource, Method method, Class<A> annotation, Function<A, String[]> types) {
        return Optional.ofNullable(method.getAnnotation(annotation))
                .or(() -> Optional.ofNullable(resource.getAnnotation(annotation)))
                .map(types)
                .map(Arrays::asList)
                .orElseGet(List::of);
    }

    private static String path(java.lang.reflect.AnnotatedElement element) {
        return Optional.ofNullable(element.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
    }

    private static Optional<Permission> permission(Method method) {
        Optional<Permission> needed =
                Optional.ofNullable(method.getAnnotation(Needs.class)).map(Needs::value);
        if (needed.isPresent() == method.isAnnotationPresent(OpenToAll.class)) {
            throw new IllegalStateException(method + " says not, or says twice, who may call it");
        }
        return needed;
    }
}
