package org.licencedesk.web.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.web.fixture.Frozen;

/** Two nodes of the product over one or more database nodes, and what can happen to them. */
abstract class Site implements AutoCloseable {

    private final List<MicroServer> nodes = new CopyOnWriteArrayList<>();

    /** @return what it is, in a few words */
    abstract String about();

    /** @return the first node of the product, to which nothing happens */
    abstract MicroServer first();

    /** @return the other node of the product, started if it is not there */
    abstract MicroServer other();

    /** Ends the other node of the product without notice (SIGKILL). */
    abstract void killOther();

    /** @return what is done to the database nodes, in this order */
    abstract List<Blow> databaseBlows();

    /** @return a connection to a database node that is there */
    abstract Connection connect() throws SQLException;

    /** @return a connection to each database node */
    abstract List<Connection> connections() throws SQLException;

    @Override
    public abstract void close();

    /** Starts both nodes of the product. */
    void open() {
        nodes.add(first());
        nodes.add(other());
    }

    /** @return the nodes of the product that are there now, at least one */
    List<MicroServer> nodes() {
        return List.copyOf(nodes);
    }

    /** @return what is done to it, in this order */
    List<Blow> blows() {
        List<Blow> blows = new ArrayList<>();
        blows.add(new Blow("a node of ours stopped (SIGSTOP)", () -> Frozen.process(other().pid())::close));
        blows.addAll(databaseBlows());
        blows.add(new Blow("a node of ours killed", () -> {
            nodes.remove(other());
            killOther();
            return () -> nodes.add(other());
        }));
        return blows;
    }

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
