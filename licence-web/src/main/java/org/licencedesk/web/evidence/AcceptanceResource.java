package org.licencedesk.web.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.licencedesk.record.evidence.AcceptanceEvidence;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Permission;
import org.licencedesk.web.json.ListJson;
import org.licencedesk.web.signin.CurrentActor;
import org.licencedesk.web.support.Addressed;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.Needs;
import org.licencedesk.web.support.Query;

/** {@code /tenants/{tenant}/acceptances}. */
@Path("/tenants/{tenant}/acceptances")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AcceptanceResource {

    @Inject
    private AcceptanceEvidence evidence;

    @Inject
    private CurrentActor actor;

    @Inject
    private Addressed addressed;

    @Inject
    private Query query;

    /** @return the proofs of the increases, the newest first */
    @GET
    @Needs(Permission.SEE_LEDGER)
    public Response list() {
        return Answers.ok(ListJson.of(
                evidence.list(addressed.tenant(), query.text("cursor"), query.limit(), actor.get()),
                AcceptanceJson::of));
    }

    /** @return one proof with the text that was accepted */
    @GET
    @Path("/{id}")
    @Needs(Permission.SEE_LEDGER)
    public Response get() {
        return Answers.ok(AcceptanceWithTextJson.of(evidence.get(
                addressed.tenant(), Identifiers.parse(addressed.id()).orElseThrow(NotFound::new), actor.get())));
    }
}
