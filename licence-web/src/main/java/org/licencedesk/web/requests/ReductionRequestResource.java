package org.licencedesk.web.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.request.DecideRequest;
import org.licencedesk.seats.request.DecideRequest.Decision;
import org.licencedesk.seats.request.ReductionDecision;
import org.licencedesk.seats.request.ReductionRequest;
import org.licencedesk.seats.request.ReductionRequesting;
import org.licencedesk.seats.request.RequestId;
import org.licencedesk.seats.request.RequestReading;
import org.licencedesk.seats.request.RequestReduction;
import org.licencedesk.web.json.Body;
import org.licencedesk.web.json.StrictJson;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.ApiCall;
import org.licencedesk.web.support.Needs;

/** {@code /tenants/{tenant}/reduction-requests}. */
@Path("/tenants/{tenant}/reduction-requests")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ReductionRequestResource {

    private record NewRequestJson(
            int maximum, Optional<String> effectiveOn, String reason, Optional<List<String>> deactivate) {}

    private record DecisionJson(
            String decision, Optional<Integer> maximum, Optional<String> effectiveOn, Optional<String> message) {}

    private record AnswerJson(String answer) {}

    /** What a System Admin can say to a counter. */
    private enum CounterAnswer {
        ACCEPT,
        DECLINE
    }

    @Inject
    private ReductionRequesting requesting;

    @Inject
    private ReductionDecision decision;

    @Inject
    private RequestReading reading;

    @Inject
    private ApiCall call;

    /** Asks for a lower maximum. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.REQUEST_REDUCTIONS)
    public Response request(byte[] body) {
        NewRequestJson wanted = StrictJson.read(body, NewRequestJson.class);
        RequestReduction command = new RequestReduction(
                call.tenant(),
                wanted.maximum(),
                wanted.effectiveOn().map(text -> Body.date("effectiveOn", text)),
                new Reason(wanted.reason()),
                users(wanted.deactivate().orElse(List.of())),
                call.actor());
        return call.change(body, () -> {
            ReductionRequest made = requesting.request(command);
            ReductionRequestJson json = ReductionRequestJson.of(made);
            return Answers.created(
                    "tenants/" + call.slug() + "/reduction-requests/" + made.id(), Optional.empty(), json, json);
        });
    }

    /** @return a page of the tenant's requests */
    @GET
    @Needs(Permission.REQUEST_REDUCTIONS)
    public Response list() {
        return Answers.ok(
                reading.list(call.tenant(), call.query().page(), call.actor()).map(ReductionRequestJson::of));
    }

    /** @return one request */
    @GET
    @Path("/{id}")
    @Needs(Permission.REQUEST_REDUCTIONS)
    public Response show() {
        return Answers.ok(ReductionRequestJson.of(reading.get(call.tenant(), id(), call.actor())));
    }

    /** Takes the request back. */
    @DELETE
    @Path("/{id}")
    @Needs(Permission.REQUEST_REDUCTIONS)
    public Response withdraw() {
        RequestId id = id();
        return call.remove(() -> requesting.withdraw(call.tenant(), id, call.actor()));
    }

    /** Answers a counter. */
    @PUT
    @Path("/{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.REQUEST_REDUCTIONS)
    public Response answer(byte[] body) {
        AnswerJson given = StrictJson.read(body, AnswerJson.class);
        boolean accepts = Body.constant("answer", given.answer(), CounterAnswer.class) == CounterAnswer.ACCEPT;
        RequestId id = id();
        return call.change(
                body,
                () -> Answers.changed(
                        ReductionRequestJson.of(requesting.answer(call.tenant(), id, accepts, call.actor()))));
    }

    /** Decides on the request, for the account manager. */
    @PUT
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.DECIDE_REDUCTIONS)
    public Response decide(byte[] body) {
        DecisionJson given = StrictJson.read(body, DecisionJson.class);
        DecideRequest command = new DecideRequest(
                call.tenant(),
                id(),
                Body.constant("decision", given.decision(), Decision.class),
                given.maximum(),
                given.effectiveOn().map(text -> Body.date("effectiveOn", text)),
                given.message(),
                call.actor());
        return call.change(body, () -> Answers.changed(ReductionRequestJson.of(decision.decide(command))));
    }

    private RequestId id() {
        return RequestId.parse(call.id()).orElseThrow(NotFound::new);
    }

    private static List<UserId> users(List<String> ids) {
        return IntStream.range(0, ids.size())
                .mapToObj(i -> UserId.parse(ids.get(i))
                        .orElseThrow(() -> new InvalidValue("deactivate/" + i, InvalidValue.Problem.UNKNOWN)))
                .toList();
    }
}
