package org.licencedesk.web.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.web.fixture.Api;

/** A primary and two replicas, started from config/cluster/replicas, and a node of the product over them. */
public final class ReplicaCluster implements AutoCloseable {

    private final ClusterScripts databases = ClusterScripts.start("replicas");

    private final MicroServer desk = databases.desk("desk", databases.url(1));

    private ReplicaCluster() {}

    /**
     * @return a new cluster, whose primary is node 1, with the terms "1" published. The test is left out, with one line that says so, where Debian's
     *     packages are not installed
     */
    public static ReplicaCluster start() {
        ClusterScripts.assumeInstalled();
        ReplicaCluster cluster = new ReplicaCluster();
        Api.of(cluster.desk()).publishTerms("1", "Terms of the tests");
        return cluster;
    }

    /** @return the node of the product, which knows the addresses of all three */
    public MicroServer desk() {
        return desk;
    }

    /** @return a connection to this database node, or with 0 through the proxy; the caller closes it */
    public Connection connect(int node) throws SQLException {
        return databases.connect(node);
    }

    /** Ends the database node without notice (SIGKILL). */
    public void kill(int node) {
        databases.kill(node);
    }

    /** Stops the database node (SIGSTOP) until {@link #resume}. */
    public void pause(int node) {
        databases.signal(node, "STOP");
    }

    /** Lets the database node go on. */
    public void resume(int node) {
        databases.signal(node, "CONT");
    }

    /**
     * Makes a replica the primary.
     *
     * @throws IllegalStateException if the script refuses, with its reason
     */
    public void promote(String... arguments) {
        databases.run("promote", arguments);
    }

    /** Builds the database node anew, as a replica of the primary. */
    public void rejoin(int node) {
        databases.run("rejoin", Integer.toString(node));
    }

    @Override
    public void close() {
        desk.kill();
        databases.stop();
    }
}
