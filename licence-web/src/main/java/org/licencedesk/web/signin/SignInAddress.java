package org.licencedesk.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.licencedesk.kernel.Secret;
import org.licencedesk.platform.PublicUrl;

/** Where a one-time sign-in link leads: the page at which its owner sets a password. */
@RequestScoped
public class SignInAddress {

    @Inject
    private PublicAddress publicAddress;

    @Inject
    private HttpServletRequest request;

    /** @return the link, below {@link #site} */
    public String of(Secret secret) {
        return site().signInLink(secret);
    }

    /** @return the public address of the installation if it is set, else the request's */
    public PublicUrl site() {
        return new PublicUrl(publicAddress.base(request));
    }
}
