package org.licencedesk.web.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.licencedesk.kernel.Permission;
import org.licencedesk.seats.change.Candidate;
import org.licencedesk.seats.change.SeatCandidates;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.ApiCall;
import org.licencedesk.web.support.Needs;

/** {@code /tenants/{tenant}/allowance/candidates}. */
@Path("/tenants/{tenant}/allowance/candidates")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CandidateResource {

    private record CandidateJson(UserJson user, String why, String since) {

        static CandidateJson of(Candidate candidate) {
            return new CandidateJson(
                    UserJson.of(candidate.user()),
                    candidate.why().name(),
                    candidate.since().toString());
        }
    }

    private record CandidatesJson(List<CandidateJson> candidates) {}

    @Inject
    private SeatCandidates candidates;

    @Inject
    private ApiCall call;

    /** @return who could give up a seat */
    @GET
    @Needs(Permission.MANAGE_USERS)
    public Response list() {
        return Answers.ok(
                new CandidatesJson(candidates.instead(call.tenant(), SeatCandidates.USUAL, call.actor()).stream()
                        .map(CandidateJson::of)
                        .toList()));
    }
}
