package org.licencedesk.web.signin;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.TenantId;

/** Who makes the present request. */
@RequestScoped
public class CurrentActor {

    private @Nullable Actor actor;

    /** @return who it is */
    public Actor get() {
        return find().orElseThrow();
    }

    /** @return the tenant of who it is, who must belong to one */
    public TenantId tenant() {
        return get().tenant().orElseThrow();
    }

    /** @return who it is, if it is anybody */
    public Optional<Actor> find() {
        return Optional.ofNullable(actor);
    }

    void is(Actor found) {
        actor = found;
    }
}
