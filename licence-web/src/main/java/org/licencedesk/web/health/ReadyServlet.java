package org.licencedesk.web.health;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.licencedesk.platform.DatabaseHealth;

/**
 * {@code /ready}: 200 while the database answers, else 503, within three seconds, to anybody and on every server. It needs
 * nothing of the server's own.
 */
@WebServlet({ReadyServlet.PATH, ReadyServlet.PATH + "/"})
public class ReadyServlet extends HttpServlet {

    static final String PATH = "/ready";

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean ready = DatabaseHealth.answers();
        response.setStatus(ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.getWriter().write(ready ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}");
    }
}
