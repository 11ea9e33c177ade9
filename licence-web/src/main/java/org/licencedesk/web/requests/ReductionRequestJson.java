package org.licencedesk.web.requests;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.request.Preflight;
import org.licencedesk.seats.request.ReductionRequest;
import org.licencedesk.web.json.FiguresJson;
import org.licencedesk.web.json.ReductionJson;

/** A reduction request in the contract. */
record ReductionRequestJson(
        String id,
        TenantJson tenant,
        String state,
        @JsonUnwrapped ReductionJson asked,
        String reason,
        List<String> deactivate,
        String requestedAt,
        String requestedBy,
        Optional<ReductionJson> counter,
        Optional<String> message,
        Optional<String> decidedAt,
        Optional<String> decidedBy,
        Optional<String> endedAt,
        Optional<Preflight> preflight,
        Optional<FiguresJson> outcome,
        Optional<String> kept) {

    /** The tenant that asks. */
    record TenantJson(String slug, String name) {}

    static ReductionRequestJson of(ReductionRequest request) {
        return new ReductionRequestJson(
                request.id().toString(),
                new TenantJson(request.slug().text(), request.tenantName()),
                request.state().name(),
                ReductionJson.of(request.asked()),
                request.reason().text(),
                request.deactivate().stream().map(UserId::toString).toList(),
                request.requestedAt().toString(),
                request.requestedBy(),
                ReductionJson.of(request.counter()),
                request.message(),
                request.decidedAt().map(Instant::toString),
                request.decidedBy(),
                request.endedAt().map(Instant::toString),
                request.preflight(),
                request.outcome().map(FiguresJson::of),
                request.kept().map(UserId::toString));
    }
}
