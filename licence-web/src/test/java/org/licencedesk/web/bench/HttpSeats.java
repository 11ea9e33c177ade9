package org.licencedesk.web.bench;

import org.licencedesk.web.bench.SeatHolders.Change;

/** Changes statuses over HTTP, as an internal system does. */
record HttpSeats(SeatHolders holders) implements HttpWorker.Request {

    @Override
    public void send(HttpConnection http, int worker) {
        Change change = holders.next(worker);
        http.as(change.tenant().token())
                .send(
                        200,
                        "PUT",
                        change.tenant().path() + "/users/" + change.user() + "/status",
                        "{\"status\":\"" + change.status() + "\"}");
    }
}
