package org.licencedesk.web.bench;

import org.licencedesk.web.bench.SeatHolders.Change;

/** Changes statuses over HTTP, as an internal system does. */
final class HttpSeats implements Load.Worker {

    private final Bench bench;

    private final SeatHolders holders;

    private final int number;

    private final HttpConnection http;

    HttpSeats(Bench bench, SeatHolders holders, int number) {
        this.bench = bench;
        this.holders = holders;
        this.number = number;
        this.http = bench.http(Bench.OPERATOR);
    }

    @Override
    public void call() {
        Change change = holders.next(number);
        int status = http.sendAs(
                change.tenant().token(),
                "PUT",
                change.tenant().path() + "/users/" + change.user() + "/status",
                "{\"status\":\"" + change.status() + "\"}");
        if (status != 200) {
            throw new IllegalStateException(
                    status + " " + http.body() + bench.server().lastLogLines());
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
