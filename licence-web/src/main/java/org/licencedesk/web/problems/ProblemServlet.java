package org.licencedesk.web.problems;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.licencedesk.web.support.ProblemType;

/** {@code /problems/CODE}: the page that the type of a problem leads to, for people. */
@WebServlet("/problems/*")
public class ProblemServlet extends HttpServlet {

    private static final String PAGE = "/WEB-INF/pages/problem.xhtml";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        Optional<ProblemType> problem = ProblemType.find(path.replaceAll("^/|/$", ""));
        if (problem.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        request.setAttribute("problem", problem.get());
        request.getRequestDispatcher(PAGE).forward(request, response);
    }
}
