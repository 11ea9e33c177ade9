package org.licencedesk.web.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Measures activations and deactivations in some tenants, over HTTP and by plain JDBC in turn. */
final class SeatTraffic {

    private final String name;

    private final Bench bench;

    private final List<BenchTenant> tenants;

    private final Timings http = new Timings();

    private final Timings jdbc = new Timings();

    private CpuTime httpCpu = CpuTime.NONE;

    private CpuTime jdbcCpu = CpuTime.NONE;

    SeatTraffic(String name, Bench bench, List<BenchTenant> tenants) {
        this.name = name;
        this.bench = bench;
        this.tenants = tenants;
    }

    /** Measures both, each for such a time more. */
    void measure(Duration time) throws SQLException {
        SeatHolders holders = holders();
        CpuTime begun = bench.cpuTime();
        http.addAll(Load.run(number -> new HttpSeats(bench, holders, number), time));
        http.during(time);
        CpuTime between = bench.cpuTime();
        httpCpu = httpCpu.plus(between.since(begun));
        jdbc.addAll(Load.run(number -> new JdbcSeats(bench, holders, number), time));
        jdbc.during(time);
        jdbcCpu = jdbcCpu.plus(bench.cpuTime().since(between));
    }

    /** Makes the server warm, and this process's own JDBC for a tenth of the time. */
    void warmUp(Duration time) throws SQLException {
        SeatHolders holders = holders();
        Load.run(number -> new HttpSeats(bench, holders, number), time);
        Load.run(number -> new JdbcSeats(bench, holders, number), time.dividedBy(10));
    }

    private SeatHolders holders() throws SQLException {
        try (Connection database = bench.connect("")) {
            return new SeatHolders(database, tenants);
        }
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
}
