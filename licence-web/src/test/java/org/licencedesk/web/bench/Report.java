package org.licencedesk.web.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.licencedesk.web.bench.UserPages.Result;

/** The figures as a table to read and as JSON, each target with whether it is met. */
final class Report {

    private static final double GROWTH = 2.0;

    private static final double LONGEST_MILLIS = 300;

    private static final double HALF_LOAD_MILLIS = 100;

    private static final double MOST_MEGABYTES = 600;

    /** What the memory may grow by from the middle of a run to its end and still be called flat. */
    private static final double FLAT = 1.03;

    private static final int BYTES_A_MEGABYTE = 1 << 20;

    private static final int MEDIUM = 1;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final ObjectNode json = JSON.createObjectNode();

    private final List<String> table = new ArrayList<>();

    void title(String text) {
        table.add("");
        table.add(text);
    }

    /** What was chosen, into the JSON alone. */
    void options(Options options) {
        json.put("options", options.toString());
    }

    /** Both doors, and their ratio. */
    void traffic(Traffic traffic, double ratio) {
        json.withArray("traffic")
                .add(traffic("http", traffic.name(), traffic.http(), traffic.httpCpu()))
                .add(traffic("jdbc", traffic.name(), traffic.jdbc(), traffic.jdbcCpu()));
        target("http / jdbc, " + traffic.name(), traffic.ratio(), ">=", ratio);
    }

    private ObjectNode traffic(String door, String name, Timings timings, String cpu) {
        ObjectNode node =
                JSON.createObjectNode().put("door", door).put("tenants", name).put("cpu", cpu);
        node.put("perSecond", rounded(timings.perSecond()));
        for (int percent : List.of(50, 95, 99)) {
            node.put("p" + percent + "Millis", rounded(timings.millis(percent / 100.0)));
        }
        table.add(String.format(
                Locale.ROOT,
                "%-4s  %-24s %8.0f /s   p50 %7.1f ms   p95 %7.1f ms   p99 %7.1f ms",
                door,
                name,
                timings.perSecond(),
                timings.millis(0.5),
                timings.millis(0.95),
                timings.millis(0.99)));
        table.add("      " + cpu);
        return node;
    }

    /** The rate among so many users against the one in a small tenant. */
    void amongMany(Traffic small, Traffic large) {
        target(
                "http, " + large.name() + " / " + small.name(),
                large.http().perSecond() / small.http().perSecond(),
                ">=",
                0.9);
    }

    /** Every case into the JSON, the slowest ones into the table. */
    void pages(List<Result> results) {
        ArrayNode cases = json.putArray("pages");
        for (Result result : results) {
            ObjectNode node = cases.addObject().put("query", result.measured().query());
            result.first().forEach(timings -> node.withArray("firstP95Millis").add(rounded(timings.millis(0.95))));
            result.next().forEach(timings -> node.withArray("nextP95Millis").add(rounded(timings.millis(0.95))));
        }
        List<Result> bounded =
                results.stream().filter(result -> result.measured().bounded()).toList();
        table.add(String.format("%-62s %10s %10s %10s", "p95 in ms of the slowest, each", "small", "medium", "large"));
        slowest(bounded, Report::growthOf, 8);
        target("growth from small to large, single filters and prefix", most(bounded, Report::growthOf), "<=", GROWTH);
        table.add(bounded.stream().filter(result -> growthOf(result) > GROWTH).count() + " of " + bounded.size()
                + " cases miss it");
        List<Result> others =
                results.stream().filter(result -> !result.measured().bounded()).toList();
        slowest(others, Report::medium, 4);
        target("ms at medium, everything", most(results, Report::medium), "<=", LONGEST_MILLIS);
        figure(
                "ms at medium, search in another order than the name",
                most(
                        others.stream()
                                .filter(result -> result.measured().isSearchAlone())
                                .toList(),
                        Report::medium));
    }

    private void slowest(List<Result> results, ToDoubleFunction<Result> by, int count) {
        results.stream()
                .sorted(Comparator.comparingDouble(by).reversed())
                .limit(count)
                .forEach(result -> {
                    row(result.measured().query() + " first", result.first());
                    row(result.measured().query() + " next", result.next());
                });
    }

    private void row(String name, List<Timings> timings) {
        StringBuilder row = new StringBuilder(String.format("%-62s", name));
        timings.forEach(each -> row.append(String.format(Locale.ROOT, " %10.1f", each.millis(0.95))));
        table.add(row.toString());
    }

    private static double growthOf(Result result) {
        return Math.max(growthOf(result.first()), growthOf(result.next()));
    }

    private static double growthOf(List<Timings> timings) {
        Timings small = timings.get(0);
        return small.count() == 0 ? 0 : timings.get(timings.size() - 1).millis(0.95) / small.millis(0.95);
    }

    private static double medium(Result result) {
        return Math.max(
                result.first().get(MEDIUM).millis(0.95),
                result.next().get(MEDIUM).millis(0.95));
    }

    private static double most(List<Result> results, ToDoubleFunction<Result> by) {
        return results.stream().mapToDouble(by).max().orElse(0);
    }

    /** Every kind, and the slowest of them. */
    void halfLoad(List<HalfLoad> kinds) {
        table.add(String.format("%-34s %12s %10s %10s %10s", "", "highest /s", "p50 ms", "p95 ms", "p99 ms"));
        for (HalfLoad kind : kinds) {
            Timings timings = kind.timings();
            json.withArray("halfLoad")
                    .addObject()
                    .put("kind", kind.name())
                    .put("highestPerSecond", rounded(kind.most()))
                    .put("p50Millis", rounded(timings.millis(0.5)))
                    .put("p95Millis", rounded(timings.millis(0.95)))
                    .put("p99Millis", rounded(timings.millis(0.99)));
            table.add(String.format(
                    Locale.ROOT,
                    "%-34s %12.0f %10.1f %10.1f %10.1f",
                    kind.name(),
                    kind.most(),
                    timings.millis(0.5),
                    timings.millis(0.95),
                    timings.millis(0.99)));
        }
        double slowest = kinds.stream()
                .mapToDouble(kind -> kind.timings().millis(0.99))
                .max()
                .orElse(0);
        target("ms, p99 of the slowest kind at half load", slowest, "<=", HALF_LOAD_MILLIS);
    }

    /** Everything at once, and the memory at ten instants of it. */
    void mixed(Timings timings, List<Double> megabytes) {
        json.putObject("mixed")
                .put("perSecond", rounded(timings.perSecond()))
                .put("p99Millis", rounded(timings.millis(0.99)));
        table.add(String.format(
                Locale.ROOT, "everything at once %8.0f /s   p99 %7.1f ms", timings.perSecond(), timings.millis(0.99)));
        if (!megabytes.isEmpty()) {
            megabytes.forEach(each -> json.withArray("megabytes").add(rounded(each)));
            table.add("resident MB: "
                    + megabytes.stream()
                            .map(each -> Long.toString(Math.round(each)))
                            .collect(Collectors.joining(" ")));
            double half = megabytes.get(megabytes.size() / 2 - 1);
            target("resident MB, the end / the middle", megabytes.get(megabytes.size() - 1) / half, "<=", FLAT);
        }
    }

    /** The most that the server ever had. */
    void memory(double megabytes) {
        target("resident MB of the server at most", megabytes, "<=", MOST_MEGABYTES);
    }

    /** Seconds, against what is aimed at. */
    void firstAnswer(String name, Duration taken, double aim) {
        target(name, seconds(taken), "<=", aim);
    }

    private static double seconds(Duration taken) {
        return taken.toMillis() / 1000.0;
    }

    /** A table, as Markdown has it. */
    void peer(PeerComparison compared, Duration ourFirstStart, Duration ourSecondStart) {
        table.add("");
        table.add("| | ours | Keycloak | | to reach | |");
        table.add("|---|---|---|---|---|---|");
        for (PeerComparison.Row row : compared.rows()) {
            json.withArray("peer")
                    .addObject()
                    .put("name", row.name())
                    .put("oursPerSecond", rounded(row.ours().perSecond()))
                    .put("oursP95Millis", rounded(row.ours().millis(0.95)))
                    .put("theirsPerSecond", rounded(row.theirs().perSecond()))
                    .put("theirsP95Millis", rounded(row.theirs().millis(0.95)))
                    .put("times", rounded(row.times()))
                    .put("aim", row.aim())
                    .put("met", row.times() >= row.aim());
            table.add(String.format(
                    Locale.ROOT,
                    "| %s | %.0f /s, p95 %.1f ms | %.0f /s, p95 %.1f ms | %.1fx | %.0fx | %s |",
                    row.name(),
                    row.ours().perSecond(),
                    row.ours().millis(0.95),
                    row.theirs().perSecond(),
                    row.theirs().millis(0.95),
                    row.times(),
                    row.aim(),
                    row.times() >= row.aim() ? "met" : "missed"));
        }
        peer("resident MB of the server", compared.ourMegabytes(), compared.theirMegabytes());
        peer("s to the first answer, no tables yet", seconds(ourFirstStart), seconds(compared.theirFirstStart()));
        peer("s to the first answer afterwards", seconds(ourSecondStart), seconds(compared.theirSecondStart()));
    }

    private void peer(String name, double ours, double theirs) {
        json.withArray("peer")
                .addObject()
                .put("name", name)
                .put("ours", rounded(ours))
                .put("theirs", rounded(theirs));
        table.add(String.format(Locale.ROOT, "| %s | %.1f | %.1f | | | |", name, ours, theirs));
    }

    /** What a database of that size does and takes up, against a small one. */
    void grown(
            Options.Size size,
            Duration filled,
            Growth.Stage few,
            Growth.Stage many,
            List<StorageSize> sizes,
            long poolBytes) {
        ObjectNode node = json.putObject("growth")
                .put("tenants", size.tenants())
                .put("usersEach", size.users())
                .put("poolBytes", poolBytes);
        title("Activations and deactivations");
        traffic(few.seats(), 0.6);
        traffic(many.seats(), 0.6);
        amongMany(few.seats(), many.seats());
        title("New Active users without a password");
        traffic(few.creations(), 0.6);
        traffic(many.creations(), 0.6);
        amongMany(few.creations(), many.creations());
        figure("pages of the database read from disk a change, few tenants", few.diskReads());
        figure("pages of the database read from disk a change, all tenants", many.diskReads());
        title(String.format(
                "%-46s %10s %10s %10s %10s", "ms of a page, one reader", "few p50", "p95", "all p50", "p95"));
        for (int page = 0; page < Growth.pages().size(); page++) {
            page(
                    Growth.pages().get(page),
                    few.pageTimes().get(page),
                    many.pageTimes().get(page));
        }
        title("In the files; filled in " + filled.toSeconds() + " s; buffer pool of " + poolBytes / BYTES_A_MEGABYTE
                + " MB");
        sizes.forEach(each -> size(node, each));
    }

    private void page(String query, Timings few, Timings many) {
        json.withArray("grownPages")
                .addObject()
                .put("query", query)
                .put("fewP50Millis", rounded(few.millis(0.5)))
                .put("fewP95Millis", rounded(few.millis(0.95)))
                .put("allP50Millis", rounded(many.millis(0.5)))
                .put("allP95Millis", rounded(many.millis(0.95)));
        table.add(String.format(
                Locale.ROOT,
                "%-46s %10.1f %10.1f %10.1f %10.1f",
                query,
                few.millis(0.5),
                few.millis(0.95),
                many.millis(0.5),
                many.millis(0.95)));
    }

    private void size(ObjectNode growth, StorageSize size) {
        ObjectNode node = growth.putObject(size.table())
                .put("rows", size.rows())
                .put("bytes", size.bytes())
                .put("bytesARow", rounded(size.bytesARow()));
        table.add(String.format(
                Locale.ROOT,
                "%-46s %10d rows %10d MB %8.0f bytes a row",
                size.table(),
                size.rows(),
                size.bytes() / BYTES_A_MEGABYTE,
                size.bytesARow()));
        for (String index : size.indexBytes().keySet()) {
            node.put(index, rounded(size.bytesARow(index)));
            table.add(String.format(Locale.ROOT, "    %-58s %18.0f", index, size.bytesARow(index)));
        }
    }

    /** A figure that has no target. */
    void figure(String name, double value) {
        json.put(name, rounded(value));
        table.add(String.format(Locale.ROOT, "%-72s %10.2f", name, value));
    }

    private void target(String name, double value, String relation, double bound) {
        boolean met = relation.equals(">=") ? value >= bound : value <= bound;
        json.withArray("targets")
                .addObject()
                .put("name", name)
                .put("value", rounded(value))
                .put("target", relation + " " + bound)
                .put("met", met);
        table.add(String.format(
                Locale.ROOT, "%-72s %10.2f   %s %s: %s", name, value, relation, bound, met ? "met" : "MISSED"));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /** The table, a line each. */
    String text() {
        return String.join(System.lineSeparator(), table);
    }

    /** Writes the JSON. */
    void write(Path file) throws IOException {
        JSON.writeValue(file.toFile(), json);
    }
}
