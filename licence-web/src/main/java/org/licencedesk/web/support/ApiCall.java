package org.licencedesk.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.platform.Contention;
import org.licencedesk.platform.GroupCommit;
import org.licencedesk.platform.idempotency.Answer;
import org.licencedesk.platform.idempotency.Idempotency;
import org.licencedesk.platform.idempotency.RequestKey;
import org.licencedesk.web.json.Href;
import org.licencedesk.web.json.InvalidRequest;
import org.licencedesk.web.json.InvalidRequest.Place;
import org.licencedesk.web.signin.CurrentActor;

/** The present call of the API: who makes it, what its path and its headers name, and the one way to change something by it. */
@ApplicationScoped
public class ApiCall {

    private static final String KEY = "Idempotency-Key";

    private static final byte[] NOTHING = {};

    @Context
    private HttpHeaders headers;

    @Context
    private UriInfo uri;

    @Context
    private Request request;

    @Inject
    private CurrentActor actor;

    @Inject
    private Addressed addressed;

    @Inject
    private Idempotency idempotency;

    @Inject
    private GroupCommit groups;

    @Inject
    private QueryParameters query;

    /** @return who makes it */
    public Actor actor() {
        return actor.get();
    }

    /** @return the tenant that the path names, which the actor may see */
    public TenantId tenant() {
        return addressed.tenant();
    }

    /** @return the tenant's name as the path has it */
    public String slug() {
        return addressed.slug();
    }

    /** @return the identity that the path names, which may be of nothing */
    public String id() {
        return addressed.id();
    }

    /** @return the identity of what the path names inside the thing of {@link #id()}; which may be of nothing */
    public String part() {
        return addressed.part();
    }

    /**
     * @return the user that the path names, which may not exist
     * @throws NotFound if the path names none that could
     */
    public UserId user() {
        return addressed.user();
    }

    /** @return the revisions that {@code If-Match} expects (RFC 9110) */
    public Expected expected() {
        return EntityTags.expected(headers.getHeaderString(HttpHeaders.IF_MATCH));
    }

    /** @return the query parameters */
    public QueryParameters query() {
        return query;
    }

    /**
     * Changes something: again if it lost to another, and once only for one idempotency key (R36).
     *
     * @param body the request's body
     * @param change calls the use case and answers; may be called several times
     */
    public Response change(byte[] body, Supplier<Answer> change) {
        Optional<RequestKey> key = key().map(text -> new RequestKey(scope(), path(), text, content(body)));
        return response(Contention.retrying(
                () -> key.map(asked -> idempotency.once(asked, change)).orElseGet(change)));
    }

    /**
     * As {@link #change(byte[], Supplier)}, for what many do at the same time to one tenant: those who would wait for its lock
     * are done in one transaction. Who has an idempotency key goes alone, because its repeat waits for it and for nobody else.
     *
     * @param change as there; it may run on another thread, and knows nothing of the present request
     */
    public Response changeOften(byte[] body, Supplier<Answer> change) {
        return key().isPresent() ? change(body, change) : response(groups.run(tenant(), change));
    }

    /** As {@link #change(byte[], Supplier)}, for a request without a body that is answered by nothing (204). */
    public Response remove(Runnable removal) {
        return change(NOTHING, () -> {
            removal.run();
            return Answers.gone();
        });
    }

    /** As {@link #change(byte[], Supplier)}, for a request without a body. */
    public Response change(Supplier<Answer> change) {
        return change(NOTHING, change);
    }

    /**
     * As {@link #change(Supplier)}, where the answer is a secret that no repeat may get.
     *
     * @throws InvalidRequest if the request has an idempotency key
     */
    public Response changeForSecret(Supplier<Answer> change) {
        if (key().isPresent()) {
            throw new InvalidRequest(Place.HEADER, KEY, "key.refused");
        }
        return response(Contention.retrying(change));
    }

    private static Response response(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.location().map(Href::of).map(URI::create).ifPresent(response::location);
        answer.etag().ifPresent(tag -> response.header(HttpHeaders.ETAG, tag));
        answer.body()
                .ifPresent(body -> response.type(MediaType.APPLICATION_JSON).entity(body));
        return response.build();
    }

    private Optional<String> key() {
        List<String> lines = Optional.ofNullable(headers.getRequestHeader(KEY)).orElseGet(List::of);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        if (lines.size() > 1) {
            throw new InvalidRequest(Place.HEADER, KEY, "value.repeated");
        }
        String sent = lines.get(0);
        boolean quoted = sent.length() >= 2 && sent.startsWith("\"") && sent.endsWith("\"");
        String key = quoted ? sent.substring(1, sent.length() - 1) : sent;
        if (key.isEmpty() || key.length() > 255 || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new InvalidRequest(Place.HEADER, KEY, "key.not-in-form");
        }
        return Optional.of(key);
    }

    /** The same for one resource, in whatever way its path is written: with a slash at its end, or path parameters. */
    private String path() {
        return uri.getPathSegments().stream()
                .map(PathSegment::getPath)
                .filter(segment -> !segment.isEmpty())
                .collect(Collectors.joining("/"));
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
