package org.licencedesk.web.bench;

import java.util.List;
import org.licencedesk.web.bench.Newcomers.Newcomer;

/** Adds Active users without a password over HTTP: each takes a seat and gets a one-time link. */
record HttpCreations(List<BenchTenant> tenants, Newcomers newcomers) implements HttpWorker.Request {

    @Override
    public void send(HttpConnection http, int worker) {
        add(http, BenchTenant.anyOf(tenants));
    }

    /** Adds one to that tenant, whose token the connection then sends. */
    void add(HttpConnection http, BenchTenant tenant) {
        Newcomer newcomer = newcomers.next();
        http.as(tenant.token()).send(201, "POST", tenant.path() + "/users", """
                        {"userName":"%1$s","displayName":"%2$s","email":"%1$s","status":"ACTIVE"}""".formatted(
                        newcomer.userName(), newcomer.displayName()));
    }
}
