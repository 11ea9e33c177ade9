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

    /** @return the path of the address, without a slash at its end; blank where the pages have their host to themselves */
    public String path() {
        return base.getRawPath().replaceFirst("/+$", "");
    }

    /**
     * @param path inside the application, without a slash before it
     * @return the address of the page
     */
    public String page(String path) {
        return base.resolve(path).toString();
    }

    /** @return the address at which the owner of the one-time link sets a password */
    public String signInLink(Secret secret) {
        return base.resolve("password?token=" + secret.text()).toString();
    }
}
