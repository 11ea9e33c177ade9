package org.licencedesk.web.support;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.licencedesk.web.json.InvalidRequest;
import org.licencedesk.web.json.InvalidRequest.Place;
import org.licencedesk.web.json.InvalidRequest.Violation;

/**
 * Checks what {@link ApiGate} let through, in the order of the contract: the client takes what the operation answers with
 * (406), the body is not encoded (415) nor said to be too large (413), and the query has what the operation declares in the
 * document of the API and nothing else (400).
 */
@Provider
public class ContentGate implements ContainerRequestFilter {

    private static final String IDENTITY = "identity";

    @Inject
    private Addressed addressed;

    private volatile Map<String, Map<String, Boolean>> queryParameters = Map.of();

    @Override
    public void filter(ContainerRequestContext request) {
        String method = request.getMethod().equals(HttpMethod.HEAD) ? HttpMethod.GET : request.getMethod();
        Optional<ApiOperation> called =
                addressed.operation().filter(operation -> operation.method().equals(method));
        // What Jakarta REST itself answers, OPTIONS, declares nothing.
        if (called.isPresent()) {
            requireAcceptable(request, called.get());
            requireNoEncoding(request, called.get());
            requireNotTooLarge(request, called.get());
            requireDeclared(request.getUriInfo().getQueryParameters(), declared(called.get()));
        }
    }

    /** Jakarta REST takes a range with the weight 0 for one that is wanted least. */
    private static void requireAcceptable(ContainerRequestContext request, ApiOperation operation) {
        AcceptHeader accept = AcceptHeader.of(Optional.ofNullable(request.getHeaderString(HttpHeaders.ACCEPT)));
        if (operation.produces().stream().noneMatch(type -> accept.weight(type) > 0)) {
            throw new NotAcceptableException();
        }
    }

    private static void requireNoEncoding(ContainerRequestContext request, ApiOperation operation) {
        String encoding = Optional.ofNullable(request.getHeaderString(HttpHeaders.CONTENT_ENCODING))
                .orElse(IDENTITY);
        boolean plain = Arrays.stream(encoding.split(","))
                .map(String::strip)
                .allMatch(coding -> coding.isEmpty() || coding.equalsIgnoreCase(IDENTITY));
        if (!operation.consumes().isEmpty() && !plain) {
            throw new NotSupportedException(Response.status(ProblemType.UNSUPPORTED_MEDIA_TYPE.status())
                    .header(HttpHeaders.ACCEPT_ENCODING, IDENTITY)
                    .build());
        }
    }

    /** Of a body that does not say how long it is this is found out while it is read, by {@link BodyBound}. */
    private static void requireNotTooLarge(ContainerRequestContext request, ApiOperation operation) {
        if (!operation.consumes().isEmpty() && request.getLength() > BodyBound.MOST) {
            throw new WebApplicationException(ProblemType.TOO_LARGE.status());
        }
    }

    private static void requireDeclared(MultivaluedMap<String, String> sent, Map<String, Boolean> declared) {
        List<Violation> violations = sent.entrySet().stream()
                .flatMap(parameter ->
                        refusal(parameter.getKey(), parameter.getValue().size(), declared)
                                .map(detail -> new Violation(Place.PARAMETER, parameter.getKey(), detail))
                                .stream())
                .toList();
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
    }

    private static Optional<String> refusal(String name, int times, Map<String, Boolean> declared) {
        if (!declared.containsKey(name)) {
            return Optional.of("parameter.unknown");
        }
        boolean several = Boolean.TRUE.equals(declared.get(name));
        return times > 1 && !several ? Optional.of("value.repeated") : Optional.empty();
    }

    /** Read off the document once; a second thread that comes meanwhile reads the same. */
    private Map<String, Boolean> declared(ApiOperation operation) {
        if (queryParameters.isEmpty()) {
            queryParameters = ApiContract.read().queryParameters();
        }
        return queryParameters.getOrDefault(operation.toString(), Map.of());
    }
}
