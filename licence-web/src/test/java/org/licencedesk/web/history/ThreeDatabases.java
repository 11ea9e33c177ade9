package org.licencedesk.web.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.web.cluster.GaleraCluster;

/** Two nodes of the product over three nodes of Galera, each with a writer of its own. */
final class ThreeDatabases extends Site {

    private static final int DATABASES = 3;

    private static final int OTHER = 2;

    private final GaleraCluster cluster = GaleraCluster.shared();

    @Override
    String about() {
        return "two nodes over three nodes of Galera";
    }

    @Override
    MicroServer first() {
        return cluster.desk(1);
    }

    @Override
    MicroServer other() {
        return cluster.desk(OTHER);
    }

    @Override
    void killOther() {
        cluster.killDesk(OTHER);
    }

    @Override
    List<Blow> databaseBlows() {
        return List.of(
                new Blow("a database node stopped (SIGSTOP)", () -> {
                    cluster.pause(OTHER);
                    return () -> cluster.resume(OTHER);
                }),
                new Blow("a database node cut off from the others (partition)", () -> {
                    cluster.partition(OTHER);
                    return () -> cluster.reconnect(OTHER);
                }),
                new Blow("a database node killed", () -> {
                    cluster.kill(1);
                    return () -> cluster.restart(1);
                }));
    }

    @Override
    Connection connect() throws SQLException {
        return cluster.connect(DATABASES);
    }

    /** What is read through them is what was written through any of them. */
    @Override
    List<Connection> connections() throws SQLException {
        List<Connection> all = new ArrayList<>();
        for (int node = 1; node <= DATABASES; node++) {
            Connection connection = cluster.connect(node);
            try (Statement wait = connection.createStatement()) {
                wait.execute("set session wsrep_sync_wait = 7");
            }
            all.add(connection);
        }
        return all;
    }

    /** The cluster is shared, and goes on. */
    @Override
    public void close() {}
}
