package org.licencedesk.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.ActorKind;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.people.access.ActorNames;
import org.licencedesk.people.access.Names;
import org.licencedesk.record.evidence.AcceptanceEvidence;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.record.ledger.LedgerSearch;
import org.licencedesk.web.signin.CurrentActor;

/** Looks up what is needed to say entries of the ledger in words, a few statements for all of them together. */
@RequestScoped
public class LedgerRows {

    @Inject
    private LedgerSearch search;

    @Inject
    private AcceptanceEvidence evidence;

    @Inject
    private ActorNames names;

    @Inject
    private LedgerWords words;

    @Inject
    private CurrentActor actor;

    /** @return the entries, of the actor's own tenant, in words and in the same order */
    public List<LedgerRow> of(List<LedgerEntry> entries) {
        Actor who = actor.get();
        TenantId tenant = who.tenant().orElseThrow();
        Map<Long, LedgerEntry> before = search.before(tenant, entries, who);
        Map<Long, UUID> acceptances = evidence.toldBy(tenant, entries, who);
        // What somebody wrote into the table past the product may name no actor, and is to be shown as it is.
        Set<String> labels = entries.stream()
                .map(LedgerEntry::actor)
                .filter(label -> ActorKind.of(label).isPresent())
                .collect(Collectors.toSet());
        Set<UserId> concerned =
                entries.stream().flatMap(entry -> entry.user().stream()).collect(Collectors.toSet());
        Names known = names.of(tenant, labels, concerned, who);
        return entries.stream()
                .map(entry -> new LedgerRow(
                        entry,
                        words.what(entry, Optional.ofNullable(before.get(entry.sequence())), known),
                        labels.contains(entry.actor()) ? words.who(known.of(entry.actor())) : entry.actor(),
                        Optional.ofNullable(acceptances.get(entry.sequence()))
                                .map(LedgerPlace::ofAcceptance)
                                .orElse("")))
                .toList();
    }

    /** @return the entry in words */
    public LedgerRow of(LedgerEntry entry) {
        return of(List.of(entry)).get(0);
    }
}
