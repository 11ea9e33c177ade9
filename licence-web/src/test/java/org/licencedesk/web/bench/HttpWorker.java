package org.licencedesk.web.bench;

import java.util.function.Supplier;

/** Sends requests of one kind over a connection of its own. */
final class HttpWorker implements Load.Worker {

    /** One request and its answer; an answer that is not the expected one ends the benchmark. */
    interface Request {

        /** @param worker the number of who sends it, from 0 */
        void send(HttpConnection http, int worker);
    }

    private final int number;

    private final HttpConnection http;

    private final Request request;

    private HttpWorker(int number, HttpConnection http, Request request) {
        this.number = number;
        this.http = http;
        this.request = request;
    }

    /** Workers whose connections name the operator unless a request names somebody else. */
    static Load.Workers of(Bench bench, Request request) {
        return of(() -> bench.http(Bench.OPERATOR), request);
    }

    /** Workers that each get a connection. */
    static Load.Workers of(Supplier<HttpConnection> connections, Request request) {
        return number -> new HttpWorker(number, connections.get(), request);
    }

    @Override
    public void call() {
        request.send(http, number);
    }

    @Override
    public void close() {
        http.close();
    }
}
