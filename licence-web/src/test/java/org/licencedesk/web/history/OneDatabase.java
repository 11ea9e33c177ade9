package org.licencedesk.web.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Frozen;
import org.licencedesk.web.fixture.Installation;

/** Two nodes of the product over one MariaDB. */
final class OneDatabase implements Site {

    private final Installation installation = Installation.start("history-installation");

    private final List<MicroServer> nodes = new CopyOnWriteArrayList<>(List.of(installation.first()));

    private MicroServer other = startOther();

    OneDatabase() {
        Api.of(installation.first()).publishTerms("1", "Terms of the tests");
        nodes.add(other);
    }

    @Override
    public String about() {
        return "two nodes over one MariaDB";
    }

    @Override
    public List<MicroServer> nodes() {
        return List.copyOf(nodes);
    }

    @Override
    public List<Blow> blows() {
        return List.of(
                new Blow("a node of ours stopped (SIGSTOP)", () -> Frozen.process(other.pid())::close),
                new Blow(
                        "the database stopped (SIGSTOP)",
                        () -> Frozen.process(installation.database().pid())::close),
                new Blow("the database killed", this::killDatabase),
                new Blow("a node of ours killed", this::killOther));
    }

    private Runnable killOther() {
        nodes.remove(other);
        other.kill();
        return () -> {
            other = startOther();
            nodes.add(other);
        };
    }

    private MicroServer startOther() {
        return installation.node("other", installation.database().port());
    }

    private Runnable killDatabase() {
        installation.database().kill();
        return installation.database()::restart;
    }

    @Override
    public Connection connect() throws SQLException {
        return installation.database().connect("licence");
    }

    @Override
    public List<Connection> connections() throws SQLException {
        return List.of(connect());
    }

    @Override
    public void close() {
        nodes.forEach(MicroServer::kill);
        installation.close();
    }
}
