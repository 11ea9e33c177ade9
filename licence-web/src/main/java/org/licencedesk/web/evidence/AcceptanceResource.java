package org.licencedesk.web.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.licencedesk.allowance.AcceptedIncrease;
import org.licencedesk.allowance.Quote;
import org.licencedesk.evidence.AcceptanceEvidence;
import org.licencedesk.evidence.Evidence;
import org.licencedesk.evidence.EvidenceText;
import org.licencedesk.evidence.Person;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Permission;
import org.licencedesk.web.json.DueNowJson;
import org.licencedesk.web.json.ListJson;
import org.licencedesk.web.json.MoneyJson;
import org.licencedesk.web.json.NextInvoiceJson;
import org.licencedesk.web.json.ReductionJson;
import org.licencedesk.web.json.TermsJson;
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

    private record PersonJson(String userId, String userName, String displayName) {

        static PersonJson of(Person person) {
            return new PersonJson(person.id().toString(), person.userName(), person.displayName());
        }
    }

    private record AcceptanceJson(
            String id,
            String at,
            String actor,
            Optional<PersonJson> person,
            String door,
            int raisedFrom,
            int raisedTo,
            Optional<MoneyJson> monthlyIncrease,
            DueNowJson dueNow,
            NextInvoiceJson nextInvoice,
            TermsJson terms,
            Optional<ReductionJson> endedReduction) {

        static AcceptanceJson of(Evidence evidence) {
            AcceptedIncrease increase = evidence.increase();
            Quote accepted = increase.accepted();
            return new AcceptanceJson(
                    increase.id().toString(),
                    increase.at().toString(),
                    increase.actor(),
                    evidence.person().map(PersonJson::of),
                    increase.door().name(),
                    increase.raisedFrom(),
                    accepted.raiseTo(),
                    MoneyJson.of(accepted.monthlyIncrease()),
                    DueNowJson.of(accepted.dueNow()),
                    NextInvoiceJson.of(accepted.nextInvoice()),
                    TermsJson.of(accepted.terms()),
                    ReductionJson.of(accepted.endsReduction()));
        }
    }

    private record AcceptanceWithTextJson(
            String id,
            String at,
            String actor,
            Optional<PersonJson> person,
            String door,
            int raisedFrom,
            int raisedTo,
            Optional<MoneyJson> monthlyIncrease,
            DueNowJson dueNow,
            NextInvoiceJson nextInvoice,
            TermsJson terms,
            Optional<ReductionJson> endedReduction,
            String text,
            boolean textMatchesDigest) {

        static AcceptanceWithTextJson of(EvidenceText evidence) {
            AcceptanceJson plain = AcceptanceJson.of(evidence.evidence());
            return new AcceptanceWithTextJson(
                    plain.id(),
                    plain.at(),
                    plain.actor(),
                    plain.person(),
                    plain.door(),
                    plain.raisedFrom(),
                    plain.raisedTo(),
                    plain.monthlyIncrease(),
                    plain.dueNow(),
                    plain.nextInvoice(),
                    plain.terms(),
                    plain.endedReduction(),
                    evidence.text(),
                    evidence.textMatches());
        }
    }

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
