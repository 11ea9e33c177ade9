package org.licencedesk.web.history;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run did and found, in one table. */
record Report(String about, List<Call> calls, List<String> blows, Duration took, Map<String, List<Violation>> found) {

    @Override
    public String toString() {
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put("on", about);
        rows.put("calls", calls.size());
        rows.put("acknowledged", count(Answer.Done.class));
        rows.put("refused", count(Answer.Refused.class));
        rows.put("read", count(Answer.Read.class) + count(Answer.ReadStatus.class));
        rows.put("not taken, nothing changed", count(Answer.Untouched.class));
        rows.put("unknown", count(Answer.Unknown.class));
        rows.put("faults injected", blows.size());
        blows.forEach(blow -> rows.merge("  " + blow, 1, (before, one) -> (int) before + 1));
        rows.put("seconds", took.toSeconds());
        rows.put("violations", found.values().stream().mapToInt(List::size).sum());
        kinds().forEach((kind, number) -> rows.put("  " + kind, number));
        int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
        return rows.entrySet().stream()
                .map(row ->
                        "| " + row.getKey() + " ".repeat(width - row.getKey().length()) + " | " + row.getValue())
                .collect(Collectors.joining("\n"));
    }

    /**
     * @param kind how the ledger calls those who come by one door: {@code token} or {@code user}
     * @return how many changes of theirs were acknowledged
     */
    long acknowledged(String kind) {
        return calls.stream()
                .filter(call -> call.isAcknowledged() && call.actor().startsWith(kind + ":"))
                .count();
    }

    private long count(Class<?> answer) {
        return calls.stream().filter(call -> answer.isInstance(call.answer())).count();
    }

    private Map<String, Long> kinds() {
        return found.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(one -> one.kind().name(), TreeMap::new, Collectors.counting()));
    }

    /** @return the first violations of each tenant, for the reader of a failure */
    List<String> evidence() {
        return found.entrySet().stream()
                .flatMap(tenant -> tenant.getValue().stream().limit(5).map(one -> tenant.getKey() + ": " + one))
                .toList();
    }
}
