package org.licencedesk.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameLookupTest {

    @Test
    void what_the_resolver_knows_is_found() throws UnknownHostException {
        assertThat(NameLookup.addresses("127.0.0.1")).containsExactly(InetAddress.getAllByName("127.0.0.1"));
        assertThatThrownBy(() -> NameLookup.addresses("nobody.invalid", host -> {
                    throw new UnknownHostException(host);
                }))
                .isInstanceOf(UnknownHostException.class);
    }

    @Test
    void resolvers_that_never_answer_are_not_waited_for_and_take_no_more_than_their_threads() {
        CountDownLatch never = new CountDownLatch(1);
        NameLookup.Resolver stuck = host -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        };
        Instant begin = Instant.now();
        List<Thread> askers = IntStream.range(0, 40)
                .mapToObj(number -> new Thread(() -> assertUnknown(stuck)))
                .toList();
        askers.forEach(Thread::start);
        assertUnknown(stuck);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(8));
        never.countDown();
    }

    private static void assertUnknown(NameLookup.Resolver stuck) {
        assertThatThrownBy(() -> NameLookup.addresses("stuck.example", stuck)).isInstanceOf(UnknownHostException.class);
    }
}
