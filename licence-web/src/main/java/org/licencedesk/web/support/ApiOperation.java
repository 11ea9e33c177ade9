package org.licencedesk.web.support;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.licencedesk.kernel.Permission;

/**
 * An operation of the API as its resource declares it.
 *
 * @param method the HTTP method
 * @param segments the path below the base, split; a variable is in braces
 * @param permission what a caller needs; empty where anybody may call it
 */
public record ApiOperation(String method, List<String> segments, Optional<Permission> permission) {

    /**
     * @return the operations of the resources
     * @throws IllegalStateException if one does not say who may call it
     */
    public static List<ApiOperation> of(Stream<Class<?>> resources) {
        return resources
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getMethods()).flatMap(method -> operation(type, method)))
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
                .map(verb ->
                        new ApiOperation(verb.value(), split(path(resource) + "/" + path(method)), permission(method)));
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
