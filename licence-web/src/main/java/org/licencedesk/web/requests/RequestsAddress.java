package org.licencedesk.web.requests;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import org.licencedesk.seats.request.RequestId;
import org.licencedesk.web.page.Subpath;

/** What follows {@code /requests} in the address: nothing, or the identity of one request. */
@Named
@RequestScoped
public class RequestsAddress {

    /** @return the name of the page that this is the address of */
    public String getPage() {
        return Subpath.asked().isEmpty() ? "requests" : "request";
    }

    /** @return the request of the address; empty for what is no identity */
    Optional<RequestId> request() {
        return RequestId.parse(Subpath.asked());
    }
}
