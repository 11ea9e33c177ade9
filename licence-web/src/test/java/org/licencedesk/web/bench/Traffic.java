package org.licencedesk.web.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Measures one kind of change in some tenants, over HTTP and by plain JDBC in turn. */
final class Traffic {

    /** The two ways to make the same changes. */
    private record Doors(Load.Workers http, Load.Workers jdbc) {}

    /** Opens the doors on what is in the database now. */
    private interface Kind {

        Doors open() throws SQLException;
    }

    private final String name;

    private final Bench bench;

    private final Kind kind;

    private final Timings http = new Timings();

    private final Timings jdbc = new Timings();

    private CpuTime httpCpu = CpuTime.NONE;

    private CpuTime jdbcCpu = CpuTime.NONE;

    private Traffic(String name, Bench bench, Kind kind) {
        this.name = name;
        this.bench = bench;
        this.kind = kind;
    }

    /** Activations and deactivations. */
    static Traffic seats(String name, Bench bench, List<BenchTenant> tenants) {
        return new Traffic(name, bench, () -> {
            try (Connection database = bench.connect("")) {
                SeatHolders holders = new SeatHolders(database, tenants);
                return new Doors(
                        HttpWorker.of(bench, new HttpSeats(holders)), number -> new JdbcSeats(bench, holders, number));
            }
        });
    }

    /** New Active users without a password. */
    static Traffic creations(String name, Bench bench, List<BenchTenant> tenants) {
        Newcomers newcomers = new Newcomers();
        return new Traffic(
                name,
                bench,
                () -> new Doors(
                        HttpWorker.of(bench, new HttpCreations(tenants, newcomers)),
                        number -> new JdbcCreations(bench, tenants, newcomers)));
    }

    /** Measures both, each for such a time more. */
    void measure(Duration time) throws SQLException {
        Doors doors = kind.open();
        CpuTime begun = bench.cpuTime();
        http.add(Load.run(doors.http(), time));
        CpuTime between = bench.cpuTime();
        httpCpu = httpCpu.plus(between.since(begun));
        jdbc.add(Load.run(doors.jdbc(), time));
        jdbcCpu = jdbcCpu.plus(bench.cpuTime().since(between));
    }

    /** Makes the server warm, and this process's own JDBC for a tenth of the time. */
    void warmUp(Duration time) throws SQLException {
        Doors doors = kind.open();
        Load.run(doors.http(), time);
        Load.run(doors.jdbc(), time.dividedBy(10));
    }

    String name() {
        return name;
    }

    Timings http() {
        return http;
    }

    Timings jdbc() {
        return jdbc;
    }

    String httpCpu() {
        return httpCpu.each(http.count());
    }

    String jdbcCpu() {
        return jdbcCpu.each(jdbc.count());
    }

    double ratio() {
        return http.perSecond() / jdbc.perSecond();
    }

    /** One line for whoever waits. */
    String soFar() {
        return name + ": " + Math.round(http.perSecond()) + "/s, " + Math.round(jdbc.perSecond()) + "/s by JDBC; "
                + httpCpu();
    }
}
