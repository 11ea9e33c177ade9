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

    SeatTraffic(String name, Bench bench, List<BenchTenant> tenants) {
        this.name = name;
        this.bench = bench;
        this.tenants = tenants;
    }

    /** Measures both, each for such a time more. */
    void measure(Duration time) throws SQLException {
        SeatHolders holders = holders();
        http.addAll(Load.run(number -> new HttpSeats(bench, holders, number), time));
        http.during(time);
        jdbc.addAll(Load.run(number -> new JdbcSeats(bench, holders, number), time));
        jdbc.during(time);
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

    double ratio() {
        return http.perSecond() / jdbc.perSecond();
    }
}
