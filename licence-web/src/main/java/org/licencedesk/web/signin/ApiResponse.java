package org.licencedesk.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * An answer of the API: where the server itself refuses a request, it is a problem and no page for people. To nobody it
 * says no more than that a token is missing.
 */
class ApiResponse extends GuardedResponse {

    private final HttpServletRequest request;

    private final CurrentActor actor;

    ApiResponse(HttpServletRequest request, HttpServletResponse response, CurrentActor actor) {
        super(request, response);
        this.request = request;
        this.actor = actor;
    }

    @Override
    public void sendError(int status) throws IOException {
        ApiRefusal refusal = actor.find().isPresent() ? ApiRefusal.of(status) : ApiRefusal.UNAUTHENTICATED;
        refusal.answer(request, this);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        sendError(status);
    }
}
