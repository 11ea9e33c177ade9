package org.licencedesk.messages.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.licencedesk.kernel.EmailAddress;
import org.licencedesk.messages.mail.MailServer.Protection;

/** A mail server that takes connections and answers nothing, or a byte now and then for ever. */
class SlowMailServerTest {

    private static final Duration WHOLE = Duration.ofSeconds(1);

    @ParameterizedTest
    @EnumSource
    void one_that_never_answers_is_not_waited_for(Protection protection) throws IOException {
        try (ServerSocket silent = listening()) {
            assertEnds(silent.getLocalPort(), protection);
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_that_answers_byte_by_byte_is_not_waited_for(Protection protection) throws IOException {
        try (ServerSocket dripping = listening()) {
            new Thread(() -> drip(dripping)).start();
            assertEnds(dripping.getLocalPort(), protection);
        }
    }

    private static void assertEnds(int port, Protection protection) {
        MailSender sender = new MailSender(
                new MailServer(
                        "127.0.0.1", port, protection, new EmailAddress("desk@vendor.example"), Optional.empty()),
                WHOLE);
        Instant begin = Instant.now();
        assertThatThrownBy(() -> sender.send(mail())).isInstanceOf(MessagingException.class);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(WHOLE.multipliedBy(4));
    }

    private static Notice mail() {
        return new Notice(
                UUID.randomUUID(),
                NoticeKind.ALLOWANCE_RAISED,
                Optional.of("ada@desk.example"),
                "Subject",
                "Text",
                Instant.now(),
                NoticeState.WAITING,
                0,
                Optional.empty());
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private static void drip(ServerSocket server) {
        try (Socket client = server.accept();
                OutputStream out = client.getOutputStream()) {
            while (!server.isClosed()) {
                out.write('2');
                out.flush();
                waitALittle(client);
            }
        } catch (IOException closed) {
            return;
        }
    }

    /** What is read is TLS's first message, or nothing. */
    private static void waitALittle(Socket client) throws IOException {
        client.setSoTimeout(50);
        try {
            client.getInputStream().read(new byte[1000]);
        } catch (SocketTimeoutException nothing) {
            return;
        }
    }
}
