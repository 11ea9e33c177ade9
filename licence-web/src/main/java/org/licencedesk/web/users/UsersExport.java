package org.licencedesk.web.users;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.licencedesk.directory.User;
import org.licencedesk.directory.UserWalk;
import org.licencedesk.kernel.Actor;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;
import org.omnifaces.util.Faces;

/** Sends all users that the list shows, on whatever page, as comma-separated values. */
@Named
@RequestScoped
public class UsersExport {

    private static final String TEXTS = "usersText";

    /** A table calculation would take a value that begins so for a formula, and run it. */
    private static final String FORMULA = "=+-@\t\r";

    @Inject
    private UsersPage list;

    @Inject
    private UserWalk walk;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageContext page;

    /** Sends the file; a million users are sent page by page. */
    public void send() {
        Faces.sendFile("users.csv", true, output -> write(new OutputStreamWriter(output, StandardCharsets.UTF_8)));
    }

    private void write(Writer output) throws IOException {
        Actor who = actor.get();
        try (CsvWriter csv = CsvWriter.builder().build(output)) {
            csv.writeRecord(Stream.of(
                            "column.userName",
                            "column.displayName",
                            "email",
                            "role",
                            "status",
                            "column.licence",
                            "column.createdAt",
                            "column.lastSignIn")
                    .map(this::say)
                    .toList());
            walk.walk(
                    who.tenant().orElseThrow(),
                    list.address().filter(),
                    list.address().sort(),
                    who,
                    user -> csv.writeRecord(row(user)));
        }
    }

    private List<String> row(User user) {
        return Stream.of(
                        user.userName(),
                        user.displayName(),
                        user.email().orElse(""),
                        say("role." + user.role()),
                        say("status." + user.status()),
                        say(user.status().occupiesSeat() ? "licence.uses" : "licence.none"),
                        user.createdAt().toString(),
                        user.lastSignInAt().map(Instant::toString).orElse(""))
                .map(UsersExport::harmless)
                .toList();
    }

    /** @return the value, which no table calculation takes for a formula */
    static String harmless(String value) {
        return !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    private String say(String key) {
        return page.text(TEXTS, key);
    }
}
