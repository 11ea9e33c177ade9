package org.licencedesk.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Puts the security headers on every answer, error pages included. */
public class ResponseGuard extends HttpFilter {

    @Inject
    private transient PublicAddress publicAddress;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestPath path = RequestPath.of(request);
        HttpServletRequest seen = publicAddress.asSeen(request);
        SecurityHeaders.set(response, path, publicAddress.strictTransport());
        boolean failed = request.getDispatcherType() == DispatcherType.ERROR;
        chain.doFilter(
                failed ? new ErrorPageRequest(seen) : seen,
                path.isApi() ? new ApiResponse(seen, response, actor) : new GuardedResponse(seen, response));
    }
}
