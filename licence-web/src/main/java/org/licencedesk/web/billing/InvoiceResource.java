package org.licencedesk.web.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Role;
import org.licencedesk.record.billing.ClosedInvoice;
import org.licencedesk.record.billing.Invoice;
import org.licencedesk.record.billing.InvoiceLine;
import org.licencedesk.record.billing.Invoices;
import org.licencedesk.web.json.MoneyJson;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.ApiCall;
import org.licencedesk.web.support.Needs;

/** {@code /tenants/{tenant}/invoices}. */
@Path("/tenants/{tenant}/invoices")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class InvoiceResource {

    private record LineJson(
            String text,
            String kind,
            int seats,
            String from,
            String to,
            Optional<MoneyJson> pricePerSeat,
            Optional<MoneyJson> amount,
            Optional<String> acceptanceId) {

        static LineJson of(InvoiceLine line, Role reader) {
            return new LineJson(
                    LineWording.of(line, Locale.UK, reader),
                    line.kind().name(),
                    line.seats(),
                    line.from().toString(),
                    line.to().toString(),
                    MoneyJson.of(line.pricePerSeat()),
                    MoneyJson.of(line.amount()),
                    line.acceptance().map(UUID::toString));
        }

        static List<LineJson> of(Invoice invoice, Role reader) {
            return invoice.lines().stream().map(line -> of(line, reader)).toList();
        }
    }

    private record NextJson(String date, List<LineJson> lines, Optional<MoneyJson> total) {}

    private record ClosedJson(
            int number,
            String date,
            Optional<String> corrects,
            List<LineJson> lines,
            Optional<MoneyJson> total,
            String closedAt) {

        static ClosedJson of(ClosedInvoice closed, Role reader) {
            Invoice invoice = closed.invoice();
            return new ClosedJson(
                    closed.number(),
                    invoice.date().toString(),
                    closed.corrects().map(LocalDate::toString),
                    LineJson.of(invoice, reader),
                    MoneyJson.of(invoice.total()),
                    closed.closedAt().toString());
        }
    }

    @Inject
    private Invoices invoices;

    @Inject
    private ApiCall call;

    /** @return the closed invoices and the documents that correct them, newest first */
    @GET
    @Needs(Permission.SEE_INVOICES)
    public Response closed() {
        Role reader = call.actor().role();
        return Answers.ok(invoices.closed(call.tenant(), call.query().page(), call.actor())
                .map(closed -> ClosedJson.of(closed, reader)));
    }

    /** @return the next invoice as it will be, if nothing else changes */
    @GET
    @Path("/next")
    @Needs(Permission.SEE_INVOICES)
    public Response next() {
        Invoice next = invoices.next(call.tenant(), call.actor());
        List<LineJson> lines = LineJson.of(next, call.actor().role());
        return Answers.ok(new NextJson(next.date().toString(), lines, MoneyJson.of(next.total())));
    }
}
