package org.licencedesk.kernel;

import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes sockets for clients that connect them themselves, which is where a socket of ours sees the address. */
public abstract class UnconnectedSockets extends SocketFactory {

    /** @return a socket that is not connected yet */
    @Override
    public abstract Socket createSocket();

    @Override
    public final Socket createSocket(String host, int port) {
        throw unconnectedOnly();
    }

    @Override
    public final Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw unconnectedOnly();
    }

    @Override
    public final Socket createSocket(InetAddress host, int port) {
        throw unconnectedOnly();
    }

    @Override
    public final Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw unconnectedOnly();
    }

    private static UnsupportedOperationException unconnectedOnly() {
        return new UnsupportedOperationException("The client connects its sockets itself");
    }
}
