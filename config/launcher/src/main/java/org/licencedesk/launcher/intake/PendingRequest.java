package org.licencedesk.launcher.intake;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.grizzly.Buffer;

/** What has arrived of a request that is not whole yet. */
final class PendingRequest {

    private final long begin = System.nanoTime();

    /** How much is kept of the bodies of all. */
    private final AtomicLong kept;

    private int parts;

    private Optional<ByteArrayOutputStream> body = Optional.empty();

    private boolean taken;

    PendingRequest(AtomicLong kept) {
        this.kept = kept;
    }

    long begin() {
        return begin;
    }

    /** @return in how many parts the head has arrived until now */
    synchronized int addPart() {
        return ++parts;
    }

    synchronized boolean hasBody() {
        return body.isPresent();
    }

    /** @return how long the body is with this part of it */
    synchronized int add(Buffer part) {
        ByteArrayOutputStream bytes = body.orElseGet(ByteArrayOutputStream::new);
        body = Optional.of(bytes);
        parts = 0;
        if (!taken) {
            byte[] added = new byte[part.remaining()];
            part.get(added);
            bytes.writeBytes(added);
            kept.addAndGet(added.length);
        }
        return bytes.size();
    }

    /** Ends it, once. @return what was kept of the body */
    synchronized byte[] take() {
        byte[] bytes = body.filter(any -> !taken)
                .map(ByteArrayOutputStream::toByteArray)
                .orElseGet(() -> new byte[0]);
        kept.addAndGet(-bytes.length);
        taken = true;
        return bytes;
    }

    synchronized boolean isOlderThan(Duration head, Duration whole) {
        return System.nanoTime() - begin > (hasBody() ? whole : head).toNanos();
    }
}
