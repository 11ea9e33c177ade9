package org.licencedesk.people.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.licencedesk.kernel.Busy;
import org.licencedesk.kernel.Secret;

/**
 * Hashes passwords with Argon2id at OWASP's strength (19 MiB, 2 passes, 1 lane), some tens of milliseconds each. As
 * many at once as there are processors and as an eighth of the heap holds, so that a rush of sign-ins costs time and
 * not memory. Call it outside of database locks.
 */
@ApplicationScoped
public class PasswordHashing {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int SHARE_OF_THE_HEAP = 8;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final String STRENGTH = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$";

    /** A hash as the Argon2 reference implementation writes it. */
    private static final Pattern ENCODED =
            Pattern.compile(Pattern.quote(STRENGTH) + "([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    /** The working memory is kept: made anew, it outlives young collections, and full ones stop the node. */
    private final BlockingQueue<BlockPool> turns;

    /** What is compared where there is nothing to compare, so that this takes as long. Nobody knows its password. */
    private final Encoded decoy = new Encoded(Secret.randomBytes(SALT_BYTES), Secret.randomBytes(HASH_BYTES));

    private record Encoded(byte[] salt, byte[] hash) {

        static Encoded of(String text) {
            Matcher parts = ENCODED.matcher(text);
            if (!parts.matches()) {
                throw new IllegalStateException("a stored password is not hashed as this version does");
            }
            return new Encoded(
                    Base64.getDecoder().decode(parts.group(1)),
                    Base64.getDecoder().decode(parts.group(2)));
        }

        String text() {
            Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
            return STRENGTH + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
        }
    }

    /** With as many turns as this machine and its heap allow. */
    public PasswordHashing() {
        int count = turns(
                Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory());
        turns = new ArrayBlockingQueue<>(count, true);
        for (int number = 0; number < count; number++) {
            turns.add(new FixedBlockPool(Argon2BytesGenerator.getBlockCount(LANES, MEMORY_KIB)));
        }
    }

    /** @return how many passwords are hashed at once; one at least */
    static int turns(int processors, long heapBytes) {
        long held = heapBytes / SHARE_OF_THE_HEAP / (MEMORY_KIB * 1024L);
        return (int) Math.max(1, Math.min(processors, held));
    }

    /**
     * @return the encoded hash, with its parameters and a salt of its own
     * @throws Busy if no turn came up in 5 seconds
     */
    public String hash(Password password) {
        byte[] salt = Secret.randomBytes(SALT_BYTES);
        return new Encoded(salt, inTurn(password.text(), salt)).text();
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
        Encoded compared = hash.filter(known -> possible).map(Encoded::of).orElse(decoy);
        boolean equal = MessageDigest.isEqual(inTurn(possible ? candidate : "", compared.salt()), compared.hash());
        return equal && hash.isPresent() && possible;
    }

    private byte[] inTurn(String typed, byte[] salt) {
        BlockPool turn = nextTurn();
        try {
            return argon2id(Password.composed(typed).getBytes(StandardCharsets.UTF_8), salt, turn);
        } finally {
            turns.add(turn);
        }
    }

    private BlockPool nextTurn() {
        try {
            BlockPool turn = turns.poll(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            if (turn == null) {
                throw new Busy();
            }
            return turn;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
    }

    private static byte[] argon2id(byte[] password, byte[] salt, BlockPool memory) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(LANES)
                .withSalt(salt)
                .withBlockPool(memory)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(password, hash);
        return hash;
    }
}
