package org.licencedesk.harness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.seats.request.RequestChanged;
import org.licencedesk.seats.request.RequestState;

/** Notes what is told of reduction requests, as whoever sends mail about them would. */
@ApplicationScoped
public class ToldRequests {
    private final List<RequestChanged> told = new ArrayList<>();

    /** @return the states that were told of the tenant's requests, in their order */
    public synchronized List<RequestState> of(TenantId tenant) {
        return told.stream()
                .filter(change -> change.request().tenant().equals(tenant))
                .map(change -> change.request().state())
                .toList();
    }

    synchronized void note(@Observes RequestChanged change) {
        told.add(change);
    }
}
