package org.licencedesk.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An answer of the API: where the server itself refuses a request, it is a problem and no page for people. */
class ApiResponse extends GuardedResponse {

    private final HttpServletRequest request;

    ApiResponse(HttpServletRequest request, HttpServletResponse response) {
        super(request, response);
        this.request = request;
    }

    @Override
    public void sendError(int status) throws IOException {
        ApiRefusal.of(status).answer(request, this);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        sendError(status);
    }
}
