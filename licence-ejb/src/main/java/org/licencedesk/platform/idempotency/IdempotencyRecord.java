package org.licencedesk.platform.idempotency;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.UserId;

/** The first answer to a request with an idempotency key, as stored. */
@Entity
class IdempotencyRecord {

    @Id
    private byte[] requestKey;

    private byte[] requestDigest;

    private Instant recordedAt;

    private @Nullable Integer status;

    private @Nullable String location;

    private @Nullable String etag;

    private @Nullable String body;

    private @Nullable UUID userId;

    protected IdempotencyRecord() {}

    boolean isOlderThan(Instant instant) {
        return recordedAt.isBefore(instant);
    }

    boolean isOf(byte[] digest) {
        return Arrays.equals(requestDigest, digest);
    }

    void begin(byte[] digest, Instant now) {
        requestDigest = digest.clone();
        recordedAt = now;
    }

    void end(Answer answer) {
        status = answer.status();
        location = answer.location().orElse(null);
        etag = answer.etag().orElse(null);
        body = answer.repeatedBody().orElse(null);
        userId = answer.user().map(UserId::value).orElse(null);
    }

    Answer answer() {
        Optional<String> text = Optional.ofNullable(body);
        return new Answer(
                Optional.ofNullable(status).orElseThrow(),
                Optional.ofNullable(location),
                Optional.ofNullable(etag),
                text,
                text,
                Optional.ofNullable(userId).map(UserId::new));
    }
}
