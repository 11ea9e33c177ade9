package org.licencedesk.web.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Starts a database and a server, loads them, and prints what came of it: {@code mvn -Pbench}. */
public final class Benchmark {

    private static final int SMALL = 1_000;

    private static final int MEDIUM = 100_000;

    private static final int TENANTS = 64;

    private static final int ROUNDS = 3;

    private static final int MEMORY_SAMPLES = 10;

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
        try (Bench bench = Bench.start(options.keep(), options.pool())) {
            new Benchmark(options, bench, System.out).run();
        }
    }

    private void run() throws IOException, SQLException {
        report.options(options);
        Population population = new Population(bench);
        population.publishTerms();
        if (options.growth().isPresent()) {
            new Growth(bench, options, population, this::say)
                    .run(options.growth().orElseThrow(), report);
        } else {
            everything(population);
        }
        console.println(report.text());
        report.write(Path.of("target", "benchmark.json"));
    }

    private void everything(Population population) throws IOException, SQLException {
        int mediumUsers = Math.min(MEDIUM, options.users());
        say("filling tenants with users");
        BenchTenant small = population.tenant("small", SMALL);
        BenchTenant medium = population.tenant("medium", mediumUsers);
        BenchTenant large = population.tenant("large", options.users());
        List<BenchTenant> many = tenants(population, "tenant");
        // What grows is measured in tenants of its own, so that the others stay what they are called.
        List<BenchTenant> growing = tenants(population, "growing");
        BenchTenant hot = population.tenant("hot", SMALL);
        population.analyse();
        changes(many, small, large, growing, hot);
        pages(List.of(small, medium, large));
        Requests requests = new Requests(bench, growing, hot, medium);
        halfLoad(requests);
        mixed(requests);
        Optional<PeerComparison> peer =
                options.peer() ? Optional.of(peer(population, growing, mediumUsers)) : Optional.empty();
        say("starting the server again");
        Duration secondStart = bench.restart();
        peer.ifPresent(compared -> {
            report.title("Beside Keycloak on the same MariaDB, " + Load.WORKERS + " connections");
            report.peer(compared, bench.firstServerStart(), secondStart);
        });
        report.title("Seconds to the first answer");
        report.firstAnswer("the first start, with the embedded database", bench.firstStart(), 25);
        report.firstAnswer("the second start, the database runs", secondStart, 10);
    }

    private static List<BenchTenant> tenants(Population population, String name) throws SQLException {
        List<BenchTenant> tenants = new ArrayList<>();
        for (int number = 1; number <= TENANTS; number++) {
            tenants.add(population.tenant(name + "-" + number, SMALL));
        }
        return tenants;
    }

    private void changes(
            List<BenchTenant> many, BenchTenant small, BenchTenant large, List<BenchTenant> growing, BenchTenant hot)
            throws SQLException {
        Traffic spread = Traffic.seats(TENANTS + " tenants", bench, many);
        Traffic one = Traffic.seats("one tenant", bench, List.of(small));
        Traffic huge = Traffic.seats("one of " + options.users() + " users", bench, List.of(large));
        Traffic spreadNew = Traffic.creations("new, " + TENANTS + " tenants", bench, growing);
        Traffic oneNew = Traffic.creations("new, one tenant", bench, List.of(hot));
        List<Traffic> all = List.of(spread, one, huge, spreadNew, oneNew);
        say("warming up");
        for (Traffic traffic : all) {
            traffic.warmUp(options.warmUp().dividedBy(all.size()));
        }
        for (int round = 1; round <= ROUNDS; round++) {
            for (Traffic traffic : all) {
                traffic.measure(options.measured().dividedBy(ROUNDS));
                say("round " + round + ", " + traffic.soFar());
            }
        }
        report.title("Activations and deactivations, " + Load.WORKERS + " connections");
        report.traffic(spread, 0.6);
        report.traffic(one, 0.8);
        report.traffic(huge, 0.6);
        report.amongMany(one, huge);
        report.title("New Active users without a password, " + Load.WORKERS + " connections");
        report.traffic(spreadNew, 0.6);
        report.traffic(oneNew, 0.6);
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

    private void halfLoad(Requests requests) {
        say("asking for half of what can be had");
        report.title("Each kind of request at half of its highest rate, counted from when it falls due");
        report.halfLoad(requests.kinds().stream()
                .map(kind -> HalfLoad.measure(bench, kind, options.measured().dividedBy(ROUNDS)))
                .toList());
    }

    private void mixed(Requests requests) throws IOException {
        say("asking for everything at once");
        Timings all = new Timings();
        List<Double> megabytes = new ArrayList<>();
        for (int sample = 0; sample < MEMORY_SAMPLES; sample++) {
            all.add(Load.run(
                    HttpWorker.of(bench, requests.mixed()), options.mixed().dividedBy(MEMORY_SAMPLES)));
            OptionalDouble now = ProcessMemory.now(bench.server().pid());
            now.ifPresent(megabytes::add);
        }
        report.title("Memory of the server, and " + options.mixed().toSeconds() + " s of everything at once");
        report.mixed(all, megabytes);
        ProcessMemory.most(bench.server().pid()).ifPresent(report::memory);
    }

    private PeerComparison peer(Population population, List<BenchTenant> many, int mediumUsers)
            throws IOException, SQLException {
        say("building and starting Keycloak");
        try (Keycloak keycloak = new Keycloak(PeerComparison.unpacked(), bench.database())) {
            PeerComparison comparison =
                    new PeerComparison(bench, keycloak, many, options.measured().dividedBy(2 * ROUNDS), this::say);
            say("warming Keycloak up");
            comparison.warmUp(options.warmUp());
            comparison.compare(population.tenant("peer-" + SMALL, SMALL), SMALL);
            comparison.compare(population.tenant("peer-" + mediumUsers, mediumUsers), mediumUsers);
            comparison.lookAtMemory();
            return comparison;
        }
    }

    private void say(String what) {
        console.println(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + " " + what);
    }
}
