package org.licencedesk.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.licencedesk.kernel.Secret;
import org.licencedesk.kernel.Settings;

/** Where a one-time sign-in link leads: the page at which its owner sets a password. */
@RequestScoped
public class SignInAddress {

    @Context
    private UriInfo uri;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public SignInAddress() {}

    /** @return the link, below the public address of the installation if it is set, else below the request's */
    public String of(Secret secret) {
        URI base = Settings.ofProcess()
                .find("licence.public.url")
                .map(text -> URI.create(text.endsWith("/") ? text : text + "/"))
                .orElseGet(() -> uri.getBaseUri().resolve("/"));
        return base.resolve("password?token=" + secret.text()).toString();
    }
}
