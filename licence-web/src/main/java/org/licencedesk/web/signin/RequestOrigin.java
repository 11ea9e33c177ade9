package org.licencedesk.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose page a request was made by, as the browser says: {@code Origin}, else {@code Sec-Fetch-Site}. */
public enum RequestOrigin {
    /** A page of this installation. */
    OWN,
    /** A page of somebody else. */
    FOREIGN,
    /** Neither header is there: every browser of these years sends one of them with a form. */
    UNSAID;

    private static final String SAME_ORIGIN = "same-origin";

    /**
     * @param publicAddress under which people reach the installation; where it is not set the host that was asked for
     *     counts, over TLS or without
     */
    static RequestOrigin of(HttpServletRequest request, Optional<URI> publicAddress) {
        List<String> origins = Collections.list(request.getHeaders("Origin"));
        if (!origins.isEmpty()) {
            Optional<String> origin = origins.size() == 1 ? normalized(origins.get(0)) : Optional.empty();
            return origin.filter(said -> own(request, publicAddress).anyMatch(said::equals))
                            .isPresent()
                    ? OWN
                    : FOREIGN;
        }
        return Optional.ofNullable(request.getHeader("Sec-Fetch-Site"))
                .map(site -> site.equals(SAME_ORIGIN) ? OWN : FOREIGN)
                .orElse(UNSAID);
    }

    private static Stream<String> own(HttpServletRequest request, Optional<URI> publicAddress) {
        String host = Optional.ofNullable(request.getHeader("Host")).orElse("");
        return publicAddress
                .map(address -> Stream.of(address.toString()))
                .orElseGet(() -> Stream.of("http://" + host, "https://" + host))
                .flatMap(address -> normalized(address).stream());
    }

    /** Scheme, host and port, without the port that the scheme has anyway. */
    private static Optional<String> normalized(String address) {
        try {
            URI uri = new URI(address);
            if (uri.getScheme() == null || uri.getHost() == null) {
                return Optional.empty();
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            int usual = scheme.equals("https") ? 443 : 80;
            boolean said = uri.getPort() != -1 && uri.getPort() != usual;
            return Optional.of(
                    scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (said ? ":" + uri.getPort() : ""));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
