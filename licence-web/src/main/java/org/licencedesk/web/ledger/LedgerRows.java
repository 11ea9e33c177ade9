package org.licencedesk.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.licencedesk.kernel.ActorKind;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.Reason;
import org.licencedesk.kernel.Role;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.people.access.ActorNames;
import org.licencedesk.people.access.Names;
import org.licencedesk.record.evidence.AcceptanceEvidence;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.record.ledger.LedgerSearch;
import org.licencedesk.seats.directory.FormerUserName;
import org.licencedesk.seats.directory.UserDirectory;
import org.licencedesk.web.frame.Formats;
import org.licencedesk.web.frame.Who;
import org.licencedesk.web.ledger.LedgerRow.Sentence;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** Looks up what is needed to say entries of the ledger in words, a few statements for all of them together. */
@RequestScoped
public class LedgerRows {

    private static final String TEXTS = "ledgerText";

    private static final String USERS = "usersText";

    /** Stands for the user's name in a sentence; no text has it. */
    private static final String NAME = "\uFFFC";

    @Inject
    private LedgerSearch search;

    @Inject
    private AcceptanceEvidence evidence;

    @Inject
    private UserDirectory directory;

    @Inject
    private ActorNames names;

    @Inject
    private Formats formats;

    @Inject
    private Who who;

    @Inject
    private PageContext page;

    @Inject
    private CurrentActor actor;

    /** @return the entries, of the actor's own tenant, in words and in the same order */
    public List<LedgerRow> of(List<LedgerEntry> entries) {
        return of(actor.tenant(), entries);
    }

    /** @return the entries, of a tenant that the actor was found to see, in words and in the same order */
    public List<LedgerRow> of(TenantId tenant, List<LedgerEntry> entries) {
        Map<Long, LedgerEntry> before = search.before(tenant, entries, actor.get());
        Map<Long, FormerUserName> formerNames = directory.formerNames(
                tenant, entries.stream().map(LedgerEntry::sequence).toList());
        Map<Long, UUID> acceptances = evidence.toldBy(tenant, entries, actor.get());
        // What somebody wrote into the table past the product may name no actor, and is to be shown as it is.
        Set<String> labels = entries.stream()
                .map(LedgerEntry::actor)
                .filter(label -> ActorKind.of(label).isPresent())
                .collect(Collectors.toSet());
        Set<UserId> concerned =
                entries.stream().flatMap(entry -> entry.user().stream()).collect(Collectors.toSet());
        Names known = names.of(tenant, labels, concerned, actor.get());
        return entries.stream()
                .map(entry -> new LedgerRow(
                        entry,
                        Optional.ofNullable(formerNames.get(entry.sequence()))
                                .map(former -> what(entry, former, known))
                                .orElseGet(() -> what(entry, Optional.ofNullable(before.get(entry.sequence())), known)),
                        labels.contains(entry.actor()) ? who.say(TEXTS, known.of(entry.actor())) : entry.actor(),
                        Optional.ofNullable(acceptances.get(entry.sequence()))
                                .map(LedgerPlace::ofAcceptance)
                                .orElse(""),
                        entry.reason()
                                .filter(reason -> !formerNames.containsKey(entry.sequence()))
                                .map(Reason::text)
                                .orElse("")))
                .toList();
    }

    /** @return the entry in words */
    public LedgerRow of(LedgerEntry entry) {
        return of(List.of(entry)).get(0);
    }

    private Sentence what(LedgerEntry entry, FormerUserName former, Names names) {
        String key = key(entry) + ".userName";
        String sentence =
                former.userName().map(name -> say(key, NAME, name)).orElseGet(() -> say(key + ".erased", NAME));
        return about(former.user(), sentence, names);
    }

    private Sentence what(LedgerEntry entry, Optional<LedgerEntry> before, Names names) {
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

    private String say(String key, Object... facts) {
        return page.text(TEXTS, key, facts);
    }
}
