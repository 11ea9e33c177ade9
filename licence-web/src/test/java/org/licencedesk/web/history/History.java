package org.licencedesk.web.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Reply;
import org.licencedesk.web.fixture.TestTenant;
import org.licencedesk.web.history.ApiDoor.TenantAccess;
import org.licencedesk.web.history.Operation.Correct;
import org.licencedesk.web.history.Operation.Reduce;
import org.licencedesk.web.history.Site.Blow;
import org.licencedesk.web.history.Violation.Kind;

/**
 * One run: sixteen clients of the API and one of the pages, on one hot tenant and 64 others, while the site takes its blows;
 * and then the checks.
 */
final class History {

    private static final AtomicInteger RUNS = new AtomicInteger();

    private static final int CLIENTS = 16;

    private static final int OTHERS = 64;

    /** The clients of one other tenant are those whose number leaves the same remainder. */
    private static final int CIRCLES = 8;

    private static final long SEED = 1;

    /** In percent. */
    private static final int HOT_SHARE = 60;

    /** How many of the others have a reduction. */
    private static final int REDUCED = 8;

    /** How many seats a reduction leaves beside those that were occupied when it was asked for, and takes away. */
    private static final int ROOM = 5;

    /** After so many operations everything has happened once. */
    private static final int OPERATIONS_A_ROUND = 10_000;

    private static final Duration BROKEN = Duration.ofSeconds(7);

    private static final String PROOFS = """
            select (select count(*) from ledger_entry e where e.tenant_id = t.id and e.kind = 'ALLOWANCE_RAISED') raised,
              (select count(*) from ledger_entry e where e.tenant_id = t.id and e.kind = 'TERMS_ACCEPTED') accepted,
              (select count(*) from acceptance a where a.tenant_id = t.id) proved,
              (select count(*) from mail m where m.tenant_id = t.id and m.kind = 'ALLOWANCE_RAISED') told
            from tenant t where t.slug = ?
            """;

    private final Site site;

    private final Api operator;

    private final Pace pace = new Pace();

    private final Course hot;

    private final List<Course> others;

    private final List<String> blows = new ArrayList<>();

    private History(Site site) {
        this.site = site;
        site.open();
        this.operator = Api.of(site.nodes().get(0));
        this.hot = course(name("hot", RUNS.incrementAndGet()), 5, ",'password':'" + TestTenant.PASSWORD + "'");
        this.others = IntStream.range(0, OTHERS)
                .mapToObj(number -> course(name(hot.name(), number), 3, ""))
                .toList();
    }

    /**
     * @param operations how many calls about the hot tenant are to be decided
     * @param atMost how long they may take; then it ends when everything has broken once
     */
    static Report of(Site site, int operations, Duration atMost) throws SQLException {
        return new History(site).run(operations, atMost);
    }

    private static String name(String kind, int number) {
        return kind + "-" + number;
    }

    private Course course(String slug, int maximum, String password) {
        made(
                "/tenants",
                "{'slug':'" + slug + "','name':'" + slug + "','maximum':" + maximum
                        + ",'currency':'GBP','pricePerSeat':'12.00','firstAdmin':{'userName':'admin',"
                        + "'displayName':'Ada Admin','email':'admin@history.example'" + password + "}}");
        return new Course(slug, new Figures(maximum, 1));
    }

    private Report run(int operations, Duration atMost) throws SQLException {
        long begin = System.nanoTime();
        List<Consumer<Pace>> clients = new ArrayList<>();
        for (int number = 0; number < CLIENTS; number++) {
            clients.add(apiClient(number)::work);
        }
        Door page = pageDoor();
        clients.add(new Client(CLIENTS, SEED, random -> hot, course -> page)::work);
        clients.add(accountManager(others.subList(0, REDUCED)));
        Crowd crowd = Crowd.start(clients, pace);
        long deadline = System.nanoTime() + atMost.toNanos();
        List<Blow> round = site.blows();
        List<Blow> all = Collections.nCopies(Math.max(1, operations / OPERATIONS_A_ROUND), round).stream()
                .flatMap(List::stream)
                .toList();
        for (int number = 0; number < round.size() || (number < all.size() && System.nanoTime() < deadline); number++) {
            int due = Math.toIntExact((long) operations * (number + 1) / (all.size() + 1));
            crowd.until(() -> hot.decided() >= due, Duration.ofNanos(deadline - System.nanoTime()));
            Runnable mend = all.get(number).strike().strike();
            pace.pause(BROKEN);
            mend.run();
            blows.add(all.get(number).name());
        }
        crowd.until(() -> hot.decided() >= operations, Duration.ofNanos(deadline - System.nanoTime()));
        crowd.end();
        Map<String, List<Violation>> found = new LinkedHashMap<>();
        for (Course course : courses()) {
            List<Violation> violations = check(course);
            if (!violations.isEmpty()) {
                found.put(course.name(), violations);
            }
        }
        List<Call> calls =
                courses().stream().flatMap(course -> course.calls().stream()).toList();
        return new Report(site.about(), calls, blows, Duration.ofNanos(System.nanoTime() - begin), found);
    }

    private Client apiClient(int number) {
        List<Course> circle = circle(number);
        Map<Course, Door> doors = new HashMap<>();
        Stream.concat(Stream.of(hot), circle.stream()).forEach(course -> doors.put(course, apiDoor(course, number)));
        return new Client(
                number,
                SEED,
                random -> random.nextInt(100) < HOT_SHARE ? hot : circle.get(random.nextInt(circle.size())),
                doors::get);
    }

    private Door pageDoor() {
        Reply admins = operator.as(access(hot).token()).get("/tenants/" + hot.name() + "/users?role=SYSTEM_ADMIN");
        String admin = admins.body().at("/items/0/id").asText();
        return new PageDoor(site, hot.name(), TestTenant.PASSWORD, admin);
    }

    /** Agrees on one reduction with each of the tenants, one after the other. */
    private Consumer<Pace> accountManager(List<Course> courses) {
        String email = "morgan-of-" + hot.name() + "@history.example";
        String id = made("/account-managers", "{'name':'Morgan Vale','email':'" + email + "','phone':'1'}")
                .path("id")
                .asText();
        String manager = made("/account-managers/" + id + "/tokens", "{'name':'of the history'}")
                .path("token")
                .asText();
        Map<Course, TenantAccess> accesses = new LinkedHashMap<>();
        for (Course course : courses) {
            Reply given = operator.patch("/tenants/" + course.name(), "{'accountManager':{'id':'" + id + "'}}");
            assertThat(given.status()).as(given.text()).isEqualTo(200);
            accesses.put(course, access(course));
        }
        return over -> accesses.forEach((course, access) -> {
            int needed = course.lastSeen().occupied();
            if (!over.isOver()) {
                Correct more = new Correct(needed + 2 * ROOM, "room for a reduction");
                course.ask(new ApiDoor(site, access, CLIENTS, over), more, Optional.empty());
                ReductionDoor reductions = new ReductionDoor(site, course.name(), access.token(), manager, over);
                course.ask(reductions, new Reduce(needed + ROOM), Optional.empty());
            }
        });
    }

    private List<Course> courses() {
        return Stream.concat(Stream.of(hot), others.stream()).toList();
    }

    private List<Course> circle(int client) {
        return IntStream.range(0, OTHERS)
                .filter(other -> other % CIRCLES == client % CIRCLES)
                .mapToObj(others::get)
                .toList();
    }

    private Door apiDoor(Course course, int client) {
        return new ApiDoor(site, access(course), client, pace);
    }

    private TenantAccess access(Course course) {
        JsonNode issued = made("/tenants/" + course.name() + "/tokens", "{'name':'of a client','role':'SYSTEM_ADMIN'}");
        return new TenantAccess(
                course.name(),
                issued.path("token").asText(),
                "token:" + issued.path("id").asText());
    }

    private JsonNode made(String path, String body) {
        Reply reply = operator.post(path, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.body();
    }

    /** As the ledger and the tables have it on every database node, and as the API says it. */
    private List<Violation> check(Course course) throws SQLException {
        List<Violation> violations = new ArrayList<>();
        Optional<ProductState> first = Optional.empty();
        for (Connection connection : site.connections()) {
            try (connection) {
                ProductState state = ProductState.of(course.name(), connection);
                if (first.isEmpty()) {
                    violations.addAll(HistoryChecker.check(course.calls(), state.ledger(), state.tables()));
                    checkProofs(course, connection, violations);
                    first = Optional.of(state);
                } else if (!first.get().equals(state)) {
                    violations.add(new Violation(Kind.TABLES, "Two database nodes differ"));
                }
            }
        }
        Reply verification = answered("/tenants/" + course.name() + "/ledger/verification");
        if (!verification.body().path("intact").asBoolean()) {
            violations.add(new Violation(Kind.CHAIN, verification.text()));
        }
        checkInvoice(course, first.orElseThrow().tables(), violations);
        return violations;
    }

    /** Each increase has its acceptance, and is told once (R10, R29, R35). */
    private static void checkProofs(Course course, Connection connection, List<Violation> violations)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PROOFS)) {
            statement.setString(1, course.name());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Set<Integer> numbers = Set.copyOf(List.of(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)));
                if (numbers.size() != 1) {
                    violations.add(new Violation(Kind.TABLES, "raised, accepted, proved, told: " + numbers));
                }
            }
        }
    }

    /** What is charged next is the maximum and each increase since (R33). */
    private void checkInvoice(Course course, Tables tables, List<Violation> violations) {
        Reply invoice = answered("/tenants/" + course.name() + "/invoices/next");
        int charged = 0;
        for (JsonNode line : invoice.body().path("lines")) {
            charged += line.path("seats").asInt();
        }
        int bought = tables.increases().stream()
                .mapToInt(increase -> increase.to() - increase.from())
                .sum();
        if (charged != tables.figures().maximum() + bought) {
            violations.add(new Violation(
                    Kind.TABLES,
                    "charged for %s seats, of which %s were bought: %s".formatted(charged, bought, invoice.text())));
        }
    }

    /** A node may need a moment to find its database again. */
    private Reply answered(String path) {
        Api api = Api.of(site.nodes().get(0));
        return await().atMost(Duration.ofMinutes(1)).until(() -> api.get(path), reply -> reply.status() == 200);
    }
}
