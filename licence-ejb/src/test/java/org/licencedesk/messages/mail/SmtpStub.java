package org.licencedesk.messages.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that keeps what it is told, to the byte, and offers SMTPUTF8 or does not. */
final class SmtpStub implements AutoCloseable {

    private final ServerSocket listener;

    private final boolean smtpUtf8;

    private final List<String> lines = new CopyOnWriteArrayList<>();

    SmtpStub(boolean smtpUtf8) throws IOException {
        this.smtpUtf8 = smtpUtf8;
        this.listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread serving = new Thread(this::serve, "smtp-stub");
        serving.setDaemon(true);
        serving.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The lines of all who came, each byte read as UTF-8. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    List<String> recipients() {
        return lines.stream().filter(line -> line.startsWith("RCPT TO:")).toList();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                converse(client);
            } catch (IOException e) {
                // The client went, or the test is over.
            }
        }
    }

    private void converse(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = client.getOutputStream();
        answer(out, "220 stub");
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            lines.add(line);
            String verb = line.toUpperCase(Locale.ROOT);
            if (data) {
                if (line.equals(".")) {
                    data = false;
                    answer(out, "250 taken");
                }
            } else if (verb.startsWith("EHLO")) {
                answer(out, smtpUtf8 ? "250-stub\r\n250-8BITMIME\r\n250 SMTPUTF8" : "250-stub\r\n250 8BITMIME");
            } else if (verb.equals("DATA")) {
                data = true;
                answer(out, "354 go on");
            } else if (verb.equals("QUIT")) {
                answer(out, "221 bye");
                return;
            } else {
                answer(out, "250 ok");
            }
        }
    }

    private static void answer(OutputStream out, String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
