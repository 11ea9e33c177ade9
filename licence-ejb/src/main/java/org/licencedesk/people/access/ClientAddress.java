package org.licencedesk.people.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.licencedesk.kernel.Sha256;

/** The network address that a request comes from. */
public record ClientAddress(InetAddress address) {

    private static final int IPV6_NETWORK_BYTES = 8;

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

    private static final Pattern IPV6 = Pattern.compile("([0-9A-Fa-f:.]{2,45})(%[A-Za-z0-9._~-]{1,32})?");

    /**
     * Reads an address; nothing is ever looked up by name. An IPv6 address that stands for one of IPv4 is the latter.
     *
     * @param text an IPv4 address, or one of IPv6 without brackets; a zone after it counts for nothing
     * @return the address, or empty if the text is none
     */
    public static Optional<ClientAddress> parse(String text) {
        if (IPV4.matcher(text).matches()) {
            return literal(text);
        }
        return Optional.of(IPV6.matcher(text))
                .filter(found -> found.matches() && text.contains(":"))
                .flatMap(found -> literal("[" + found.group(1) + "]"));
    }

    /** Java looks neither four numbers nor what stands in brackets up. */
    private static Optional<ClientAddress> literal(String text) {
        try {
            return Optional.of(new ClientAddress(InetAddress.getByName(text)));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** @return the key of the place: an IPv4 address for itself, of IPv6 the 64-bit network that one customer gets */
    ThrottleKey network() {
        byte[] bytes = address.getAddress();
        return ThrottleKey.of(
                Sha256.of(address instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes));
    }
}
