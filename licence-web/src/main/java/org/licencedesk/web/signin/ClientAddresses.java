package org.licencedesk.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.licencedesk.people.access.ClientAddress;
import org.licencedesk.platform.PublicUrl;
import org.licencedesk.platform.Settings;

/**
 * Says which network address a request comes from. Each proxy writes at the end of {@code X-Forwarded-For} from where it
 * was reached. So many of the last ones are believed as the operator says that there are proxies of theirs,
 * {@code licence.trusted.proxies}: one where a public address is set, else none.
 */
@ApplicationScoped
public class ClientAddresses {

    private static final Logger LOG = System.getLogger(ClientAddresses.class.getName());

    private static final String HEADER = "X-Forwarded-For";

    /** An address with its port, or in brackets with or without one: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. */
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^\\[\\]]*)](?::\\d{1,5})?|([^:]*):\\d{1,5}");

    private static final ClientAddress NOWHERE = new ClientAddress(InetAddress.getLoopbackAddress());

    private final int trusted;

    /** Whether it is still to be said that the settings know of no proxy. */
    private final AtomicBoolean unwarned;

    /** Reads the settings. */
    public ClientAddresses() {
        this(Settings.ofProcess());
    }

    ClientAddresses(Settings settings) {
        boolean behindProxy = PublicUrl.configured(settings).isPresent();
        Optional<Integer> known = settings.find("licence.trusted.proxies").map(Integer::valueOf);
        trusted = known.orElse(behindProxy ? 1 : 0);
        unwarned = new AtomicBoolean(!behindProxy && known.isEmpty());
    }

    /** @return the address that the outermost of the operator's proxies was reached from, as far as that is known */
    public ClientAddress of(HttpServletRequest request) {
        List<String> noted = trusted == 0 ? List.of() : noted(request);
        int outermost = Math.max(0, noted.size() - trusted);
        // What cannot be read tells nothing: the next one that can be was written by a proxy nearer to us.
        return IntStream.range(outermost, noted.size())
                .mapToObj(place -> parse(noted.get(place)))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> ClientAddress.parse(request.getRemoteAddr()))
                .orElse(NOWHERE);
    }

    /** Warns, once, if a proxy seems to stand before the server and the settings know of none. */
    void warnOfProxy(HttpServletRequest request) {
        if (unwarned.get() && request.getHeader(HEADER) != null && unwarned.compareAndSet(true, false)) {
            LOG.log(
                    Level.WARNING,
                    "Requests carry {0}, which is not heeded: everybody behind the proxy counts as one address. Set"
                            + " LICENCE_PUBLIC_URL or LICENCE_TRUSTED_PROXIES",
                    HEADER);
        }
    }

    /** However many lines of the header there are, they are one list (RFC 9110). */
    private static List<String> noted(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HEADER)).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private static Optional<ClientAddress> parse(String noted) {
        return ClientAddress.parse(noted).or(() -> Optional.of(WITH_PORT.matcher(noted))
                .filter(found -> found.matches())
                .flatMap(found -> ClientAddress.parse(found.group(found.group(1) == null ? 2 : 1))));
    }
}
