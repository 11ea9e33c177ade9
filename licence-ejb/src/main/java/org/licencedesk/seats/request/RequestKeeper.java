package org.licencedesk.seats.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import org.licencedesk.kernel.Actor;
import org.licencedesk.seats.allowance.ReductionSuperseded;

/** Keeps requests in step with what happens to the allowance, and tells of each change of theirs. */
@ApplicationScoped
class RequestKeeper {

    @Inject
    private StoredRequests requests;

    @Inject
    private Event<RequestChanged> changes;

    /** The agreed reduction has ended, and so has the request that it came from. */
    void supersede(@Observes ReductionSuperseded told) {
        requests.open(told.tenant()).ifPresent(request -> {
            request.supersede(told.at());
            tell(request, told.actor(), told.at());
        });
    }

    /** @return the request as it is shown now, after telling of its change */
    ReductionRequest tell(StoredRequest request, Actor actor, Instant now) {
        ReductionRequest shown = requests.view(request);
        changes.fire(new RequestChanged(shown, actor, now));
        return shown;
    }
}
