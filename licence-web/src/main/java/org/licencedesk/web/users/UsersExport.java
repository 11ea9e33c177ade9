package org.licencedesk.web.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.directory.UserQuery;
import org.licencedesk.seats.directory.UserWalk;
import org.licencedesk.web.page.CsvFile;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** Sends all users that the list shows, on whatever page, as comma-separated values. */
@Named
@RequestScoped
public class UsersExport {

    private static final String TEXTS = "usersText";

    @Inject
    private UsersPage list;

    @Inject
    private UserWalk walk;

    @Inject
    private CurrentActor actor;

    @Inject
    private CsvFile csv;

    @Inject
    private PageContext page;

    /** Sends the file; a million users are sent page by page. */
    public void send() {
        csv.send("users.csv", this::write);
    }

    private void write(Consumer<List<String>> rows) {
        rows.accept(Stream.of(
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
                actor.tenant(),
                UserQuery.longest(list.address().filter(), list.address().sort()),
                actor.get(),
                user -> rows.accept(row(user)));
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
                .toList();
    }

    private String say(String key) {
        return page.text(TEXTS, key);
    }
}
