package org.licencedesk.web.bench;

import java.time.Duration;
import java.util.Locale;

/**
 * Processor time that was used: where the time of a call goes, also on a machine that does other things besides.
 *
 * @param server by the product
 * @param database by MariaDB
 * @param client by this process, which sends the requests or runs the statements
 */
record CpuTime(Duration server, Duration database, Duration client) {

    static final CpuTime NONE = new CpuTime(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** What was used by now. */
    static CpuTime now(long serverPid, long databasePid) {
        return new CpuTime(
                of(serverPid), of(databasePid), of(ProcessHandle.current().pid()));
    }

    private static Duration of(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    CpuTime plus(CpuTime other) {
        return new CpuTime(server.plus(other.server), database.plus(other.database), client.plus(other.client));
    }

    CpuTime since(CpuTime earlier) {
        return new CpuTime(
                server.minus(earlier.server), database.minus(earlier.database), client.minus(earlier.client));
    }

    /** As text, in milliseconds for each of so many calls. */
    String each(int calls) {
        return String.format(
                Locale.ROOT,
                "processor ms each: server %.2f, database %.2f, client %.2f",
                millis(server) / calls,
                millis(database) / calls,
                millis(client) / calls);
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
