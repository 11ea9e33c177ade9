package org.licencedesk.web.cluster;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.web.fixture.Api;

/**
 * Three nodes of Galera, started from config/cluster/galera, and nodes of the product over them; both are numbered from 1 to
 * 3. All tests of the run share one, and leave every node running. Tests keep to tenants of their own.
 */
public final class GaleraCluster extends Databases {

    private static @Nullable GaleraCluster shared;

    private final Map<Integer, MicroServer> desks = new HashMap<>();

    private GaleraCluster() {
        super("galera");
    }

    /**
     * @return the cluster, started when it is first asked for, with the terms "1" published; it ends with the test run. A
     *     test is left out, with one line that says so, where Debian's packages are not installed
     */
    public static synchronized GaleraCluster shared() {
        ClusterScripts.assumeInstalled();
        GaleraCluster running = shared;
        if (running == null) {
            running = new GaleraCluster();
            shared = running;
            Runtime.getRuntime().addShutdownHook(new Thread(running::end));
            Api.of(running.desk(1)).publishTerms("1", "Terms of the tests");
        }
        return running;
    }

    /**
     * @param number 1 to 3: the database node that it writes to as long as that is there; else the next in the circle
     * @return the node of the product, started when it is first asked for
     */
    public synchronized MicroServer desk(int number) {
        return desks.computeIfAbsent(number, n -> databases.desk("desk" + n, databases.url(n)));
    }

    /** Ends the node of the product without notice (SIGKILL), if it runs; {@link #desk} starts it anew, at another port. */
    public synchronized void killDesk(int number) {
        MicroServer running = desks.remove(number);
        if (running != null) {
            running.kill();
        }
    }

    /** Starts the database node that was killed, and returns when it has caught up with the others. */
    public void restart(int node) {
        databases.run("join", Integer.toString(node));
    }

    /** Cuts the database node off from the two others, but not from its clients, until {@link #reconnect}. */
    public void partition(int node) {
        isolate(node, 1);
    }

    /** Lets the database node find the others again. */
    public void reconnect(int node) {
        isolate(node, 0);
    }

    /** The group communication of the node drops all its connections, and takes none. */
    private void isolate(int node, int isolated) {
        databases.administer(node, "set global wsrep_provider_options = 'gmcast.isolate=" + isolated + "'");
    }

    private synchronized void end() {
        desks.values().forEach(MicroServer::kill);
        databases.stop();
    }
}
