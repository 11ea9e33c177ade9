package org.licencedesk.web.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.licencedesk.kernel.Permission;
import org.licencedesk.record.billing.BillingEvent;
import org.licencedesk.record.billing.BillingEvents;
import org.licencedesk.web.json.FeedJson;
import org.licencedesk.web.json.MoneyJson;
import org.licencedesk.web.json.NextInvoiceJson;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.ApiCall;
import org.licencedesk.web.support.Needs;

/** {@code /tenants/{tenant}/billing-events}. */
@Path("/tenants/{tenant}/billing-events")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class BillingEventResource {

    private record ClosedJson(int number, String date, Optional<MoneyJson> total) {}

    /** Beside {@link ClosedJson}, so that whoever keeps invoices by date does not take a correction for one. */
    private record CorrectionJson(int number, String date, String corrects, Optional<MoneyJson> total) {}

    private record EventJson(
            long seq,
            String at,
            String kind,
            int maximum,
            NextInvoiceJson nextInvoice,
            Optional<ClosedJson> invoice,
            Optional<CorrectionJson> correction) {

        static EventJson of(BillingEvent event) {
            return new EventJson(
                    event.sequence(),
                    event.at().toString(),
                    event.kind().name(),
                    event.maximum(),
                    NextInvoiceJson.of(event.nextInvoice()),
                    event.closed()
                            .filter(closed -> closed.corrects().isEmpty())
                            .map(closed -> new ClosedJson(
                                    closed.number(), closed.date().toString(), MoneyJson.of(closed.total()))),
                    event.closed().flatMap(closed -> closed.corrects()
                            .map(corrected -> new CorrectionJson(
                                    closed.number(),
                                    closed.date().toString(),
                                    corrected.toString(),
                                    MoneyJson.of(closed.total())))));
        }
    }

    @Inject
    private BillingEvents events;

    @Inject
    private ApiCall call;

    /** @return the events after {@code after}, oldest first */
    @GET
    @Needs(Permission.SEE_INVOICES)
    public Response events() {
        return Answers.ok(FeedJson.of(
                events.after(
                        call.tenant(),
                        call.query().sequence("after"),
                        call.query().limit(),
                        call.actor()),
                EventJson::of));
    }
}
