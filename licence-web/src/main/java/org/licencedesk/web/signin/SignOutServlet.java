package org.licencedesk.web.signin;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.licencedesk.web.page.Redirect;

/** {@code /sign-out}: ends the session. */
@WebServlet(RequestPath.SIGN_OUT)
public class SignOutServlet extends HttpServlet {

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        Sessions.close(request);
        Redirect.to(request.getContextPath() + RequestPath.SIGN_IN, response);
    }
}
