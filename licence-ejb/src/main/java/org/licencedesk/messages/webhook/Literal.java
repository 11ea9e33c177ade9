package org.licencedesk.messages.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that are written down in numbers, which need no question to a name server. */
final class Literal {

    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** Names end in a word. What ends in a number is an address in one of the forms of old, octal ones included. */
    private static final Pattern NUMBER_AT_THE_END = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9A-Fa-f]*)\\.?");

    private Literal() {}

    /**
     * @param host a name, or an address, without brackets
     * @return the address, if it is one in the usual form
     */
    static Optional<InetAddress> find(String host) {
        return IPV4.matcher(host).matches() || IPV6.matcher(host).matches() ? parse(host) : Optional.empty();
    }

    /** @return whether the host is neither a name nor an address in the usual form */
    static boolean isOdd(String host) {
        boolean usual = find(host).isPresent() && !host.matches("(.*\\.)?0\\d.*");
        return !usual && (host.contains(":") || NUMBER_AT_THE_END.matcher(host).matches());
    }

    /** @return the address that is written so */
    static InetAddress address(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("Not an address: " + text));
    }

    private static Optional<InetAddress> parse(String text) {
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
