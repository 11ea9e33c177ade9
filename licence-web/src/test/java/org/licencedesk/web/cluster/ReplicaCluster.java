package org.licencedesk.web.cluster;

import org.licencedesk.launcher.MicroServer;
import org.licencedesk.web.fixture.Api;

/** A primary and two replicas, started from config/cluster/replicas, and a node of the product over them. */
public final class ReplicaCluster extends Databases implements AutoCloseable {

    private final MicroServer desk = databases.desk("desk", databases.url(1));

    private ReplicaCluster() {
        super("replicas");
    }

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

    /**
     * Makes a replica the primary.
     *
     * @return what the script says
     * @throws IllegalStateException if the script refuses, with its reason
     */
    public String promote(String... arguments) {
        return databases.run("promote", arguments);
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
