package org.licencedesk.web.evidence;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Identifiers;
import org.licencedesk.kernel.NotFound;
import org.licencedesk.people.access.ActorNames;
import org.licencedesk.record.evidence.AcceptanceEvidence;
import org.licencedesk.record.evidence.EvidenceText;
import org.licencedesk.seats.allowance.AcceptedIncrease;
import org.licencedesk.web.frame.Who;
import org.licencedesk.web.json.StrictJson;
import org.licencedesk.web.ledger.LedgerPlace;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;
import org.omnifaces.util.Faces;

/** {@code /ledger/acceptances/ID}: the proof of one increase, to be read and to be kept (R29). */
@Named
@ViewScoped
public class AcceptancePage implements Serializable {

    @Inject
    private AcceptanceEvidence evidence;

    @Inject
    private ActorNames names;

    @Inject
    private LedgerPlace place;

    @Inject
    private Who who;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageContext page;

    private @Nullable UUID id;

    private final Lazy<Optional<EvidenceText>> found =
            new Lazy<>(() -> Optional.ofNullable(id).flatMap(this::get));

    /** Reads the address. */
    @PostConstruct
    void read() {
        id = Identifiers.parse(place.acceptance()).orElse(null);
    }

    /** Shows the error page where there is no such acceptance. */
    public void require() {
        if (found.get().isEmpty()) {
            page.fail(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Sends the proof as the API gives it. */
    public void download() {
        byte[] json = StrictJson.write(AcceptanceWithTextJson.of(proof())).getBytes(StandardCharsets.UTF_8);
        Faces.sendFile("acceptance-" + increase().id() + ".json", true, output -> output.write(json));
    }

    /** @return the proof */
    public EvidenceText proof() {
        return found.get().orElseThrow(NotFound::new);
    }

    /** @return what was accepted */
    public AcceptedIncrease increase() {
        return proof().evidence().increase();
    }

    /** @return who accepted */
    public String who() {
        String label = increase().actor();
        return who.say(
                "ledgerText",
                names.of(actor.tenant(), Set.of(label), Set.of(), actor.get()).of(label));
    }

    /** @return the user name of who accepted, where it was a person of the tenant; blank otherwise */
    public String userName() {
        return proof().evidence().person().map(person -> person.userName()).orElse("");
    }

    private Optional<EvidenceText> get(UUID wanted) {
        try {
            return Optional.of(evidence.get(actor.tenant(), wanted, actor.get()));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }
}
