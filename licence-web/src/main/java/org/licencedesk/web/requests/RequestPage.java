package org.licencedesk.web.requests;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.seats.request.ReductionRequest;
import org.licencedesk.seats.request.RequestId;
import org.licencedesk.seats.request.RequestReading;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** {@code /requests/ID}: one reduction request, as it went. */
@Named
@RequestScoped
public class RequestPage {

    @Inject
    private RequestReading reading;

    @Inject
    private RequestsAddress address;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageContext page;

    private final Lazy<Optional<ReductionRequest>> request =
            new Lazy<>(() -> address.request().flatMap(this::find));

    private Optional<ReductionRequest> find(RequestId id) {
        try {
            return Optional.of(reading.get(actor.tenant(), id, actor.get()));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    /** Shows the error page where there is no such request; one that is open is seen, and answered, on the page of all. */
    public void require() {
        if (request.get().isEmpty()) {
            page.fail(HttpServletResponse.SC_NOT_FOUND);
        } else if (request().state().isOpen()) {
            page.redirect("/requests");
        }
    }

    /** @return the request */
    public ReductionRequest request() {
        return request.get().orElseThrow(NotFound::new);
    }
}
