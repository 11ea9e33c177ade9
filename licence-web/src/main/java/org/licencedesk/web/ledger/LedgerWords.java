package org.licencedesk.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.UserId;
import org.licencedesk.people.access.ActorName;
import org.licencedesk.people.access.Names;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.seats.allowance.Figures;
import org.licencedesk.seats.directory.User;
import org.licencedesk.web.frame.Formats;
import org.licencedesk.web.ledger.LedgerRow.Sentence;
import org.licencedesk.web.page.PageContext;

/** Says in words what the ledger holds. */
@Named
@RequestScoped
public class LedgerWords {

    private static final String TEXTS = "ledgerText";

    private static final String USERS = "usersText";

    /** Stands for the user's name in a sentence; no text has it. */
    private static final String NAME = "\uFFFC";

    @Inject
    private Formats formats;

    @Inject
    private PageContext page;

    /**
     * @param before what stood before, as {@link org.licencedesk.record.ledger.LedgerSearch#before} finds it
     * @return what happened
     */
    Sentence what(LedgerEntry entry, Optional<LedgerEntry> before, Names names) {
        String sentence =
                switch (entry.kind()) {
                    case TENANT_CREATED, TERMS_ACCEPTED ->
                        say(key(entry), NAME, formats.number(entry.figures().maximum()));
                    case ALLOWANCE_RAISED, ALLOWANCE_REDUCED, ALLOWANCE_CORRECTED ->
                        say(
                                key(entry),
                                NAME,
                                formats.number(entry.figures().maximum()),
                                before.map(then -> formats.number(then.figures().maximum()))
                                        .orElse(""));
                    case USER_ADDED, USER_CHANGED, USER_DELETED, SEAT_TAKEN, SEAT_RELEASED -> change(entry, before);
                };
        return entry.user()
                .map(user -> about(user, sentence, names))
                .orElseGet(() -> new Sentence(sentence.replace(NAME, say("nobody")), "", "", ""));
    }

    private Sentence about(UserId user, String sentence, Names names) {
        int place = sentence.indexOf(NAME);
        return new Sentence(
                sentence.substring(0, place),
                names.of(user).orElseGet(() -> say("erased")),
                sentence.substring(place + NAME.length()),
                LedgerAddress.about(user));
    }

    private String change(LedgerEntry entry, Optional<LedgerEntry> before) {
        String status = status(entry);
        String role = role(entry);
        Optional<String> statusBefore = before.map(this::status).filter(then -> !then.equals(status));
        Optional<String> roleBefore = before.map(this::role).filter(then -> !then.equals(role));
        if (roleBefore.isPresent()) {
            return say(key(entry) + ".role", NAME, role, roleBefore.get());
        }
        if (entry.kind() == EntryKind.USER_ADDED && entry.role().equals(Optional.of(Role.SYSTEM_ADMIN))) {
            return say("entry.USER_ADDED.SYSTEM_ADMIN", NAME, status);
        }
        return statusBefore
                .map(then -> say(key(entry) + ".status", NAME, status, then))
                .orElseGet(() -> say(key(entry), NAME, status, role));
    }

    private static String key(LedgerEntry entry) {
        return "entry." + entry.kind();
    }

    private String status(LedgerEntry entry) {
        return entry.status()
                .map(status -> page.text(USERS, "status." + status))
                .orElse("");
    }

    private String role(LedgerEntry entry) {
        return entry.role().map(role -> page.text(USERS, "role." + role)).orElse("");
    }

    /** @return who it was */
    public String who(ActorName actor) {
        return actor.name()
                .map(name -> say("actor." + actor.kind(), name))
                .orElseGet(() -> say("actor." + actor.kind() + ".unknown"));
    }

    /** @return who it was, and through which door */
    public String by(LedgerRow row) {
        return say("history.by", row.who(), say("door." + row.entry().door()));
    }

    /** @return that only that user's entries are shown */
    public String only(String name) {
        return say("whose", name);
    }

    /** @return the day as a field of a form takes it; blank where there is none */
    public String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    /** @return how many licences were in use then, and of how many */
    public String inUse(Figures figures) {
        return say("inUse", formats.number(figures.occupied()), formats.number(figures.maximum()));
    }

    /** @return by how many the system was over its allowance; blank where it was not */
    public String overBy(Figures figures) {
        return figures.overBy() > 0 ? say("overBy", formats.number(figures.overBy())) : "";
    }

    /** @return what the filter of kinds lets through */
    public String kindFilter(LedgerAddress address) {
        return address.kinds().isEmpty()
                ? say("kind.any")
                : address.kinds().stream().map(kind -> say("kind." + kind)).collect(Collectors.joining(", "));
    }

    /** @return what {@code selected} takes where the door is the one of the address */
    public @Nullable String selected(Door door, LedgerAddress address) {
        return address.door().filter(door::equals).isPresent() ? "selected" : null;
    }

    /** @return the user with the name that they sign in with */
    public String candidate(User user) {
        return say("candidate", user.displayName(), user.userName());
    }

    /** @return the doors that there are */
    public Door[] getDoors() {
        return Door.values();
    }

    /** @return the kinds of entries that there are */
    public EntryKind[] getKinds() {
        return EntryKind.values();
    }

    /** @return the times that a chart can show */
    public ChartRange[] getRanges() {
        return ChartRange.values();
    }

    String say(String key, Object... facts) {
        return page.text(TEXTS, key, facts);
    }
}
