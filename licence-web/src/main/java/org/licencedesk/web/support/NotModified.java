package org.licencedesk.web.support;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;

/** Answers 304 to whoever reads what has an entity tag and names that tag in {@code If-None-Match} (RFC 9110, 13.1.2). */
@Provider
public class NotModified implements ContainerResponseFilter {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Optional<String> known = Optional.ofNullable(request.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        Optional<String> tag = Optional.ofNullable(response.getHeaderString(HttpHeaders.ETAG));
        boolean unchanged = known.isPresent() && tag.isPresent() && EntityTags.names(known.get(), tag.get());
        if (unchanged && READING.contains(request.getMethod()) && response.getStatus() == Status.OK.getStatusCode()) {
            response.setEntity(null);
            response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
            response.setStatusInfo(Status.NOT_MODIFIED);
        }
    }
}
