package org.licencedesk.web.support;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.RuleViolation;
import org.licencedesk.platform.Contention;
import org.licencedesk.web.json.Href;
import org.licencedesk.web.json.InvalidRequest;
import org.licencedesk.web.json.InvalidRequest.Place;

/** The one translator of everything that a request is refused for, or fails of. */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(FailureMapper.class.getName());

    /** Refusals that come after the question whether there is what the path names. */
    private static final Set<ProblemType> AFTER_NOT_FOUND = EnumSet.of(
            ProblemType.FORBIDDEN,
            ProblemType.METHOD_NOT_ALLOWED,
            ProblemType.NOT_ACCEPTABLE,
            ProblemType.TOO_LARGE,
            ProblemType.UNSUPPORTED_MEDIA_TYPE,
            ProblemType.INVALID_REQUEST);

    /** How an answer names the media types that a method takes. */
    private static final Map<String, String> TYPES =
            Map.of(HttpMethod.PATCH, "Accept-Patch", HttpMethod.POST, "Accept-Post");

    @Context
    private UriInfo uri;

    @Context
    private Request request;

    @Inject
    private Addressed addressed;

    @Inject
    private Existence existence;

    @Override
    public Response toResponse(Throwable failure) {
        Optional<RuleViolation> violation = find(failure, RuleViolation.class);
        Optional<InvalidRequest> invalid = find(failure, InvalidRequest.class).or(() -> violation
                .filter(InvalidValue.class::isInstance)
                .map(refused -> InvalidRequest.of((InvalidValue) refused, place())));
        if (invalid.isPresent()) {
            return response(
                    ProblemType.INVALID_REQUEST,
                    ProblemJson.violations(invalid.get().violations()));
        }
        if (violation.isPresent()) {
            return response(ProblemType.find(violation.get().code()).orElseThrow(), facts(violation.get()));
        }
        Optional<Response> refused =
                find(failure, WebApplicationException.class).map(WebApplicationException::getResponse);
        ProblemType problem =
                refused.flatMap(refusal -> ofStatus(refusal.getStatus())).orElseGet(() -> ofDatabase(failure));
        if (problem == ProblemType.INTERNAL_ERROR) {
            LOG.log(Level.ERROR, request.getMethod() + " " + uri.getPath(), failure);
        }
        return refused.map(refusal -> saying(refusal, response(problem, Map.of())))
                .orElseGet(() -> response(problem, Map.of()));
    }

    /** What is possible instead: the methods (RFC 9110, 15.5.6), the media types (RFC 5789, 2.2) and encodings of a body. */
    private Response saying(Response refusal, Response problem) {
        Response.ResponseBuilder said = Response.fromResponse(problem);
        if (problem.getStatus() == ProblemType.METHOD_NOT_ALLOWED.status()) {
            Optional.ofNullable(refusal.getHeaderString(HttpHeaders.ALLOW))
                    .ifPresent(methods -> said.header(HttpHeaders.ALLOW, withHead(methods)));
        }
        if (problem.getStatus() == ProblemType.UNSUPPORTED_MEDIA_TYPE.status()) {
            copy(HttpHeaders.ACCEPT_ENCODING, refusal, said);
            addressed
                    .operation()
                    .ifPresent(operation -> said.header(
                            TYPES.getOrDefault(operation.method(), HttpHeaders.ACCEPT),
                            String.join(", ", operation.consumes())));
        }
        return said.build();
    }

    /** Whoever answers GET answers HEAD (Jakarta REST 3.1, 3.3.5), which not every server names. */
    private static String withHead(String methods) {
        Set<String> named = new TreeSet<>(List.of(methods.split("\\s*,\\s*", -1)));
        if (named.contains(HttpMethod.GET)) {
            named.add(HttpMethod.HEAD);
        }
        return String.join(", ", named);
    }

    private static void copy(String header, Response from, Response.ResponseBuilder to) {
        Optional.ofNullable(from.getHeaderString(header)).ifPresent(value -> to.header(header, value));
    }

    private Response response(ProblemType problem, Map<String, Object> facts) {
        if (AFTER_NOT_FOUND.contains(problem) && !existence.isOf(addressed)) {
            return response(ProblemType.NOT_FOUND, Map.of());
        }
        return ProblemJson.response(problem, uri.getRequestUri().getRawPath(), facts);
    }

    private Map<String, Object> facts(RuleViolation violation) {
        Map<String, Object> facts = new LinkedHashMap<>(violation.facts());
        if (violation.code().equals(ProblemType.DECREASE_NOT_OFFERED.code())) {
            facts.put("reductionRequests", Href.of("/api/v1/tenants/" + addressed.slug() + "/reduction-requests"));
        }
        return facts;
    }

    private Place place() {
        return Set.of(HttpMethod.GET, HttpMethod.HEAD).contains(request.getMethod()) ? Place.PARAMETER : Place.POINTER;
    }

    private static ProblemType ofDatabase(Throwable failure) {
        if (Contention.isBusy(failure)) {
            return ProblemType.BUSY;
        }
        return Contention.isConnectionLost(failure) ? ProblemType.UNAVAILABLE : ProblemType.INTERNAL_ERROR;
    }

    private static Optional<ProblemType> ofStatus(int status) {
        return switch (status) {
            case 400 -> Optional.of(ProblemType.INVALID_REQUEST);
            case 401 -> Optional.of(ProblemType.UNAUTHENTICATED);
            case 404 -> Optional.of(ProblemType.NOT_FOUND);
            case 405 -> Optional.of(ProblemType.METHOD_NOT_ALLOWED);
            case 406 -> Optional.of(ProblemType.NOT_ACCEPTABLE);
            case 413 -> Optional.of(ProblemType.TOO_LARGE);
            case 415 -> Optional.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
            default -> Optional.empty();
        };
    }

    private static <T> Optional<T> find(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
