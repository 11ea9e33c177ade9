package org.licencedesk.web.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.licencedesk.web.bench.HttpWorker.Request;
import org.licencedesk.web.bench.SeatHolders.Holder;

/** Every kind of request that machines send by day, each by itself or all of them mixed. */
final class Requests {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One kind.
     *
     * @param share of a hundred mixed requests
     */
    record Kind(String name, int share, Request request) {}

    private static final int ALL_SHARES = 100;

    private final List<Kind> kinds;

    /**
     * @param changed tenants that are changed
     * @param hot a tenant that everybody changes
     * @param read a tenant whose users are read and searched
     */
    Requests(Bench bench, List<BenchTenant> changed, BenchTenant hot, BenchTenant read) throws SQLException {
        try (Connection database = bench.connect("")) {
            SeatHolders spread = new SeatHolders(database, changed);
            SeatHolders one = new SeatHolders(database, List.of(hot));
            HttpCreations many = new HttpCreations(changed, new Newcomers());
            HttpCreations single = new HttpCreations(List.of(hot), new Newcomers());
            kinds = List.of(
                    new Kind("change a status, " + changed.size() + " tenants", 25, new HttpSeats(spread)),
                    new Kind("change a status, one tenant", 5, new HttpSeats(one)),
                    new Kind("add a user, " + changed.size() + " tenants", 10, many),
                    new Kind("add a user, one tenant", 2, single),
                    new Kind("add a user and delete it", 8, (http, worker) -> addAndDelete(http, many)),
                    new Kind("rename a user", 10, (http, worker) -> rename(http, spread.any())),
                    new Kind("one user", 10, (http, worker) -> readUser(http, one.any())),
                    new Kind("page of 50", 8, get(read, "/users?sort=userName")),
                    new Kind("page of 50, latest first", 2, get(read, "/users?sort=-createdAt")),
                    new Kind("search", 5, get(read, "/users?sort=userName&q=" + Names.PREFIX)),
                    new Kind("figures", 10, get(hot, "/allowance")),
                    new Kind("quote", 2, get(hot, "/allowance/quote?raiseTo=" + Population.SEAT_CEILING)),
                    new Kind("next invoice", 1, get(hot, "/invoices/next")),
                    new Kind("page of the ledger", 2, get(hot, "/ledger?after=0")));
        }
    }

    List<Kind> kinds() {
        return kinds;
    }

    /** All kinds, each as often as its share says. */
    Request mixed() {
        return (http, worker) -> {
            int drawn = ThreadLocalRandom.current().nextInt(ALL_SHARES);
            for (Kind kind : kinds) {
                drawn -= kind.share();
                if (drawn < 0) {
                    kind.request().send(http, worker);
                    return;
                }
            }
            throw new IllegalStateException("The shares make less than a hundred");
        };
    }

    static Request get(BenchTenant tenant, String path) {
        return (http, worker) -> http.as(tenant.token()).send(200, "GET", tenant.path() + path);
    }

    private static void addAndDelete(HttpConnection http, HttpCreations creations) {
        BenchTenant tenant = BenchTenant.anyOf(creations.tenants());
        creations.add(http, tenant);
        http.send(204, "DELETE", tenant.path() + "/users/" + id(http.body()));
    }

    private static String id(String created) {
        try {
            return JSON.readTree(created).required("user").required("id").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(created, e);
        }
    }

    private static void rename(HttpConnection http, Holder holder) {
        http.as(holder.tenant().token())
                .patch(
                        holder.tenant().path() + "/users/" + holder.user(),
                        "{\"displayName\":\"Renamed "
                                + ThreadLocalRandom.current().nextInt() + "\"}");
    }

    private static void readUser(HttpConnection http, Holder holder) {
        http.as(holder.tenant().token()).send(200, "GET", holder.tenant().path() + "/users/" + holder.user());
    }
}
