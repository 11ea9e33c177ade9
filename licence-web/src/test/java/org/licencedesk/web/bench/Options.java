package org.licencedesk.web.bench;

import java.time.Duration;

/**
 * How long and how large, from system properties of which an empty one counts as not given.
 *
 * @param measured how long each figure of the seat traffic is measured, {@code bench.seconds}
 * @param warmUp how long the server is loaded before anything is measured, {@code bench.warmup} in seconds
 * @param users how many users the largest tenant has, {@code bench.users}
 * @param pages how often each page of users is read, {@code bench.pages}
 * @param keep whether users of an earlier run are used again, {@code bench.keep}
 */
record Options(Duration measured, Duration warmUp, int users, int pages, boolean keep) {

    static Options ofProcess() {
        return new Options(
                Duration.ofSeconds(number("bench.seconds", 60)),
                Duration.ofSeconds(number("bench.warmup", 120)),
                number("bench.users", 1_000_000),
                number("bench.pages", 100),
                Boolean.getBoolean("bench.keep"));
    }

    private static int number(String name, int ifNotGiven) {
        String text = System.getProperty(name, "");
        return text.isBlank() ? ifNotGiven : Integer.parseInt(text);
    }
}
