package org.licencedesk.web.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.licencedesk.web.bench.UserPages.Result;

/** The figures as a table to read and as JSON, each target with whether it is met. */
final class Report {

    private static final double RATIO = 0.6;

    private static final double GROWTH = 2.0;

    private static final double LONGEST_MILLIS = 300;

    private static final double MOST_MEGABYTES = 700;

    private static final int MEDIUM = 1;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final ObjectNode json = JSON.createObjectNode();

    private final List<String> table = new ArrayList<>();

    void title(String text) {
        table.add("");
        table.add(text);
    }

    /** (a), (b) and their ratio. */
    void seats(SeatTraffic traffic) {
        json.withArray("seats")
                .add(traffic("http", traffic.name(), traffic.http(), traffic.httpCpu()))
                .add(traffic("jdbc", traffic.name(), traffic.jdbc(), traffic.jdbcCpu()));
        target("a / b, " + traffic.name(), traffic.ratio(), ">=", RATIO);
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

    /** (c): the rate among so many users against the one in a small tenant. */
    void growth(SeatTraffic small, SeatTraffic large) {
        target(
                "a, " + large.name() + " / " + small.name(),
                large.http().perSecond() / small.http().perSecond(),
                ">=",
                0.9);
    }

    /** (d): every case into the JSON, the slowest ones into the table. */
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

    /** (e). */
    void memory(double megabytes) {
        target("resident MB of the server", megabytes, "<=", MOST_MEGABYTES);
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
