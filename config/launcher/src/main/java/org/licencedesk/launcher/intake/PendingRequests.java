package org.licencedesk.launcher.intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.memory.Buffers;

/**
 * The requests of which a part has arrived. One that is not whole in time is answered with 408 and its connection closed;
 * so are the oldest where there are too many, and those that would keep more bytes than all of them may.
 */
final class PendingRequests {

    private static final Duration HEAD = Duration.ofSeconds(10);

    private static final Duration WHOLE_REQUEST = Duration.ofSeconds(20);

    private static final int MOST = 5_000;

    /** A head of 8 KiB comes in a handful of parts; each part that is kept costs some hundred bytes. */
    private static final int MOST_PARTS_OF_HEAD = 500;

    private static final String TOO_LATE =
            "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final Map<Connection<?>, PendingRequest> all = new ConcurrentHashMap<>();

    private final AtomicLong kept = new AtomicLong();

    private final long mostKept = Runtime.getRuntime().maxMemory() / 8;

    /** @return whether to go on with the bytes that arrived */
    boolean received(Connection<?> connection) {
        PendingRequest request = of(connection);
        if (request.addPart() > MOST_PARTS_OF_HEAD) {
            end(connection, request);
            return false;
        }
        return true;
    }

    /** @return whether a part of the body is kept */
    boolean hasBody(Connection<?> connection) {
        return of(connection).hasBody();
    }

    /** @return how much is kept of the body with this part of it */
    int keep(Connection<?> connection, Buffer part) {
        PendingRequest request = of(connection);
        int length = request.add(part);
        if (kept.get() > mostKept) {
            end(connection, request);
        }
        return length;
    }

    /** Nothing more is waited for. @return what was kept of the body */
    byte[] settled(Connection<?> connection) {
        return Optional.ofNullable(all.remove(connection))
                .map(PendingRequest::take)
                .orElseGet(() -> new byte[0]);
    }

    private PendingRequest of(Connection<?> connection) {
        return all.computeIfAbsent(connection, any -> new PendingRequest(kept));
    }

    /** Ends those that are too late, or too many. */
    void endLate() {
        all.forEach((connection, request) -> {
            if (request.isOlderThan(HEAD, WHOLE_REQUEST)) {
                end(connection, request);
            }
        });
        int surplus = all.size() - MOST;
        if (surplus > 0) {
            all.entrySet().stream()
                    .sorted(Comparator.comparingLong(entry -> entry.getValue().begin()))
                    .limit(surplus)
                    .forEach(entry -> end(entry.getKey(), entry.getValue()));
        }
    }

    private void end(Connection<?> connection, PendingRequest request) {
        if (!all.remove(connection, request)) {
            return;
        }
        request.take();
        try {
            refuse(connection, TOO_LATE);
        } catch (RuntimeException closedMeanwhile) {
            connection.closeSilently();
        }
    }

    /** Writes a bare answer past all filters, and closes the connection. */
    static <L> void refuse(Connection<L> connection, String bare) {
        Buffer answer = Buffers.wrap(connection.getMemoryManager(), bare, StandardCharsets.US_ASCII);
        connection.write(answer, new EmptyCompletionHandler<WriteResult<Buffer, L>>() {
            @Override
            public void completed(WriteResult<Buffer, L> result) {
                connection.closeSilently();
            }

            @Override
            public void failed(Throwable failure) {
                connection.closeSilently();
            }
        });
    }
}
