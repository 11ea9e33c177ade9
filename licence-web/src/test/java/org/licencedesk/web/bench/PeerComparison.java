package org.licencedesk.web.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.licencedesk.web.bench.HttpWorker.Request;
import org.licencedesk.web.bench.Newcomers.Newcomer;

/**
 * The product and Keycloak over one MariaDB, each by {@link Load#WORKERS} connections, in turn: users are added, a page of
 * 50 is read, and the beginning of a name is looked for. One tenant stands against one realm with as many users.
 */
final class PeerComparison {

    private static final int ROUNDS = 3;

    private static final int PAGE = 50;

    private static final String FIRST_PAGE = "first=0&max=50&briefRepresentation=true";

    /**
     * One row of the comparison.
     *
     * @param aim how many times as many a second it shall be
     */
    record Row(String name, double aim, Timings ours, Timings theirs) {

        double times() {
            return ours.perSecond() / theirs.perSecond();
        }
    }

    private final Bench bench;

    private final Keycloak keycloak;

    private final List<BenchTenant> many;

    private final Duration round;

    private final Consumer<String> say;

    private final List<Row> rows = new ArrayList<>();

    private double ourMegabytes;

    private double theirMegabytes;

    /**
     * @param many tenants over which adding is also spread
     * @param round how long each side is measured in each of the rounds
     */
    PeerComparison(Bench bench, Keycloak keycloak, List<BenchTenant> many, Duration round, Consumer<String> say) {
        this.bench = bench;
        this.keycloak = keycloak;
        this.many = many;
        this.round = round;
        this.say = say;
    }

    static Path unpacked() {
        return Path.of("target", "keycloak");
    }

    /** Loads Keycloak with everything that is measured, in a realm that is not; the product is warm by then. */
    void warmUp(Duration time) throws SQLException {
        keycloak.realm("warm", 1_000);
        for (Request request : List.of(theirNewcomers("warm"), theirPage("warm"), theirSearch("warm"))) {
            Load.run(HttpWorker.of(keycloak::http, request), time.dividedBy(3));
        }
    }

    /** Compares a tenant with a realm of as many users. */
    void compare(BenchTenant tenant, int users) throws SQLException {
        String realm = tenant.slug();
        keycloak.realm(realm, users);
        String among = " of " + users;
        Request ourPage = Requests.get(tenant, "/users?sort=userName&limit=" + PAGE);
        Request ourSearch = Requests.get(tenant, "/users?sort=userName&limit=" + PAGE + "&q=" + Names.PREFIX);
        requireFullPages(tenant, realm);
        measure("page of 50" + among, 5, ourPage, theirPage(realm));
        measure("search by the beginning of a name" + among, 5, ourSearch, theirSearch(realm));
        Row one = measure(
                "add a user to one tenant" + among,
                2,
                new HttpCreations(List.of(tenant), new Newcomers()),
                theirNewcomers(realm));
        Timings spread = new Timings();
        IntStream.range(0, ROUNDS)
                .forEach(number ->
                        spread.add(Load.run(HttpWorker.of(bench, new HttpCreations(many, new Newcomers())), round)));
        add(new Row("add a user to one of " + many.size() + " tenants", 3, spread, one.theirs()));
    }

    private Row measure(String name, double aim, Request ours, Request theirs) {
        Timings here = new Timings();
        Timings there = new Timings();
        for (int number = 0; number < ROUNDS; number++) {
            there.add(Load.run(HttpWorker.of(keycloak::http, theirs), round));
            here.add(Load.run(HttpWorker.of(bench, ours), round));
        }
        return add(new Row(name, aim, here, there));
    }

    private Row add(Row row) {
        rows.add(row);
        say.accept(row.name() + ": " + Math.round(row.ours().perSecond()) + "/s, Keycloak "
                + Math.round(row.theirs().perSecond()) + "/s");
        return row;
    }

    /** What is compared must be the same: both lists are full. */
    private void requireFullPages(BenchTenant tenant, String realm) {
        try (HttpConnection ours = bench.http(tenant.token());
                HttpConnection theirs = keycloak.http()) {
            theirPage(realm).send(theirs, 0);
            ours.get(tenant.path() + "/users?limit=" + PAGE);
            int there = Keycloak.read(theirs.body()).size();
            int here = Keycloak.read(ours.body()).required("items").size();
            if (there != PAGE || here != PAGE) {
                throw new IllegalStateException("Pages of " + here + " and " + there + " users");
            }
        }
    }

    private static Request theirPage(String realm) {
        return (http, worker) -> http.send(200, "GET", "/admin/realms/" + realm + "/users?" + FIRST_PAGE);
    }

    private static Request theirSearch(String realm) {
        return (http, worker) ->
                http.send(200, "GET", "/admin/realms/" + realm + "/users?" + FIRST_PAGE + "&search=" + Names.PREFIX);
    }

    private static Request theirNewcomers(String realm) {
        Newcomers newcomers = new Newcomers();
        return (http, worker) -> {
            Newcomer newcomer = newcomers.next();
            http.send(201, "POST", "/admin/realms/" + realm + "/users", """
                    {"username":"%1$s","email":"%1$s","firstName":"%2$s","lastName":"%3$s","enabled":true}""".formatted(
                            newcomer.userName(), newcomer.first(), newcomer.last()));
        };
    }

    List<Row> rows() {
        return rows;
    }

    /** Notes how much memory both have now. */
    void lookAtMemory() throws IOException {
        ourMegabytes = ProcessMemory.now(bench.server().pid()).orElse(0);
        theirMegabytes = ProcessMemory.now(keycloak.pid()).orElse(0);
    }

    double ourMegabytes() {
        return ourMegabytes;
    }

    double theirMegabytes() {
        return theirMegabytes;
    }

    Duration theirFirstStart() {
        return keycloak.firstStart();
    }

    Duration theirSecondStart() {
        return keycloak.secondStart();
    }
}
