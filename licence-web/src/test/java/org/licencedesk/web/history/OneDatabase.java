package org.licencedesk.web.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Frozen;
import org.licencedesk.web.fixture.Installation;

/** Two nodes of the product over one MariaDB. */
final class OneDatabase extends Site {

    private final Installation installation = Installation.start("history-installation");

    private MicroServer other = startOther();

    OneDatabase() {
        Api.of(first()).publishTerms("1", "Terms of the tests");
    }

    @Override
    String about() {
        return "two nodes over one MariaDB";
    }

    @Override
    MicroServer first() {
        return installation.first();
    }

    @Override
    MicroServer other() {
        if (!other.isAlive()) {
            other = startOther();
        }
        return other;
    }

    @Override
    void killOther() {
        other.kill();
    }

    private MicroServer startOther() {
        return installation.node("other", installation.database().port());
    }

    @Override
    List<Blow> databaseBlows() {
        return List.of(
                new Blow(
                        "the database stopped (SIGSTOP)",
                        () -> Frozen.process(installation.database().pid())::close),
                new Blow("the database killed", () -> {
                    installation.database().kill();
                    return installation.database()::restart;
                }));
    }

    @Override
    Connection connect() throws SQLException {
        return installation.database().connect("licence");
    }

    @Override
    List<Connection> connections() throws SQLException {
        return List.of(connect());
    }

    @Override
    public void close() {
        nodes().forEach(MicroServer::kill);
        installation.close();
    }
}
