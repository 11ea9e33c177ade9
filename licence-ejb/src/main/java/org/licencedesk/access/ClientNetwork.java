package org.licencedesk.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Which addresses count as one place: an IPv4 address for itself, of IPv6 the 64-bit network that one customer gets. */
final class ClientNetwork {

    private static final int IPV6_NETWORK_BYTES = 8;

    private ClientNetwork() {}

    static String of(String address) {
        // Only what can be an IPv6 address is parsed: anything else would be looked up as a host name.
        if (!address.contains(":") || !address.matches("[0-9A-Fa-f:.]{2,45}")) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), IPV6_NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
