package org.licencedesk.web.support;

import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;

/** What the path of the present request names: the tenant, and a thing in it or beside it. */
@RequestScoped
public class Addressed {

    /** What can be done with deleted users, too. */
    private static final Set<String> OF_DELETED = Set.of("erasure", "export");

    private @Nullable TenantId tenant;

    private Optional<String> kind = Optional.empty();

    private String id = "";

    private String slug = "";

    private Optional<String> part = Optional.empty();

    private boolean deletedToo;

    private @Nullable ApiOperation operation;

    /** Notes an operation of the path, the one that is called if there is such a one. */
    void note(ApiOperation here) {
        operation = here;
    }

    /** Notes what the path names; the tenant was found to be visible. */
    void note(Optional<TenantId> found, ApiOperation here, Map<String, String> variables) {
        note(here);
        tenant = found.orElse(null);
        id = variables.getOrDefault("id", "");
        slug = variables.getOrDefault("tenant", "");
        part = Optional.ofNullable(variables.get("delivery")).or(() -> Optional.ofNullable(variables.get("token")));
        deletedToo = OF_DELETED.contains(here.segments().get(here.segments().size() - 1));
        kind = variables.containsKey("id")
                ? Optional.of(here.segments().get(here.segments().indexOf("{id}") - 1))
                : Optional.empty();
    }

    /** @return the tenant that the path names */
    public TenantId tenant() {
        return Optional.ofNullable(tenant).orElseThrow(NotFound::new);
    }

    /** @return the address of the tenant that the path names */
    public String slug() {
        return slug;
    }

    /** @return the identity that the path names, which may be of nothing */
    public String id() {
        return id;
    }

    /**
     * @return the user that the path names, which may not exist
     * @throws NotFound if the path names none that could
     */
    public UserId user() {
        return UserId.parse(id).orElseThrow(NotFound::new);
    }

    /**
     * @return the identity of what the path names inside the thing of {@link #id()}, a message or a token; which may be of
     *     nothing
     */
    public String part() {
        return part.orElse("");
    }

    /** An operation of the path: the one that is called if there is such a one. */
    Optional<ApiOperation> operation() {
        return Optional.ofNullable(operation);
    }

    /** Whether the path names something inside a thing. */
    boolean namesPart() {
        return part.isPresent();
    }

    /** Whether what the path names may be deleted. */
    boolean namesDeletedToo() {
        return deletedToo;
    }

    /** What sort of thing the identity is of, as it is called in the path; empty where the path has none. */
    Optional<String> kind() {
        return kind;
    }
}
