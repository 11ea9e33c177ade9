package org.licencedesk.platform;

import java.net.URI;
import java.util.Optional;
import org.licencedesk.kernel.Secret;

/**
 * The address below which all pages are, for links that people get.
 *
 * @param base the address; a slash is put at its end if there is none
 */
public record PublicUrl(URI base) {

    /** Ends the address with a slash. */
    public PublicUrl {
        base = base.toString().endsWith("/") ? base : URI.create(base + "/");
    }

    /** @return the address that the operator says people use, {@code licence.public.url}; never what a request says */
    public static Optional<PublicUrl> configured(Settings settings) {
        return settings.find("licence.public.url").map(URI::create).map(PublicUrl::new);
    }

    /** @return the address at which the owner of the one-time link sets a password */
    public String signInLink(Secret secret) {
        return base.resolve("password?token=" + secret.text()).toString();
    }
}
