package org.licencedesk.web.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.licencedesk.launcher.MicroServer;

/** Nodes of the product over one or more database nodes, and what can happen to them. */
interface Site extends AutoCloseable {

    /** @return what it is, in a few words */
    String about();

    /** @return the nodes of the product that are there now, at least one */
    List<MicroServer> nodes();

    /** @return what is done to it, in this order */
    List<Blow> blows();

    /** @return a connection to a database node that is there */
    Connection connect() throws SQLException;

    /** @return a connection to each database node */
    List<Connection> connections() throws SQLException;

    @Override
    void close();

    /**
     * Something that breaks and comes back.
     *
     * @param strike breaks it, and returns how it comes back
     */
    record Blow(String name, Striking strike) {}

    /** Breaks something. */
    @FunctionalInterface
    interface Striking {

        /** @return brings it back */
        Runnable strike();
    }
}
