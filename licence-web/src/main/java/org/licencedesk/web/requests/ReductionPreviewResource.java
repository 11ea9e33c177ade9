package org.licencedesk.web.requests;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.Permission;
import org.licencedesk.seats.request.Preflight;
import org.licencedesk.seats.request.ReductionPreview;
import org.licencedesk.seats.request.ReductionRequesting;
import org.licencedesk.web.json.FiguresJson;
import org.licencedesk.web.json.ReductionJson;
import org.licencedesk.web.support.Answers;
import org.licencedesk.web.support.ApiCall;
import org.licencedesk.web.support.Needs;
import org.licencedesk.web.support.QueryParameters;

/** {@code /tenants/{tenant}/reduction-preview}. */
@Path("/tenants/{tenant}/reduction-preview")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ReductionPreviewResource {

    private record PreviewJson(
            @JsonUnwrapped ReductionJson reduction,
            Preflight preflight,
            FiguresJson figures,
            List<LocalDate> renewals) {

        static PreviewJson of(ReductionPreview preview) {
            return new PreviewJson(
                    ReductionJson.of(preview.reduction()),
                    preview.preflight(),
                    FiguresJson.of(preview.figures()),
                    preview.renewals());
        }
    }

    @Inject
    private ReductionRequesting requesting;

    @Inject
    private ApiCall call;

    /** @return what asking for the number in {@code maximum} would mean */
    @GET
    @Needs(Permission.REQUEST_REDUCTIONS)
    public Response preview() {
        Optional<LocalDate> effectiveOn = call.query().date("effectiveOn");
        long maximum = call.query()
                .wholeNumber("maximum", 1, Integer.MAX_VALUE)
                .orElseThrow(() -> QueryParameters.invalid("maximum", "json.missing"));
        return Answers.ok(
                PreviewJson.of(requesting.preview(call.tenant(), Math.toIntExact(maximum), effectiveOn, call.actor())));
    }
}
