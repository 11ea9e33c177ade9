package org.licencedesk.launcher.intake;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * The requests that workers answer now. A worker waits for a client who reads slowly, for thirty seconds at each piece of
 * the answer; where half of the workers do, those who have waited longest are freed and the connections closed.
 */
final class Answers {

    /** Half of the workers that Payara Micro has. */
    private static final int MOST_WAITING = 100;

    private final Map<Connection<?>, Long> begun = new ConcurrentHashMap<>();

    /** Notes that a worker begins, until it has ended. */
    void begin(FilterChainContext context) {
        Connection<?> connection = context.getConnection();
        begun.put(connection, System.nanoTime());
        context.addCompletionListener(any -> end(connection));
    }

    void end(Connection<?> connection) {
        begun.remove(connection);
    }

    void closeSlowest() {
        List<Connection<?>> waiting = begun.entrySet().stream()
                .filter(entry -> isWaitingForClient(entry.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .<Connection<?>>map(Map.Entry::getKey)
                .toList();
        waiting.stream().limit(Math.max(0, waiting.size() - MOST_WAITING)).forEach(Connection::closeSilently);
    }

    private static boolean isWaitingForClient(Connection<?> connection) {
        return connection instanceof NIOConnection nio
                && !nio.getAsyncWriteQueue().isEmpty();
    }
}
