package org.licencedesk.web.problems;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.OpenToAll;
import org.licencedesk.web.support.ProblemType;

/** {@code /problems}: what a code means, for systems. */
@Path("/problems")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ProblemResource {

    private record MeaningJson(String code, int status, String title, String detail) {}

    /** @return what the code means */
    @GET
    @Path("/{code}")
    @OpenToAll
    public Response meaning(@PathParam("code") String code) {
        ProblemType problem = ProblemType.find(code).orElseThrow(NotFound::new);
        return Answers.ok(new MeaningJson(
                problem.code(), problem.status(), problem.title(Locale.ROOT), problem.detail(Locale.ROOT)));
    }
}
