package org.licencedesk.web.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.web.cluster.GaleraCluster;
import org.licencedesk.web.fixture.Frozen;

/** Two nodes of the product over three nodes of Galera, each with a writer of its own. */
final class ThreeDatabases implements Site {

    private static final int DATABASES = 3;

    private static final int OTHER = 2;

    private final GaleraCluster cluster = GaleraCluster.shared();

    private final List<MicroServer> nodes = new CopyOnWriteArrayList<>(List.of(cluster.desk(1), cluster.desk(OTHER)));

    @Override
    public String about() {
        return "two nodes over three nodes of Galera";
    }

    @Override
    public List<MicroServer> nodes() {
        return List.copyOf(nodes);
    }

    @Override
    public List<Blow> blows() {
        return List.of(
                new Blow(
                        "a node of ours stopped (SIGSTOP)",
                        () -> Frozen.process(cluster.desk(OTHER).pid())::close),
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
                }),
                new Blow("a node of ours killed", this::killOther));
    }

    private Runnable killOther() {
        nodes.remove(cluster.desk(OTHER));
        cluster.killDesk(OTHER);
        return () -> nodes.add(cluster.desk(OTHER));
    }

    @Override
    public Connection connect() throws SQLException {
        return cluster.connect(DATABASES);
    }

    /** What is read through them is what was written through any of them. */
    @Override
    public List<Connection> connections() throws SQLException {
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
