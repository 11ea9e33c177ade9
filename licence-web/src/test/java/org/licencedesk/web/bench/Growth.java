package org.licencedesk.web.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The same traffic and the same pages among a few tenants, and when the database has grown to very many. */
final class Growth {

    private static final int FEW = 64;

    private static final List<String> PAGES = List.of(
            "?sort=userName",
            "?sort=-createdAt&status=ACTIVE",
            "?sort=userName&q=" + Names.PREFIX,
            "?sort=displayName&q=" + Names.PREFIX);

    /**
     * What was measured in a database of one size.
     *
     * @param pageTimes of each page, in the order of {@link #pages()}, each time in any of the tenants
     * @param diskReads how many pages of the database an activation and a new user read from disk, on the average of both
     */
    record Stage(Traffic seats, Traffic creations, List<Timings> pageTimes, double diskReads) {}

    private final Bench bench;

    private final Options options;

    private final Population population;

    private final Consumer<String> say;

    Growth(Bench bench, Options options, Population population, Consumer<String> say) {
        this.bench = bench;
        this.options = options;
        this.population = population;
        this.say = say;
    }

    static List<String> pages() {
        return PAGES;
    }

    /** Measures, makes the database grow to that size, and measures again. */
    void run(Options.Size size, Report report) throws SQLException {
        say.accept("filling " + FEW + " tenants with " + size.users() + " users each");
        BenchTenant model = population.tenant("model", size.users());
        List<BenchTenant> tenants = new ArrayList<>();
        for (int number = 1; number <= FEW; number++) {
            tenants.add(population.tenant("tenant-" + number, size.users()));
        }
        population.analyse();
        say.accept("warming up");
        Traffic.seats("", bench, tenants).warmUp(options.warmUp().dividedBy(3));
        Traffic.creations("", bench, tenants).warmUp(options.warmUp().dividedBy(3));
        readPages(tenants, options.warmUp().dividedBy(3L * PAGES.size()));
        Stage few = measure(tenants);
        say.accept("growing to " + size.tenants() + " tenants with " + size.users() + " users each");
        long begun = System.nanoTime();
        tenants.addAll(new ManyTenants(bench, population).like(model, size.tenants() - FEW));
        population.analyse();
        Duration filled = Duration.ofNanos(System.nanoTime() - begun);
        Stage many = measure(tenants);
        say.accept("looking how large it is");
        population.analyse();
        try (Connection database = bench.connect("")) {
            List<StorageSize> sizes = new ArrayList<>();
            for (String table : List.of("user_account", "user_word", "ledger_entry", "sign_in_link")) {
                sizes.add(StorageSize.of(database, table));
            }
            report.grown(size, filled, few, many, sizes, poolBytes(database));
        }
    }

    private Stage measure(List<BenchTenant> tenants) throws SQLException {
        String name = tenants.size() + " tenants";
        Traffic seats = Traffic.seats(name, bench, tenants);
        Traffic creations = Traffic.creations(name, bench, tenants);
        long before = pagesFromDisk();
        seats.measure(options.measured().dividedBy(2));
        say.accept("activations, " + seats.soFar());
        creations.measure(options.measured().dividedBy(2));
        say.accept("new users, " + creations.soFar());
        long read = pagesFromDisk() - before;
        int calls = seats.http().count()
                + seats.jdbc().count()
                + creations.http().count()
                + creations.jdbc().count();
        return new Stage(
                seats,
                creations,
                readPages(tenants, options.measured().dividedBy(PAGES.size())),
                (double) read / calls);
    }

    private List<Timings> readPages(List<BenchTenant> tenants, Duration each) {
        return PAGES.stream()
                .map(page -> Load.run(
                        HttpWorker.of(bench, (http, worker) -> Requests.get(BenchTenant.anyOf(tenants), "/users" + page)
                                .send(http, worker)),
                        1,
                        each))
                .toList();
    }

    private long pagesFromDisk() throws SQLException {
        return number("SHOW GLOBAL STATUS LIKE 'Innodb_buffer_pool_reads'");
    }

    private static long poolBytes(Connection database) throws SQLException {
        return number(database, "SHOW VARIABLES LIKE 'innodb_buffer_pool_size'");
    }

    private long number(String query) throws SQLException {
        try (Connection database = bench.connect("")) {
            return number(database, query);
        }
    }

    private static long number(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(2);
        }
    }
}
