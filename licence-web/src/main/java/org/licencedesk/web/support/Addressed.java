package org.licencedesk.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.licencedesk.access.Tokens;
import org.licencedesk.directory.UserDirectory;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.ManagerId;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.tenant.AccountManagers;

/** What the path of the present request names: the tenant, and a thing in it or beside it. */
@RequestScoped
public class Addressed {

    // References that a request seldom needs, and that the container would look up for each.
    @Inject
    private Instance<UserDirectory> directory;

    @Inject
    private Instance<Tokens> tokens;

    @Inject
    private AccountManagers managers;

    private @Nullable TenantId tenant;

    private Predicate<String> exists = id -> true;

    private String id = "";

    private String slug = "";

    /** Notes what the path names; the tenant was found to be visible. */
    void note(Optional<TenantId> found, ApiOperation operation, Map<String, String> variables) {
        tenant = found.orElse(null);
        id = variables.getOrDefault("id", "");
        slug = variables.getOrDefault("tenant", "");
        if (variables.containsKey("id")) {
            exists = switch (operation.segments().get(operation.segments().indexOf("{id}") - 1)) {
                case "users" ->
                    text -> UserId.parse(text)
                            .filter(user -> directory.get().has(tenant(), user))
                            .isPresent();
                case "tokens" ->
                    text -> Identifiers.parse(text)
                            .filter(token -> tokens.get().has(tenant(), token))
                            .isPresent();
                case "account-managers" ->
                    text -> ManagerId.parse(text).flatMap(managers::find).isPresent();
                default -> throw new IllegalStateException("Nothing known of ids in " + operation);
            };
        }
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

    /** @return whether there is what the path names; asked only where something else is refused, which comes second */
    boolean exists() {
        return exists.test(id);
    }
}
