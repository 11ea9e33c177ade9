package org.licencedesk.web.contract;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One operation of the contract.
 *
 * @param id its {@code operationId}
 * @param method in capitals, as on the wire
 * @param path below {@link ApiDocument#base()}, with its parameters in braces
 * @param roles who may call it; empty exactly where it is open to everyone
 * @param secretAnswer whether its answer is a secret, so that it refuses {@code Idempotency-Key}
 * @param parameters of path, query and header
 * @param body what it takes, if it takes anything
 * @param successes the 2xx statuses it can answer
 * @param codes the problem codes it can give, by status
 */
public record ApiOperation(
        String id,
        String method,
        String path,
        Set<String> roles,
        boolean secretAnswer,
        List<Parameter> parameters,
        Optional<Body> body,
        Set<Integer> successes,
        Map<Integer, Set<String>> codes) {

    /**
     * The body that an operation takes.
     *
     * @param mediaType its content type
     * @param schema with every reference resolved
     */
    public record Body(String mediaType, Schema<?> schema) {}

    static ApiOperation of(String method, String path, Operation operation, Components components) {
        Map<Integer, Set<String>> codes = new TreeMap<>();
        Set<Integer> successes = new TreeSet<>();
        operation.getResponses().forEach((status, response) -> {
            int number = Integer.parseInt(status);
            if (number < 300) {
                successes.add(number);
            } else if (number >= 400) {
                codes.put(number, codesOf(resolved(response, components)));
            }
        });
        Set<String> roles = rolesOf(operation);
        boolean authenticated =
                operation.getSecurity() != null && !operation.getSecurity().isEmpty();
        if (authenticated == roles.isEmpty()) {
            throw new IllegalStateException(
                    operation.getOperationId() + ": security and x-roles must be there together");
        }
        return new ApiOperation(
                operation.getOperationId(),
                method,
                path,
                roles,
                Boolean.TRUE.equals(extensions(operation).get("x-secret-answer")),
                operation.getParameters() == null ? List.of() : List.copyOf(operation.getParameters()),
                bodyOf(operation),
                successes,
                codes);
    }

    /** Whether it needs no token. */
    public boolean isPublic() {
        return roles.isEmpty();
    }

    /** Whether it changes anything. */
    public boolean isChange() {
        return !method.equals("GET");
    }

    /** Whether a header of that name is one of its parameters. */
    public boolean takesHeader(String name) {
        return parameters.stream()
                .anyMatch(parameter -> parameter.getIn().equals("header")
                        && parameter.getName().equalsIgnoreCase(name));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static Set<String> rolesOf(Operation operation) {
        Object roles = extensions(operation).getOrDefault("x-roles", List.of());
        Set<String> names = new TreeSet<>();
        ((List<?>) roles).forEach(role -> names.add(String.valueOf(role)));
        return names;
    }

    private static Map<String, Object> extensions(Operation operation) {
        return operation.getExtensions() == null ? Map.of() : operation.getExtensions();
    }

    private static Optional<Body> bodyOf(Operation operation) {
        if (operation.getRequestBody() == null) {
            return Optional.empty();
        }
        Map.Entry<String, MediaType> content =
                operation.getRequestBody().getContent().entrySet().iterator().next();
        return Optional.of(new Body(content.getKey(), content.getValue().getSchema()));
    }

    private static ApiResponse resolved(ApiResponse response, Components components) {
        String reference = response.get$ref();
        return reference == null
                ? response
                : Objects.requireNonNull(
                        components.getResponses().get(reference.substring(reference.lastIndexOf('/') + 1)), reference);
    }

    private static Set<String> codesOf(ApiResponse response) {
        MediaType problem = Objects.requireNonNull(
                response.getContent().get("application/problem+json"), "each refusal is a problem");
        return new TreeSet<>(problem.getExamples().keySet());
    }
}
