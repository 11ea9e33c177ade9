package org.licencedesk.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.platform.Contention;
import org.licencedesk.platform.idempotency.Answer;
import org.licencedesk.platform.idempotency.Idempotency;
import org.licencedesk.platform.idempotency.RequestKey;
import org.licencedesk.web.json.InvalidRequest;
import org.licencedesk.web.json.InvalidRequest.Place;
import org.licencedesk.web.signin.CurrentActor;

/** Runs what a request changes: again if it lost to another, and once only for one idempotency key (R36). */
@ApplicationScoped
public class Changes {

    private static final String HEADER = "Idempotency-Key";

    private static final byte[] NOTHING = {};

    @Context
    private HttpHeaders headers;

    @Context
    private UriInfo uri;

    @Context
    private Request request;

    @Inject
    private Idempotency idempotency;

    @Inject
    private CurrentActor actor;

    /**
     * @param body the request's body
     * @param change calls the use case and answers; may be called several times
     */
    public Response apply(byte[] body, Supplier<Answer> change) {
        Optional<RequestKey> key = key().map(text -> new RequestKey(scope(), uri.getPath(), text, content(body)));
        return response(Contention.retrying(
                () -> key.map(asked -> idempotency.once(asked, change)).orElseGet(change)));
    }

    /** As {@link #apply(byte[], Supplier)}, for a request without a body. */
    public Response apply(Supplier<Answer> change) {
        return apply(NOTHING, change);
    }

    /**
     * For an answer that is a secret, and that no repeat may get.
     *
     * @throws InvalidRequest if the request has an idempotency key
     */
    public Response applyForSecret(Supplier<Answer> change) {
        if (key().isPresent()) {
            throw new InvalidRequest(Place.HEADER, HEADER, "key.refused");
        }
        return response(Contention.retrying(change));
    }

    private static Response response(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.location().map(URI::create).ifPresent(response::location);
        answer.etag().ifPresent(tag -> response.header(HttpHeaders.ETAG, tag));
        answer.body()
                .ifPresent(body -> response.type(MediaType.APPLICATION_JSON).entity(body));
        return response.build();
    }

    private Optional<String> key() {
        String sent = headers.getHeaderString(HEADER);
        if (sent == null) {
            return Optional.empty();
        }
        boolean quoted = sent.length() >= 2 && sent.startsWith("\"") && sent.endsWith("\"");
        String key = quoted ? sent.substring(1, sent.length() - 1) : sent;
        if (key.isEmpty() || key.length() > 255 || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new InvalidRequest(Place.HEADER, HEADER, "key.not-in-form");
        }
        return Optional.of(key);
    }

    private String scope() {
        Actor caller = actor.get();
        return caller.tenant()
                .map(TenantId::toString)
                .or(() -> caller.manager().map(ManagerId::toString))
                .orElse("operator");
    }

    private byte[] content(byte[] body) {
        byte[] method = (request.getMethod() + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] content = new byte[method.length + body.length];
        System.arraycopy(method, 0, content, 0, method.length);
        System.arraycopy(body, 0, content, method.length, body.length);
        return content;
    }
}
