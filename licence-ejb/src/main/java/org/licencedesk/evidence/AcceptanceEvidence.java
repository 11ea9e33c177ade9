package org.licencedesk.evidence;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.licencedesk.allowance.Acceptances;
import org.licencedesk.allowance.AcceptedIncrease;
import org.licencedesk.directory.UserDirectory;
import org.licencedesk.kernel.Actor;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.InvalidValue.Problem;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.Permission;
import org.licencedesk.kernel.Sha256;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.terms.Digest;
import org.licencedesk.terms.TermsLibrary;

/** Shows what was accepted, by whom, and in which words (R29). */
@Stateless
public class AcceptanceEvidence {

    private static final String USER = "user:";

    @Inject
    private Acceptances acceptances;

    @Inject
    private TermsLibrary terms;

    @Inject
    private UserDirectory directory;

    /**
     * @param cursor where the page begins, or at the newest
     * @param size how many at most
     * @return the proofs of the tenant's increases, the newest first
     * @throws InvalidValue if the cursor is none
     */
    public Page<Evidence> list(TenantId tenant, Optional<String> cursor, int size, Actor actor) {
        Permission.SEE_LEDGER.require(actor, tenant);
        Optional<UUID> behind = cursor.map(
                text -> Identifiers.parse(text).orElseThrow(() -> new InvalidValue("cursor", Problem.NOT_IN_FORM)));
        List<AcceptedIncrease> found = acceptances.behind(tenant, behind, size + 1);
        return Page.of(found, size, increase -> increase.id().toString()).map(increase -> evidence(tenant, increase));
    }

    /**
     * @return the proof with the text that was accepted
     * @throws NotFound if the tenant has no such acceptance
     */
    public EvidenceText get(TenantId tenant, UUID id, Actor actor) {
        Permission.SEE_LEDGER.require(actor, tenant);
        AcceptedIncrease increase = acceptances.find(tenant, id).orElseThrow(NotFound::new);
        String text = terms.version(increase.accepted().terms().version()).text();
        boolean matches =
                new Digest(Sha256.of(text)).equals(increase.accepted().terms().digest());
        return new EvidenceText(evidence(tenant, increase), text, matches);
    }

    /** @return whether the tenant has an acceptance of that identity */
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
