package org.licencedesk.web.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Starts a database and a server, loads them, and prints what came of it: {@code mvn -Pbench}. */
public final class Benchmark {

    private static final int SMALL = 1_000;

    private static final int MEDIUM = 100_000;

    private static final int TENANTS = 64;

    private static final int ROUNDS = 3;

    private static final int KIB_A_MEGABYTE = 1024;

    private final Options options;

    private final Bench bench;

    private final PrintStream console;

    private final Report report = new Report();

    private Benchmark(Options options, Bench bench, PrintStream console) {
        this.options = options;
        this.bench = bench;
        this.console = console;
    }

    /**
     * Measures, and writes {@code target/benchmark.json} under the working directory.
     *
     * @param arguments none; what can be chosen are the system properties of {@link Options}
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        Options options = Options.ofProcess();
        try (Bench bench = Bench.start(options.keep())) {
            new Benchmark(options, bench, System.out).run();
        }
    }

    private void run() throws IOException, SQLException {
        Population population = new Population(bench);
        say("filling tenants with users");
        BenchTenant small = population.tenant("small", SMALL);
        BenchTenant medium = population.tenant("medium", Math.min(MEDIUM, options.users()));
        BenchTenant large = population.tenant("large", options.users());
        List<BenchTenant> many = new ArrayList<>();
        for (int number = 1; number <= TENANTS; number++) {
            many.add(population.tenant("tenant-" + number, SMALL));
        }
        population.analyse();
        seats(many, small, large);
        pages(List.of(small, medium, large));
        memory();
        console.println(report.text());
        report.write(Path.of("target", "benchmark.json"));
    }

    private void seats(List<BenchTenant> many, BenchTenant small, BenchTenant large) throws SQLException {
        SeatTraffic spread = new SeatTraffic("64 tenants", bench, many);
        SeatTraffic hot = new SeatTraffic("one tenant", bench, List.of(small));
        SeatTraffic huge = new SeatTraffic("one of " + options.users() + " users", bench, List.of(large));
        List<SeatTraffic> all = List.of(spread, hot, huge);
        say("warming up");
        for (SeatTraffic traffic : all) {
            traffic.warmUp(options.warmUp().dividedBy(all.size()));
        }
        Duration once = options.measured().dividedBy(ROUNDS);
        for (int round = 1; round <= ROUNDS; round++) {
            for (SeatTraffic traffic : all) {
                traffic.measure(once);
                say("round " + round + ", " + traffic.name() + ": "
                        + Math.round(traffic.http().perSecond()) + "/s, "
                        + Math.round(traffic.jdbc().perSecond()) + "/s by JDBC; " + traffic.httpCpu());
            }
        }
        report.title("Activations and deactivations, " + Load.WORKERS + " connections");
        all.forEach(report::seats);
        report.growth(hot, huge);
    }

    private void pages(List<BenchTenant> tenants) {
        say("reading pages of users");
        UserPages pages = new UserPages(bench, tenants);
        List<UserPages.Case> cases = UserPages.cases();
        cases.forEach(each -> pages.measure(each, options.pages() / 10));
        report.title("Pages of 50 users in tenants of " + SMALL + ", " + Math.min(MEDIUM, options.users()) + " and "
                + options.users());
        report.pages(
                cases.stream().map(each -> pages.measure(each, options.pages())).toList());
    }

    private void memory() throws IOException {
        report.title("The server");
        report.figure(
                "seconds to the first answer", bench.server().timeToReady().toMillis() / 1000.0);
        Path status = Path.of("/proc", Long.toString(bench.server().pid()), "status");
        if (Files.exists(status)) {
            report.memory(kibibytes(status, "VmHWM") / KIB_A_MEGABYTE);
        }
    }

    private static double kibibytes(Path status, String name) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private void say(String what) {
        console.println(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + " " + what);
    }
}
