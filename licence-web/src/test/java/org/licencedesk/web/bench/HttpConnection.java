package org.licencedesk.web.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive connection that sends requests one after the other. Written on a bare socket, because
 * what a client costs is taken from the server where both share the processors.
 */
final class HttpConnection implements AutoCloseable {

    private final URI server;

    private String headers;

    private Socket socket;

    private OutputStream out;

    private InputStream in;

    private final byte[] buffer = new byte[16 * 1024];

    private final ByteArrayOutputStream body = new ByteArrayOutputStream(32 * 1024);

    private int position;

    private int end;

    HttpConnection(URI server, String token) {
        this.server = server;
        headers = headers(token);
        try {
            socket = connect();
            out = socket.getOutputStream();
            in = socket.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Socket connect() throws IOException {
        Socket connected = new Socket(server.getHost(), server.getPort());
        connected.setTcpNoDelay(true);
        return connected;
    }

    private void reconnect() throws IOException {
        socket.close();
        socket = connect();
        out = socket.getOutputStream();
        in = socket.getInputStream();
        position = 0;
        end = 0;
    }

    /** Requests of another caller over the same connection, from the next one on. */
    HttpConnection as(String token) {
        headers = headers(token);
        return this;
    }

    private String headers(String token) {
        return " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAuthorization: Bearer " + token + "\r\n";
    }

    /** Sends a request without a body, and returns the status. */
    int get(String path) {
        return send("GET " + path + headers + "\r\n");
    }

    /** Sends a request without a body whose answer must have that status. */
    void send(int expected, String method, String path) {
        require(expected, send(method + " " + path + headers + "\r\n"), path);
    }

    /** Sends JSON, and returns the status. */
    int send(String method, String path, String json) {
        return send(method, path, "application/json", json);
    }

    /** Sends JSON; the answer must have that status. */
    void send(int expected, String method, String path, String json) {
        require(expected, send(method, path, json), path);
    }

    /** Changes members; the answer must be 200. */
    void patch(String path, String json) {
        require(200, send("PATCH", path, "application/merge-patch+json", json), path);
    }

    /** Sends a form, and returns the status. */
    int post(String path, String form) {
        return send("POST", path, "application/x-www-form-urlencoded", form);
    }

    private void require(int expected, int status, String path) {
        if (status != expected) {
            throw new IllegalStateException(path + " answered " + status + " " + body());
        }
    }

    private int send(String method, String path, String type, String content) {
        return send(method + " " + path + headers + "Content-Type: " + type + "\r\nContent-Length: " + content.length()
                + "\r\n\r\n" + content);
    }

    private int send(String request) {
        try {
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            return receive();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body of the last answer. */
    String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    private int receive() throws IOException {
        body.reset();
        int status = Integer.parseInt(line().substring(9, 12));
        long length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(header.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = true;
            } else if (lower.equals("connection: close")) {
                last = true;
            }
        }
        if (chunked) {
            readChunks();
        } else {
            read(length);
        }
        if (last) {
            reconnect();
        }
        return status;
    }

    private void readChunks() throws IOException {
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            read(size);
            line();
        }
        line();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private void read(long length) throws IOException {
        long missing = length;
        while (missing > 0) {
            fill();
            int part = (int) Math.min(missing, end - position);
            body.write(buffer, position, part);
            position += part;
            missing -= part;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        while (true) {
            fill();
            char next = (char) buffer[position++];
            if (next == '\n') {
                return line.toString();
            }
            if (next != '\r') {
                line.append(next);
            }
        }
    }

    private void fill() throws IOException {
        if (position == end) {
            position = 0;
            end = in.read(buffer);
            if (end < 0) {
                throw new EOFException("The server closed the connection");
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
