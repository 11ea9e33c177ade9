package org.licencedesk.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks up the addresses of hosts and waits no longer than five seconds. Java's own look-up waits for as long as the
 * machine's resolver tries, and cannot be interrupted; so it has a few threads of its own to wait in.
 */
public final class NameLookup {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final int MOST_AT_A_TIME = 16;

    private static final ThreadPoolExecutor THREADS = new ThreadPoolExecutor(
            0, MOST_AT_A_TIME, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), NameLookup::thread);

    /** What turns a name into addresses. */
    @FunctionalInterface
    public interface Resolver {

        /** @throws UnknownHostException if there are none */
        List<InetAddress> addresses(String host) throws UnknownHostException;
    }

    private NameLookup() {}

    private static Thread thread(Runnable lookup) {
        Thread thread = new Thread(lookup, "licence-name-lookup");
        thread.setDaemon(true);
        return thread;
    }

    /** Looks the host up by the machine's resolver; Java keeps the answer for a while. */
    public static List<InetAddress> addresses(String host) throws UnknownHostException {
        return addresses(host, name -> List.of(InetAddress.getAllByName(name)));
    }

    /**
     * @return the addresses of the host, at least one
     * @throws UnknownHostException if it has none, or the resolver does not answer in time, or too many others wait for it
     */
    public static List<InetAddress> addresses(String host, Resolver resolver) throws UnknownHostException {
        Future<List<InetAddress>> answer;
        try {
            answer = THREADS.submit(() -> resolver.addresses(host));
        } catch (RejectedExecutionException e) {
            throw failed(host, "too many look-ups wait", e);
        }
        try {
            return answer.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw failed(host, "no answer in time", e);
        } catch (ExecutionException e) {
            throw failed(host, "not known", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(host, "interrupted", e);
        }
    }

    private static UnknownHostException failed(String host, String why, Exception cause) {
        UnknownHostException failure = new UnknownHostException(host + ": " + why);
        failure.initCause(cause);
        return failure;
    }
}
