package org.licencedesk.web.support;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Forbidden;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.seats.tenant.Tenants;
import org.licencedesk.web.signin.CurrentActor;

/**
 * Checks in the order of the contract, before the method, the media types and the body are looked at: somebody calls,
 * unless the operation is open to all; the path is known, the tenant is one that the caller may know of, the caller's role
 * allows the operation.
 */
@Provider
@PreMatching
public class ApiGate implements ContainerRequestFilter {

    private static final String BEARER = "Bearer";

    @Context
    private Application application;

    @Inject
    private CurrentActor actor;

    @Inject
    private Tenants tenants;

    @Inject
    private Addressed addressed;

    private volatile List<ApiOperation> operations = List.of();

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> path = request.getUriInfo().getPathSegments().stream()
                .map(PathSegment::getPath)
                .filter(segment -> !segment.isEmpty())
                .toList();
        List<ApiOperation> here = operations().stream()
                .filter(operation -> operation.match(path).isPresent())
                .toList();
        String method = request.getMethod().equals(HttpMethod.HEAD) ? HttpMethod.GET : request.getMethod();
        Optional<ApiOperation> called = here.stream()
                .filter(operation -> operation.method().equals(method))
                .findFirst();
        if (called.filter(operation -> operation.permission().isEmpty()).isPresent()) {
            addressed.note(called.get());
            requireReadable(request);
            return;
        }
        Actor caller = actor.find().orElseThrow(() -> new NotAuthorizedException(BEARER));
        ApiOperation named = called.or(() -> here.stream().findFirst()).orElseThrow(NotFound::new);
        Map<String, String> variables = named.match(path).orElseThrow();
        Optional<TenantId> tenant =
                Optional.ofNullable(variables.get("tenant")).map(slug -> tenants.visible(caller, slug));
        addressed.note(tenant, named, variables);
        // A method that is none here is refused as such to whoever may call any method here.
        if (called.map(List::of).orElse(here).stream().noneMatch(operation -> mayCall(caller, operation))) {
            throw new Forbidden();
        }
        requireReadable(request);
    }

    private static boolean mayCall(Actor caller, ApiOperation operation) {
        return operation
                .permission()
                .map(permission -> permission.isGivenTo(caller.role()))
                .orElse(true);
    }

    /** The server's own refusal of a header that it cannot read would be a page for people. */
    private static void requireReadable(ContainerRequestContext request) {
        try {
            request.getAcceptableMediaTypes();
        } catch (ProcessingException e) {
            throw new NotAcceptableException(e);
        }
    }

    /** Read off the resources once; a second thread that comes meanwhile reads the same. */
    private List<ApiOperation> operations() {
        if (operations.isEmpty()) {
            operations = ApiOperation.of(application.getClasses().stream());
        }
        return operations;
    }
}
