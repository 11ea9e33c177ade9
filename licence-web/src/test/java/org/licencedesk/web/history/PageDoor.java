package org.licencedesk.web.history;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.licencedesk.launcher.MicroServer;
import org.licencedesk.web.fixture.Visitor;
import org.licencedesk.web.history.Answer.Done;
import org.licencedesk.web.history.Answer.Read;
import org.licencedesk.web.history.Answer.Refused;
import org.licencedesk.web.history.Answer.Undocumented;
import org.licencedesk.web.history.Answer.Unknown;
import org.licencedesk.web.history.Answer.Untouched;
import org.licencedesk.web.history.Operation.Add;
import org.licencedesk.web.history.Operation.ReadFigures;
import org.licencedesk.web.history.Operation.SetStatus;

/**
 * The pages "New User" and "Users", of which the latter changes many users at once, by a System Admin who signs in at another
 * node when theirs is gone.
 */
final class PageDoor implements Door {

    private static final Pattern STATE = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]+)\"");

    private static final Pattern OFFER = Pattern.compile("<div class=\"change\">(.*?)</table>", Pattern.DOTALL);

    private static final Pattern OFFERED = Pattern.compile("<b>([0-9,]+)</b>.*?<b>([0-9,]+)</b>", Pattern.DOTALL);

    private static final String DELETED_MEANWHILE = ResourceBundle.getBundle(
                    "org.licencedesk.web.users.texts", Locale.ROOT)
            .getString("bulk.unknown");

    private static final Pattern REFUSAL = Pattern.compile("<ul[^>]*class=\"refusal\"[^>]*>(.*?)</ul>", Pattern.DOTALL);

    private final Site site;

    private final String tenant;

    private final String password;

    private final String actor;

    private final Random random = new Random(1);

    private Optional<Visitor> visitor = Optional.empty();

    private String shown = "";

    /** Whether the request that decides was sent, and not answered yet. */
    private boolean isSent;

    /** @param user the identity of the System Admin {@code admin} */
    PageDoor(Site site, String tenant, String password, String user) {
        this.site = site;
        this.tenant = tenant;
        this.password = password;
        this.actor = "user:" + user;
    }

    @Override
    public String actor() {
        return actor;
    }

    @Override
    public boolean takes(Operation operation) {
        return operation instanceof Add || operation instanceof SetStatus || operation instanceof ReadFigures;
    }

    @Override
    public Answer ask(Operation operation, Optional<Quote> consent) {
        isSent = false;
        try {
            Visitor signedIn = visitor.orElseGet(this::signIn);
            visitor = Optional.of(signedIn);
            return ask(signedIn, operation, consent.isPresent());
        } catch (UncheckedIOException | Gone e) {
            visitor = Optional.empty();
            return isSent ? new Unknown(e.toString()) : new Untouched(e.toString());
        }
    }

    private Visitor signIn() {
        List<MicroServer> nodes = site.nodes();
        Visitor stranger = new Visitor(nodes.get(random.nextInt(nodes.size())).baseUri());
        HttpResponse<String> page = stranger.get("/sign-in");
        if (page.statusCode() != 200
                || stranger.signIn(tenant, "admin", password).statusCode() != 303) {
            throw new Gone("no sign-in");
        }
        return stranger;
    }

    private Answer ask(Visitor signedIn, Operation operation, boolean isAccepted) {
        if (operation instanceof Add add) {
            return isAccepted ? confirm(signedIn) : add(signedIn, add);
        } else if (operation instanceof SetStatus change) {
            return isAccepted ? apply(signedIn, change, true) : change(signedIn, change);
        }
        open(signedIn, "/users");
        return new Read(new Figures(figure("maximum"), figure("occupied")));
    }

    private Answer add(Visitor signedIn, Add add) {
        open(signedIn, "/users/new");
        isSent = true;
        post(
                signedIn,
                "/users/new",
                "newUser",
                Map.of(
                        "displayName",
                        add.userName(),
                        "email",
                        add.userName() + "@history.example",
                        "userName",
                        add.userName(),
                        "role",
                        "STANDARD",
                        "status",
                        add.status(),
                        "save",
                        "Save"));
        return added();
    }

    private Answer confirm(Visitor signedIn) {
        isSent = true;
        post(signedIn, "/users/new", "confirmForm", Map.of("terms", "on", "confirm", "Save"));
        return added();
    }

    private Answer added() {
        if (shown.contains("<form id=\"added\"")) {
            return new Done(Optional.empty(), "");
        }
        return offered("confirmForm").orElseGet(this::refused);
    }

    private Answer change(Visitor signedIn, SetStatus change) {
        open(signedIn, "/users");
        Map<String, String> marked =
                Map.of("marked", String.join(",", change.users()), "matching", "false", "begin", "Change status");
        post(signedIn, "/users", "bulkForm", marked);
        post(signedIn, "/users", "changeForm", Map.of("status", change.status(), "ask", "Continue"));
        if (shown.contains("name=\"changeForm:apply\"")) {
            return offered("changeForm").orElseGet(() -> apply(signedIn, change, false));
        }
        return unchanged(change);
    }

    private Answer apply(Visitor signedIn, SetStatus change, boolean isAccepted) {
        isSent = true;
        Map<String, String> fields = new LinkedHashMap<>(Map.of("apply", "Save"));
        if (isAccepted) {
            fields.put("terms", "on");
        }
        post(signedIn, "/users", "changeForm", fields);
        if (shown.contains("name=\"changeForm:apply\"")) {
            return offered("changeForm").orElseGet(this::refused);
        }
        return unchanged(change);
    }

    /** All that could be done is done. If that is nothing for the only one, they are gone. */
    private Answer unchanged(SetStatus change) {
        if (shown.contains(DELETED_MEANWHILE) && change.users().size() == 1) {
            return new Refused("not-found", Optional.empty(), Optional.empty());
        }
        boolean isSaid =
                shown.contains("id=\"changeForm\"") && !REFUSAL.matcher(shown).find();
        return isSaid ? new Done(Optional.empty(), "") : refused();
    }

    /** An offer that stands beside a refusal is the one of before: the page stays as it was. */
    private Optional<Answer> offered(String form) {
        Matcher offer = OFFER.matcher(shown);
        if (!shown.contains("name=\"" + form + ":terms\"")
                || REFUSAL.matcher(shown).find()
                || !offer.find()) {
            return Optional.empty();
        }
        Matcher numbers = OFFERED.matcher(offer.group(1));
        if (!numbers.find()) {
            return Optional.empty();
        }
        Quote quote = new Quote(number(numbers.group(2)), offer.group(1));
        return Optional.of(new Refused("increase-not-confirmed", Optional.empty(), Optional.of(quote)));
    }

    private Answer refused() {
        Matcher refusal = REFUSAL.matcher(shown);
        String why = refusal.find() ? refusal.group(1) : shown;
        if (why.contains("Nothing was changed")) {
            return new Untouched("busy");
        }
        return new Undocumented(why);
    }

    private void open(Visitor signedIn, String address) {
        take(signedIn.get(address));
    }

    private void post(Visitor signedIn, String address, String form, Map<String, String> fields) {
        Matcher state = STATE.matcher(shown);
        if (!state.find()) {
            throw new Gone("no form");
        }
        Map<String, String> all = new LinkedHashMap<>();
        all.put(form, form);
        all.put("jakarta.faces.ViewState", state.group(1));
        fields.forEach((name, value) -> all.put(form + ":" + name, value));
        take(signedIn.post(address, all, Map.of()));
    }

    private void take(HttpResponse<String> page) {
        if (page.statusCode() != 200) {
            throw new Gone(Integer.toString(page.statusCode()));
        }
        shown = page.body();
    }

    private int figure(String id) {
        Matcher figure = Pattern.compile("<dd id=\"" + id + "\">([0-9,]+)</dd>").matcher(shown);
        if (!figure.find()) {
            throw new Gone("no figures");
        }
        return number(figure.group(1));
    }

    private static int number(String text) {
        return Integer.parseInt(text.replace(",", ""));
    }

    /** The session or the page is gone, as when the node is another one now. */
    private static final class Gone extends RuntimeException {

        private static final long serialVersionUID = 1;

        Gone(String what) {
            super(what);
        }
    }
}
