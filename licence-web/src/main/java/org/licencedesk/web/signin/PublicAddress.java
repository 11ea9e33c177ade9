package org.licencedesk.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.licencedesk.kernel.PublicUrl;
import org.licencedesk.kernel.Settings;

/**
 * The address under which people reach the installation, {@code licence.public.url}.
 */
@ApplicationScoped
public class PublicAddress {

    private final Optional<URI> url;

    /** Reads the setting. */
    public PublicAddress() {
        this(PublicUrl.configured(Settings.ofProcess()).map(PublicUrl::base));
    }

    PublicAddress(Optional<URI> url) {
        this.url = url;
    }

    /** @return whether people reach the installation over TLS only */
    public boolean isHttps() {
        return url.filter(address -> "https".equalsIgnoreCase(address.getScheme()))
                .isPresent();
    }

    /** @return the address below which all pages are: the public one if it is set, else the one that was asked for */
    public URI base(HttpServletRequest request) {
        return url.map(address -> address.toString().endsWith("/") ? address : URI.create(address + "/"))
                .orElseGet(() -> URI.create(request.getScheme() + "://"
                        + Optional.ofNullable(request.getHeader("Host"))
                                .orElseGet(() -> request.getServerName() + ":" + request.getServerPort())
                        + request.getContextPath() + "/"));
    }

    /** @return whether a browser says that the request was made by a page of somebody else */
    public boolean isForeign(HttpServletRequest request) {
        String own = url.map(URI::getRawAuthority)
                .or(() -> Optional.ofNullable(request.getHeader("Host")))
                .orElse("");
        return Optional.ofNullable(request.getHeader("Origin"))
                .filter(origin -> !own.equalsIgnoreCase(origin.replaceFirst("^https?://", "")))
                .isPresent();
    }
}
