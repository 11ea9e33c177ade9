package org.licencedesk.people.access;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.licencedesk.kernel.Busy;

/**
 * Hashes passwords with Argon2id at OWASP's strength (19 MiB, 2 passes, 1 lane), some tens of milliseconds each. As
 * many at once as there are processors, so that a rush of sign-ins costs time and not memory. Call it outside of
 * database locks.
 */
@ApplicationScoped
public class PasswordHashing {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /** What is compared where there is nothing to compare, so that this takes as long. Nobody knows its password. */
    private final String decoy = encode(randomBytes(HASH_BYTES));

    /**
     * @return the encoded hash, with its parameters and a salt of its own
     * @throws Busy if no turn came up in 5 seconds
     */
    public String hash(Password password) {
        return inTurn(() -> encode(bytes(password.text())));
    }

    /**
     * Compares what was typed with what is stored. It takes the same time when nothing is stored.
     *
     * @param candidate what was typed, whatever it is; if it is longer than a password can be, it is none
     * @param hash the encoded hash of the account; empty if there is no account or it has no password
     * @throws Busy if no turn came up in 5 seconds
     */
    public boolean matches(String candidate, Optional<String> hash) {
        boolean possible = Password.canBeTyped(candidate);
        String compared = hash.filter(known -> possible).orElse(decoy);
        String typed = possible ? candidate : "";
        boolean equal = inTurn(() -> Argon2Function.getInstanceFromHash(compared)
                .check(bytes(typed), compared.getBytes(StandardCharsets.US_ASCII)));
        return equal && hash.isPresent() && possible;
    }

    private static String encode(byte[] password) {
        return Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID)
                .hash(password, randomBytes(SALT_BYTES))
                .getResult();
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(String typed) {
        return Password.composed(typed).getBytes(StandardCharsets.UTF_8);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
