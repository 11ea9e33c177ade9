package org.licencedesk.web.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.licencedesk.kernel.UserStatus;

/** Reads pages of 50 users, the first and the next one, in every order and with each filter. */
final class UserPages {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> SORTS = List.of(
            "userName", "-userName", "displayName", "-displayName", "status", "-status", "createdAt", "-createdAt");

    private static final String SEARCH = "q=" + Names.PREFIX;

    private static final String SECOND_WORD = "q=" + Names.SECOND;

    private static final String BOTH_WORDS = SEARCH + "%20" + Names.SECOND;

    /** A case that is found to be slow is not read so often, but at least so many times. */
    private static final int FEWEST = 10;

    private static final long LONGEST_NANOS = 20_000_000_000L;

    /**
     * One list in one order.
     *
     * @param bounded whether its pages must not take longer in a large tenant than in a small one
     */
    record Case(String filter, String sort, boolean bounded) {

        String query() {
            return "?sort=" + sort + (filter.isEmpty() ? "" : "&" + filter);
        }

        /** Whether it is a search with no other filter. */
        boolean isSearchAlone() {
            return filter.equals(SEARCH);
        }
    }

    /** How long the pages of a case took in each tenant, in the order of the tenants. */
    record Result(Case measured, List<Timings> first, List<Timings> next) {}

    private final Bench bench;

    private final List<BenchTenant> tenants;

    UserPages(Bench bench, List<BenchTenant> tenants) {
        this.bench = bench;
        this.tenants = tenants;
    }

    static List<Case> cases() {
        List<String> single = new ArrayList<>(
                List.of("", "occupiesSeat=true", "occupiesSeat=false", "role=STANDARD", "role=SYSTEM_ADMIN"));
        for (UserStatus status : UserStatus.values()) {
            single.add("status=" + status);
        }
        List<Case> cases = new ArrayList<>();
        for (String sort : SORTS) {
            single.forEach(filter -> cases.add(new Case(filter, sort, true)));
            cases.add(new Case(SEARCH, sort, !sort.endsWith("status")));
            cases.add(new Case(SECOND_WORD, sort, false));
            cases.add(new Case(BOTH_WORDS, sort, false));
            cases.add(new Case(SEARCH + "&status=INACTIVE", sort, false));
            cases.add(new Case("role=SYSTEM_ADMIN&status=LOCKED,INACTIVE", sort, false));
        }
        return cases;
    }

    /** Reads the pages of every tenant in turn, so that whatever slows the machine slows them alike. */
    Result measure(Case measured, int times) {
        List<HttpConnection> connections =
                tenants.stream().map(tenant -> bench.http(tenant.token())).toList();
        List<Timings> first = tenants.stream().map(tenant -> new Timings()).toList();
        List<Timings> next = tenants.stream().map(tenant -> new Timings()).toList();
        long begun = System.nanoTime();
        for (int time = 0; time < times && (time < FEWEST || System.nanoTime() - begun < LONGEST_NANOS); time++) {
            for (int i = 0; i < tenants.size(); i++) {
                String path = tenants.get(i).path() + "/users" + measured.query();
                HttpConnection http = connections.get(i);
                read(http, path, first.get(i));
                String cursor = cursor(http.body());
                if (!cursor.isEmpty()) {
                    read(http, path + "&cursor=" + cursor, next.get(i));
                }
            }
        }
        connections.forEach(HttpConnection::close);
        return new Result(measured, first, next);
    }

    private static void read(HttpConnection http, String path, Timings timings) {
        long begun = System.nanoTime();
        int status = http.get(path);
        timings.add(System.nanoTime() - begun);
        if (status != 200) {
            throw new IllegalStateException(path + " answered " + status + " " + http.body());
        }
    }

    private static String cursor(String page) {
        try {
            return JSON.readTree(page).required("next").asText("");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(page, e);
        }
    }
}
