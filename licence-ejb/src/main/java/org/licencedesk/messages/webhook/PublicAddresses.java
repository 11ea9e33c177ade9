package org.licencedesk.messages.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses belong to the public Internet, so that nobody makes this server talk to what only it can reach: itself,
 * its neighbours, or the service that a cloud keeps its secrets at.
 */
final class PublicAddresses {

    /** What is not public of IPv4 (RFC 6890 and the registry that it began). */
    private static final List<Block> SPECIAL_4 = List.of(
            new Block("0.0.0.0", 8),
            new Block("10.0.0.0", 8),
            new Block("100.64.0.0", 10),
            new Block("127.0.0.0", 8),
            new Block("169.254.0.0", 16),
            new Block("172.16.0.0", 12),
            new Block("192.0.0.0", 24),
            new Block("192.0.2.0", 24),
            new Block("192.88.99.0", 24),
            new Block("192.168.0.0", 16),
            new Block("198.18.0.0", 15),
            new Block("198.51.100.0", 24),
            new Block("203.0.113.0", 24),
            new Block("224.0.0.0", 3));

    /** The one block of IPv6 that public addresses are taken from. */
    private static final Block GLOBAL_6 = new Block("2000::", 3);

    /** What is not public of it: Teredo and its neighbours, documentation, and 6to4, which holds an IPv4 address. */
    private static final List<Block> SPECIAL_6 = List.of(
            new Block("2001::", 23), new Block("2001:db8::", 32), new Block("2002::", 16), new Block("3fff::", 20));

    private PublicAddresses() {}

    /** @return whether the address is one; an IPv4 address inside an IPv6 one never is */
    static boolean contain(InetAddress address) {
        if (address instanceof Inet4Address) {
            return SPECIAL_4.stream().noneMatch(block -> block.contains(address));
        }
        return GLOBAL_6.contains(address) && SPECIAL_6.stream().noneMatch(block -> block.contains(address));
    }

    private record Block(InetAddress first, int bits) {

        Block(String first, int bits) {
            this(Literal.address(first), bits);
        }

        boolean contains(InetAddress address) {
            byte[] mine = first.getAddress();
            byte[] other = address.getAddress();
            if (mine.length != other.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
