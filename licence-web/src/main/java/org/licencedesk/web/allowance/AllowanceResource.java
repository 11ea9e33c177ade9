package org.licencedesk.web.allowance;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Reason;
import org.licencedesk.platform.idempotency.Answer;
import org.licencedesk.record.ledger.Ledger;
import org.licencedesk.seats.allowance.AllowanceAdjustment;
import org.licencedesk.seats.allowance.AllowanceState;
import org.licencedesk.seats.allowance.Consent;
import org.licencedesk.seats.allowance.CorrectAllowance;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.RaiseAllowance;
import org.licencedesk.seats.allowance.Settlement;
import org.licencedesk.web.json.Body;
import org.licencedesk.web.json.ConsentJson;
import org.licencedesk.web.json.FiguresJson;
import org.licencedesk.web.json.QuoteJson;
import org.licencedesk.web.json.StrictJson;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.ApiCall;
import org.licencedesk.web.support.Needs;
import org.licencedesk.web.support.QueryParameters;

/** {@code /tenants/{tenant}/allowance}. */
@Path("/tenants/{tenant}/allowance")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AllowanceResource {

    private record RaiseJson(int maximum, Optional<ConsentJson> accept) {}

    private record CorrectionJson(int maximum, String reason, Optional<Boolean> billed, Optional<Boolean> credit) {

        /** @throws InvalidValue if it is both to be billed and to be credited */
        Settlement settlement() {
            boolean isBilled = billed.orElse(false);
            boolean isCredited = credit.orElse(false);
            if (isBilled && isCredited) {
                throw new InvalidValue("credit", InvalidValue.Problem.NOT_ALLOWED);
            }
            return isBilled ? Settlement.BILLED : isCredited ? Settlement.CREDITED : Settlement.NONE;
        }
    }

    private record FiguresThenJson(@JsonUnwrapped FiguresJson figures, Instant at) {}

    @Inject
    private AllowanceAdjustment adjustment;

    @Inject
    private Ledger ledger;

    @Inject
    private ApiCall call;

    /** @return the allowance now, or the figures at an instant of the past */
    @GET
    @Needs(Permission.SEE_ALLOWANCE)
    public Response show() {
        Optional<Instant> at = call.query().instant("at");
        if (at.isPresent()) {
            Figures then = ledger.figuresAt(call.tenant(), at.get(), call.actor());
            return Answers.ok(new FiguresThenJson(FiguresJson.of(then), at.get()));
        }
        AllowanceState now = adjustment.show(call.tenant(), call.actor());
        return Answers.ok(AllowanceJson.of(now), now.revision());
    }

    /** @return the quote for the number in {@code raiseTo} */
    @GET
    @Path("/quote")
    @Needs(Permission.RAISE_ALLOWANCE)
    public Response quote() {
        long raiseTo = call.query()
                .wholeNumber("raiseTo", 0, Integer.MAX_VALUE)
                .orElseThrow(() -> QueryParameters.invalid("raiseTo", "json.missing"));
        return Answers.ok(QuoteJson.of(adjustment.quote(call.tenant(), Math.toIntExact(raiseTo), call.actor())));
    }

    /** Raises the maximum. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.RAISE_ALLOWANCE)
    public Response raise(byte[] body) {
        RaiseJson wanted = StrictJson.read(body, RaiseJson.class);
        int maximum = Body.atLeast("maximum", wanted.maximum(), 0);
        Optional<Consent> consent = Body.member("accept", () -> wanted.accept().map(ConsentJson::consent));
        return call.change(
                body,
                () -> answer(adjustment.raise(
                        new RaiseAllowance(call.tenant(), maximum, consent, call.expected(), call.actor(), Door.API))));
    }

    /** Corrects the maximum to any number. */
    @PUT
    @Path("/correction")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.CORRECT_ALLOWANCE)
    public Response correct(byte[] body) {
        CorrectionJson wanted = StrictJson.read(body, CorrectionJson.class);
        CorrectAllowance command = new CorrectAllowance(
                call.tenant(),
                wanted.maximum(),
                wanted.settlement(),
                new Reason(wanted.reason()),
                call.expected(),
                call.actor(),
                Door.API);
        return call.change(body, () -> answer(adjustment.correct(command)));
    }

    private static Answer answer(AllowanceState state) {
        return Answers.changed(AllowanceJson.of(state), state.revision());
    }
}
