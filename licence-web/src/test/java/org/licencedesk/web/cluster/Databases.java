package org.licencedesk.web.cluster;

import java.sql.Connection;
import java.sql.SQLException;

/** Three database nodes that a script has started, numbered from 1 to 3, and what a test does to each of them. */
public abstract class Databases {

    final ClusterScripts databases;

    Databases(String shape) {
        this.databases = ClusterScripts.start(shape);
    }

    /** @return a connection to this database node, or with 0 through the proxy; the caller closes it */
    public Connection connect(int node) throws SQLException {
        return databases.connect(node);
    }

    /** Ends the database node without notice (SIGKILL). */
    public void kill(int node) {
        databases.kill(node);
    }

    /** Stops the database node (SIGSTOP) until {@link #resume}: its connections stay, and nothing answers. */
    public void pause(int node) {
        databases.signal(node, "STOP");
    }

    /** Lets the database node go on (SIGCONT). */
    public void resume(int node) {
        databases.signal(node, "CONT");
    }
}
