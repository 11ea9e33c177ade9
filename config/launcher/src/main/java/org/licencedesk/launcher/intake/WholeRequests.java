package org.licencedesk.launcher.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.IOEventLifeCycleListener;
import org.glassfish.grizzly.Processor;
import org.glassfish.grizzly.Transport;
import org.glassfish.grizzly.filterchain.Filter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.strategies.AbstractIOStrategy;

/**
 * Reads and parses what clients send on the selector's thread, which never waits for a client, and hands a request to the
 * workers when it is whole. Payara takes it as the {@code io-strategy} of its transport; by its own one it gives a worker
 * to a request as soon as the head is there, and lets the worker wait for each byte of the body.
 */
public final class WholeRequests extends AbstractIOStrategy {

    private static final Logger LOG = Logger.getLogger(WholeRequests.class.getName());

    private static final long LOOK_MILLIS = 250;

    private static final WholeRequests INSTANCE = new WholeRequests();

    private final PendingRequests pending = new PendingRequests();

    private final Answers answers = new Answers();

    private final RequestBuffer buffer = new RequestBuffer(pending, answers);

    private final Map<Transport, Processor<?>> chains = new ConcurrentHashMap<>();

    @SuppressWarnings("FutureReturnValueIgnored") // It goes on as long as the server, and look() throws nothing.
    private WholeRequests() {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "licence-intake");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Runs again whatever fails. */
    private void look() {
        try {
            pending.endLate();
            answers.closeSlowest();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Slow clients could not be looked for", e);
        }
    }

    /** For Grizzly, which asks for it by this name. */
    public static WholeRequests getInstance() {
        return INSTANCE;
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked", "NullAway"}) // Grizzly knows no listener as null.
    public boolean executeIoEvent(Connection connection, IOEvent event, boolean isEventEnabled) throws IOException {
        if (event == IOEvent.READ) {
            connection.setProcessor(chains.computeIfAbsent(
                    connection.getTransport(), transport -> extended(connection.obtainProcessor(event))));
        }
        IOEventLifeCycleListener listener = null;
        if (isReadWrite(event)) {
            if (isEventEnabled) {
                connection.disableIOEvent(event);
            }
            listener = ENABLE_INTEREST_LIFECYCLE_LISTENER;
        }
        fireIOEvent(connection, event, listener, LOG);
        return true;
    }

    /** The clock starts with the first byte of a request, below the filter that parses; the buffer is above it. */
    private Processor<?> extended(Processor<?> processor) {
        if (!(processor instanceof FilterChain chain)) {
            return processor;
        }
        List<Filter> filters = new ArrayList<>(chain);
        int parser = IntStream.range(0, filters.size())
                .filter(index -> filters.get(index) instanceof HttpServerFilter)
                .findFirst()
                .orElse(-1);
        if (parser < 0) {
            return processor;
        }
        filters.add(parser + 1, buffer);
        filters.add(parser + 1, new UnreadableRequests());
        filters.add(parser + 1, new Opening());
        filters.add(parser, new ReceiveClock(pending));
        return FilterChainBuilder.stateless().addAll(filters).build();
    }
}
