package org.licencedesk.webhook;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import org.licencedesk.kernel.UnconnectedSockets;

/**
 * Sockets that connect to public addresses only. The address is judged where it is used, so that no name can lead to one
 * address when it is checked and to another when it is called.
 */
final class PublicSockets extends UnconnectedSockets {

    /** The connection is refused: the address is not public. */
    static final class NotPublic extends IOException {

        private static final long serialVersionUID = 1L;
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress to, int timeout) throws IOException {
                if (!(to instanceof InetSocketAddress address)
                        || address.isUnresolved()
                        || !PublicAddresses.contain(address.getAddress())) {
                    throw new NotPublic();
                }
                super.connect(to, timeout);
            }
        };
    }
}
