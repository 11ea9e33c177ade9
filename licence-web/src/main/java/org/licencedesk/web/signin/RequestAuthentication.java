package org.licencedesk.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Busy;
import org.licencedesk.people.access.SignIn;
import org.licencedesk.people.access.SignedIn;
import org.licencedesk.people.access.TokenBearers;
import org.licencedesk.people.access.TokenRate;
import org.licencedesk.platform.Contention;
import org.licencedesk.platform.DatabaseHealth;
import org.licencedesk.platform.Settings;

/**
 * The one authentication mechanism: on the API a bearer token and nothing else, on the pages the session of somebody who
 * signed in, whose role and status are read at each request (R21).
 */
@ApplicationScoped
public class RequestAuthentication implements HttpAuthenticationMechanism {

    private static final Logger LOG = System.getLogger(RequestAuthentication.class.getName());

    private final boolean metricsOpen = Settings.ofProcess().truth("licence.metrics.open");

    @Inject
    private TokenBearers bearers;

    @Inject
    private TokenRate rate;

    @Inject
    private SignIn signIn;

    @Inject
    private CurrentActor current;

    @Inject
    private PublicAddress publicAddress;

    @Inject
    private ClientAddresses clientAddresses;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        RequestPath path = RequestPath.of(request);
        clientAddresses.warnOfProxy(request);
        try {
            if (!RequestTarget.isReadable(request)) {
                return refuseTarget(path, request, response);
            }
            return path.isApi() ? onApi(path, request, response, context) : onPages(path, request, response, context);
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }

    private AuthenticationStatus refuseTarget(
            RequestPath path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (path.isApi()) {
            return refuse(ApiRefusal.INVALID_REQUEST, path, request, response);
        }
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        return AuthenticationStatus.SEND_FAILURE;
    }

    /** Whether somebody has to be known is for the operation to say: without a valid token there is just nobody. */
    private AuthenticationStatus onApi(
            RequestPath path, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws IOException {
        if (!DatabaseHealth.isAvailable()) {
            return refuse(ApiRefusal.UNAVAILABLE, path, request, response);
        }
        Optional<Actor> actor;
        try {
            actor = BearerToken.of(request).flatMap(token -> Contention.retrying(() -> bearers.find(token)));
        } catch (Busy e) {
            return refuse(ApiRefusal.BUSY, path, request, response);
        } catch (RuntimeException e) {
            if (!Contention.isConnectionLost(e)) {
                LOG.log(Level.WARNING, "A token could not be looked up", e);
            }
            return refuse(ApiRefusal.UNAVAILABLE, path, request, response);
        }
        if (actor.isEmpty()) {
            return context.doNothing();
        }
        TokenRate.Standing standing = rate.count(actor.get());
        RateHeaders.set(response, rate, standing);
        return standing.admitted()
                ? admit(actor.get(), context)
                : refuse(ApiRefusal.TOO_MANY_REQUESTS, path, request, response);
    }

    private AuthenticationStatus refuse(
            ApiRefusal refusal, RequestPath path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SecurityHeaders.set(response, path, publicAddress.strictTransport());
        refusal.answer(publicAddress.asSeen(request), response);
        return AuthenticationStatus.SEND_FAILURE;
    }

    private AuthenticationStatus onPages(
            RequestPath path, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws IOException {
        if (!path.methods().contains(request.getMethod())) {
            response.setHeader("Allow", String.join(", ", path.methods()));
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return AuthenticationStatus.SEND_FAILURE;
        }
        if (path.isMetrics() && !metricsOpen) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return AuthenticationStatus.SEND_FAILURE;
        }
        if (path.isPageResource() || path.isServersOwn()) {
            return context.doNothing();
        }
        if (!DatabaseHealth.isAvailable()) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return AuthenticationStatus.SEND_FAILURE;
        }
        Optional<SignedIn> earlier = Sessions.signedIn(request);
        Optional<Actor> actor;
        try {
            actor = Contention.retrying(() -> earlier.flatMap(signIn::current));
        } catch (RuntimeException e) {
            if (!Contention.isPassing(e)) {
                LOG.log(Level.WARNING, "The owner of a session could not be looked up", e);
            }
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return AuthenticationStatus.SEND_FAILURE;
        }
        if (actor.isPresent()) {
            return admit(actor.get(), context);
        }
        if (earlier.isPresent()) {
            Sessions.close(request);
        }
        if (path.isOpenPage()) {
            return context.doNothing();
        }
        SecurityHeaders.set(response, path, publicAddress.strictTransport());
        SignInRedirect.answer(publicAddress.asSeen(request), response);
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private AuthenticationStatus admit(Actor actor, HttpMessageContext context) {
        current.is(actor);
        return context.notifyContainerAboutLogin(
                new CallerPrincipal(actor.label()), Set.of(actor.role().name()));
    }
}
