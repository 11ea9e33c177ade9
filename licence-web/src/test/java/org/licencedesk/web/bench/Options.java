package org.licencedesk.web.bench;

import java.time.Duration;
import java.util.Optional;

/**
 * How long and how large, from system properties of which an empty one counts as not given.
 *
 * @param measured how long each figure of the seat traffic is measured, {@code bench.seconds}
 * @param warmUp how long the server is loaded before anything is measured, {@code bench.warmup} in seconds
 * @param users how many users the largest tenant has, {@code bench.users}
 * @param pages how often each page of users is read, {@code bench.pages}
 * @param mixed how long everything is asked at once before the memory is read, {@code bench.mixed} in seconds
 * @param keep whether users of an earlier run are used again, {@code bench.keep}
 * @param pool the buffer pool of MariaDB, {@code bench.pool}
 * @param peer whether Keycloak is measured beside the product, {@code bench.peer=keycloak}
 * @param growth measured in place of all the rest if it is given, {@code bench.growth=TENANTSxUSERS}
 */
record Options(
        Duration measured,
        Duration warmUp,
        int users,
        int pages,
        Duration mixed,
        boolean keep,
        String pool,
        boolean peer,
        Optional<Size> growth) {

    /** So many tenants of so many users each. */
    record Size(int tenants, int users) {

        static Size parse(String text) {
            String[] parts = text.split("x", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("bench.growth is not of the form 10000x1000: " + text);
            }
            return new Size(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }
    }

    static Options ofProcess() {
        String peer = text("bench.peer").orElse("");
        if (!peer.isEmpty() && !peer.equals("keycloak")) {
            throw new IllegalArgumentException("bench.peer can be keycloak only: " + peer);
        }
        return new Options(
                Duration.ofSeconds(number("bench.seconds", 60)),
                Duration.ofSeconds(number("bench.warmup", 120)),
                number("bench.users", 1_000_000),
                number("bench.pages", 100),
                Duration.ofSeconds(number("bench.mixed", 60)),
                Boolean.getBoolean("bench.keep"),
                text("bench.pool").orElse("2G"),
                peer.equals("keycloak"),
                text("bench.growth").map(Size::parse));
    }

    private static int number(String name, int ifNotGiven) {
        return text(name).map(Integer::parseInt).orElse(ifNotGiven);
    }

    private static Optional<String> text(String name) {
        return Optional.of(System.getProperty(name, "").strip()).filter(text -> !text.isEmpty());
    }
}
