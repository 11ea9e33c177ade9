package org.licencedesk.record.evidence;

import static java.util.Comparator.naturalOrder;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Sha256;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.kernel.WithoutPermission;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.seats.allowance.Acceptances;
import org.licencedesk.seats.allowance.AcceptedIncrease;
import org.licencedesk.seats.directory.UserDirectory;
import org.licencedesk.seats.terms.Digest;
import org.licencedesk.seats.terms.TermsLibrary;

/** Shows what was accepted, by whom, and in which words (R29). */
@Stateless
public class AcceptanceEvidence {

    private static final String USER = "user:";

    /** The ledger's instants stand still where a node's clock is behind another's; no clock is that far off. */
    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    /** By these an acceptance is told of in the ledger. */
    private static final Set<EntryKind> TOLD_BY = EnumSet.of(EntryKind.ALLOWANCE_RAISED, EntryKind.TERMS_ACCEPTED);

    @Inject
    private Acceptances acceptances;

    @Inject
    private TermsLibrary terms;

    @Inject
    private UserDirectory directory;

    /**
     * @param page which page of the list
     * @return the proofs of the tenant's increases, the newest first
     * @throws InvalidValue if the cursor is none
     */
    public Page<Evidence> list(TenantId tenant, PageRequest page, Actor actor) {
        Permission.SEE_LEDGER.require(actor, tenant);
        Optional<UUID> after = page.identity();
        List<AcceptedIncrease> found = acceptances.after(tenant, after, page.rows());
        return page.of(found, increase -> increase.id().toString()).map(increase -> evidence(tenant, increase));
    }

    /**
     * @return the proof with the text that was accepted
     * @throws NotFound if the tenant has no such acceptance
     */
    public EvidenceText get(TenantId tenant, UUID id, Actor actor) {
        Permission.SEE_LEDGER.require(actor, tenant);
        AcceptedIncrease increase = acceptances.find(tenant, id).orElseThrow(NotFound::new);
        String text = terms.storedText(increase.charged().terms().version());
        boolean matches =
                new Digest(Sha256.of(text)).equals(increase.charged().terms().digest());
        return new EvidenceText(evidence(tenant, increase), text, matches);
    }

    /**
     * @param entries entries of the tenant's ledger
     * @return by sequence number, the identity of the acceptance that the entry tells of; without those that tell of none
     */
    public Map<Long, UUID> toldBy(TenantId tenant, List<LedgerEntry> entries, Actor actor) {
        Permission.SEE_LEDGER.require(actor, tenant);
        List<LedgerEntry> telling =
                entries.stream().filter(entry -> TOLD_BY.contains(entry.kind())).toList();
        if (telling.isEmpty()) {
            return Map.of();
        }
        List<AcceptedIncrease> accepted = acceptances.within(
                tenant,
                telling.stream()
                        .map(LedgerEntry::at)
                        .min(naturalOrder())
                        .orElseThrow()
                        .minus(CLOCKS_APART),
                telling.stream().map(LedgerEntry::at).max(naturalOrder()).orElseThrow());
        Map<Long, UUID> told = new HashMap<>();
        telling.forEach(entry -> accepted.stream()
                .filter(increase -> isTold(increase, entry))
                .reduce((earlier, later) -> later)
                .ifPresent(increase -> told.put(entry.sequence(), increase.id())));
        return told;
    }

    /** The entry is written right behind the acceptance; a maximum that comes again has another acceptance by then. */
    private static boolean isTold(AcceptedIncrease increase, LedgerEntry entry) {
        return increase.charged().raiseTo() == entry.figures().maximum()
                && increase.actor().equals(entry.actor())
                && !increase.at().isAfter(entry.at());
    }

    /** @return whether the tenant has an acceptance of that identity */
    @WithoutPermission("asked before any permission: whether there is what a path names")
    public boolean has(TenantId tenant, UUID id) {
        return acceptances.find(tenant, id).isPresent();
    }

    private Evidence evidence(TenantId tenant, AcceptedIncrease increase) {
        Optional<Person> person = Optional.of(increase.actor())
                .filter(label -> label.startsWith(USER))
                .flatMap(label -> UserId.parse(label.substring(USER.length())))
                .flatMap(user -> directory.everKnown(tenant, user))
                .map(user -> new Person(user.id(), user.userName(), user.displayName()));
        return new Evidence(increase, person);
    }
}
