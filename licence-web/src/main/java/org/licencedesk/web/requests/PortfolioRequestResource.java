package org.licencedesk.web.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.licencedesk.kernel.Permission;
import org.licencedesk.seats.request.RequestReading;
import org.licencedesk.seats.request.RequestState;
import org.licencedesk.web.json.Body;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.ApiCall;
import org.licencedesk.web.support.Needs;
import org.licencedesk.web.support.QueryParameters;

/** {@code /reduction-requests}: those of an account manager's whole portfolio. */
@Path("/reduction-requests")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PortfolioRequestResource {

    @Inject
    private RequestReading reading;

    @Inject
    private ApiCall call;

    /** @return a page of the requests, of one state or of all */
    @GET
    @Needs(Permission.DECIDE_REDUCTIONS)
    public Response list() {
        Optional<RequestState> state = call.query().text("state").map(text -> Body.find(text, RequestState.class)
                .orElseThrow(() -> QueryParameters.invalid("state", "value.unknown")));
        return Answers.ok(
                reading.listPortfolio(state, call.query().page(), call.actor()).map(ReductionRequestJson::of));
    }
}
