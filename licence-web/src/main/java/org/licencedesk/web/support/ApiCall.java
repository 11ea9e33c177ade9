package org.licencedesk.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Expected;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.platform.idempotency.Answer;
import org.licencedesk.web.json.InvalidRequest;
import org.licencedesk.web.signin.CurrentActor;

/** The present call of the API: who makes it, what its path and its headers name, and the one way to change something by it. */
@ApplicationScoped
public class ApiCall {

    @Context
    private HttpHeaders headers;

    @Inject
    private CurrentActor actor;

    @Inject
    private Addressed addressed;

    @Inject
    private Changes changes;

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
        return changes.apply(body, change);
    }

    /** As {@link #change(byte[], Supplier)}, for a request without a body. */
    public Response change(Supplier<Answer> change) {
        return changes.apply(change);
    }

    /**
     * As {@link #change(Supplier)}, where the answer is a secret that no repeat may get.
     *
     * @throws InvalidRequest if the request has an idempotency key
     */
    public Response changeForSecret(Supplier<Answer> change) {
        return changes.applyForSecret(change);
    }
}
