package org.licencedesk.web.resilience;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between a server and MariaDB, counts the commands of all connections, and cuts the connection of one of them.
 * Of the protocol it knows the packet header: three bytes of length, and a sequence number that is 0 in the first packet
 * of a command.
 */
final class StatementProxy implements AutoCloseable {

    /** Where the connection of a command is cut. */
    enum Cut {
        /** The command never reaches the database. */
        BEFORE_IT,
        /** The database does the command, and its answer never reaches the server. */
        BEFORE_ITS_ANSWER
    }

    private static final int HEADER = 4;

    private final ServerSocket listener;

    private final int databasePort;

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Optional<Cut> armed = Optional.empty();

    private int commandsLeft;

    private String lastCut = "";

    private StatementProxy(ServerSocket listener, int databasePort) {
        this.listener = listener;
        this.databasePort = databasePort;
    }

    static StatementProxy before(int databasePort) {
        try {
            StatementProxy proxy =
                    new StatementProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), databasePort);
            daemon(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Cuts the connection of the n-th command from now, counted from 1, once. */
    synchronized void arm(Cut cut, int command) {
        armed = Optional.of(cut);
        commandsLeft = command;
        lastCut = "";
    }

    /** @return whether the cut was done; none is done any more */
    synchronized boolean disarm() {
        boolean done = armed.isEmpty();
        armed = Optional.empty();
        return done;
    }

    /** @return the statement whose connection was cut, for the reader of a failure */
    synchronized String lastCut() {
        return lastCut;
    }

    /** Cuts every connection there is. */
    void cutAll() {
        open.forEach(StatementProxy::close);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cutAll();
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                Socket server = listener.accept();
                Socket database = new Socket(InetAddress.getLoopbackAddress(), databasePort);
                open.add(server);
                open.add(database);
                Link link = new Link(server, database);
                daemon(link::carryCommands);
                daemon(link::carryAnswers);
            }
        } catch (IOException e) {
            cutAll();
        }
    }

    private synchronized Optional<Cut> cutAt(byte[] command) {
        if (armed.isEmpty() || --commandsLeft > 0) {
            return Optional.empty();
        }
        Optional<Cut> cut = armed;
        armed = Optional.empty();
        lastCut = new String(command, StandardCharsets.UTF_8).replaceAll("\\p{Cc}", " ");
        return cut;
    }

    /** One connection of the server's, and the one to the database that stands for it. */
    private final class Link {

        private final Socket server;

        private final Socket database;

        private volatile boolean answersAreLost;

        Link(Socket server, Socket database) {
            this.server = server;
            this.database = database;
        }

        void carryCommands() {
            try (Socket from = server;
                    Socket to = database) {
                DataInputStream in = new DataInputStream(from.getInputStream());
                OutputStream out = to.getOutputStream();
                while (true) {
                    byte[] packet = packet(in);
                    Optional<Cut> cut = packet[3] == 0 ? cutAt(packet) : Optional.empty();
                    if (cut.filter(Cut.BEFORE_IT::equals).isPresent()) {
                        return;
                    }
                    answersAreLost = cut.isPresent();
                    out.write(packet);
                    out.flush();
                }
            } catch (IOException connectionEnds) {
                open.remove(server);
            }
        }

        void carryAnswers() {
            byte[] buffer = new byte[16_384];
            try (Socket from = database;
                    Socket to = server) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                int length = in.read(buffer);
                while (length > 0 && !answersAreLost) {
                    out.write(buffer, 0, length);
                    out.flush();
                    length = in.read(buffer);
                }
            } catch (IOException connectionEnds) {
                open.remove(database);
            }
        }
    }

    private static byte[] packet(DataInputStream in) throws IOException {
        byte[] header = new byte[HEADER];
        in.readFully(header);
        int length = (header[0] & 0xff) | (header[1] & 0xff) << 8 | (header[2] & 0xff) << 16;
        byte[] packet = new byte[HEADER + length];
        System.arraycopy(header, 0, packet, 0, HEADER);
        in.readFully(packet, HEADER, length);
        return packet;
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "statement-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
