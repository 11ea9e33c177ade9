package org.licencedesk.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.licencedesk.platform.PublicUrl;
import org.licencedesk.platform.Settings;

/**
 * The address under which people reach the installation, {@code licence.public.url}.
 */
@ApplicationScoped
public class PublicAddress {

    private static final String ONE_YEAR = "max-age=31536000";

    private final Optional<URI> url;

    private final boolean withSubDomains;

    /** Reads the settings. */
    public PublicAddress() {
        this(
                PublicUrl.configured(Settings.ofProcess()).map(PublicUrl::base),
                Settings.ofProcess().truth("licence.hsts.subdomains"));
    }

    PublicAddress(Optional<URI> url) {
        this(url, false);
    }

    PublicAddress(Optional<URI> url, boolean withSubDomains) {
        this.url = url;
        this.withSubDomains = withSubDomains;
    }

    /** @return whether the operator said under which address people come */
    boolean isSet() {
        return url.isPresent();
    }

    /** @return whether people reach the installation over TLS only */
    public boolean isHttps() {
        return url.filter(address -> "https".equalsIgnoreCase(address.getScheme()))
                .isPresent();
    }

    /** @return what {@code Strict-Transport-Security} says, where people reach the installation over TLS only */
    public Optional<String> strictTransport() {
        return isHttps() ? Optional.of(ONE_YEAR + (withSubDomains ? "; includeSubDomains" : "")) : Optional.empty();
    }

    /** @return the path below which a browser sees the pages; {@code /} if they have their host to themselves */
    public String path() {
        return prefix().orElse("/");
    }

    /** @return the request as a browser made it, before a proxy took the path of the public address off */
    HttpServletRequest asSeen(HttpServletRequest request) {
        return prefix().<HttpServletRequest>map(path -> new PublicRequest(request, path))
                .orElse(request);
    }

    private Optional<String> prefix() {
        return url.map(PublicUrl::new).map(PublicUrl::path).filter(path -> !path.isEmpty());
    }

    /** @return the address below which all pages are: the public one if it is set, else the one that was asked for */
    public URI base(HttpServletRequest request) {
        return url.map(address -> address.toString().endsWith("/") ? address : URI.create(address + "/"))
                .orElseGet(() -> URI.create(request.getScheme() + "://"
                        + Optional.ofNullable(request.getHeader("Host"))
                                .orElseGet(() -> request.getServerName() + ":" + request.getServerPort())
                        + request.getContextPath() + "/"));
    }

    /** @return whose page the request was made by */
    public RequestOrigin origin(HttpServletRequest request) {
        return RequestOrigin.of(request, url);
    }

    /**
     * @return the name of one of our cookies: where people come over TLS with the prefix by which browsers refuse it from
     *     anybody who cannot set a secure one, and from sister domains if all paths are ours (RFC 6265bis)
     */
    String cookie(String name) {
        if (!isHttps()) {
            return name;
        }
        return (path().equals("/") ? "__Host-" : "__Secure-") + name;
    }
}
