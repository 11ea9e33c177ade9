package org.licencedesk.notice;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.licencedesk.kernel.UnconnectedSockets;

/**
 * Sockets that end a conversation that takes too long as a whole. The time-outs of Jakarta Mail begin anew with each byte,
 * so that a server that sends one now and then would keep the sender for ever.
 */
final class DeadlineSockets extends UnconnectedSockets {

    private final Duration conversation;

    private final Duration silence;

    /**
     * @param conversation how long all of it may take
     * @param silence how long the other side may send nothing
     */
    DeadlineSockets(Duration conversation, Duration silence) {
        this.conversation = conversation;
        this.silence = silence;
    }

    @Override
    public Socket createSocket() {
        return new DeadlineSocket(System.nanoTime() + conversation.toNanos(), silence);
    }

    private static final class DeadlineSocket extends Socket {

        private final long deadline;

        private final Duration silence;

        DeadlineSocket(long deadline, Duration silence) {
            this.deadline = deadline;
            this.silence = silence;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    boundWait();
                    return super.read();
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    boundWait();
                    return super.read(bytes, offset, length);
                }
            };
        }

        private void boundWait() throws IOException {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new SocketTimeoutException("The conversation took too long");
            }
            setSoTimeout((int) Math.min(left, silence.toMillis()));
        }
    }
}
