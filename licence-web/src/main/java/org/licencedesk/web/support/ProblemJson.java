package org.licencedesk.web.support;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.allowance.Quote;
import org.licencedesk.web.json.FiguresJson;
import org.licencedesk.web.json.Href;
import org.licencedesk.web.json.InvalidRequest.Violation;
import org.licencedesk.web.json.QuoteJson;
import org.licencedesk.web.json.StrictJson;

/** A refusal in the form of RFC 9457. The texts of the API are English. */
final class ProblemJson {

    private static final String MEDIA_TYPE = "application/problem+json";

    private static final Locale LANGUAGE = Locale.ROOT;

    private ProblemJson() {}

    static Response response(ProblemType problem, String instance, Map<String, Object> facts) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", Href.of("/problems/" + problem.code()));
        members.put("title", problem.title(LANGUAGE));
        members.put("status", problem.status());
        members.put("detail", problem.detail(LANGUAGE));
        members.put("instance", instance);
        members.put("code", problem.code());
        facts.forEach((name, fact) -> members.put(name, json(fact)));
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(MEDIA_TYPE).entity(StrictJson.write(members));
        return switch (problem) {
            case BUSY, UNAVAILABLE ->
                response.header(HttpHeaders.RETRY_AFTER, "1").build();
            case RENEWAL_OVERDUE ->
                response.header(HttpHeaders.RETRY_AFTER, "60").build();
            case UNAUTHENTICATED ->
                response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
            default -> response.build();
        };
    }

    static Map<String, Object> violations(List<Violation> violations) {
        return Map.of(
                "violations",
                violations.stream()
                        .map(violation -> Map.of(
                                violation.kind().name().toLowerCase(Locale.ROOT),
                                violation.where(),
                                "detail",
                                ProblemType.text(violation.detail(), LANGUAGE)))
                        .toList());
    }

    private static Object json(Object fact) {
        if (fact instanceof Figures figures) {
            return FiguresJson.of(figures);
        }
        if (fact instanceof Quote quote) {
            return QuoteJson.of(quote);
        }
        return fact;
    }
}
