package org.licencedesk.messages.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/** An address that gets messages, and answers as a test wants it to. */
final class Receiver implements AutoCloseable {
    /** Never answers. */
    static final int SILENCE = 0;

    /** What came, in its order, whatever was answered. */
    record Got(String path, String id, long timestamp, String signature, String body) {
        long sequence() {
            return Long.parseLong(body.replaceAll(".*\"sequence\":(\\d+).*", "$1"));
        }

        String type() {
            return body.replaceAll("^\\{\"type\":\"([^\"]+)\".*", "$1");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final List<Got> taken = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<Got> answer;
    private volatile Optional<String> retryAfter = Optional.empty();

    private Receiver(ToIntFunction<Got> answer) {
        this.answer = answer;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    static Receiver answering(int status) {
        return answering(message -> status);
    }

    static Receiver answering(ToIntFunction<Got> answer) {
        return new Receiver(answer);
    }

    /** Answers otherwise from now on. */
    void answer(ToIntFunction<Got> other) {
        answer = other;
    }

    /** Says so from now on with each answer. */
    void sayRetryAfter(String value) {
        retryAfter = Optional.of(value);
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** All that came. */
    List<Got> got() {
        return List.copyOf(got);
    }

    /** What came and was answered with 2xx. */
    List<Got> taken() {
        return List.copyOf(taken);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Got message = new Got(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp")),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            got.add(message);
            int status = answer.applyAsInt(message);
            if (status == SILENCE) {
                end.await();
                return;
            }
            if (status / 100 == 3) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            if (status / 100 == 2) {
                taken.add(message);
            }
            retryAfter.ifPresent(value -> exchange.getResponseHeaders().add("Retry-After", value));
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
