package org.licencedesk.web.users;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.licencedesk.seats.change.Candidate;
import org.licencedesk.seats.change.SeatCandidates;
import org.licencedesk.web.allowance.Confirmation;
import org.licencedesk.web.signin.CurrentActor;

/** Puts the way out that costs nothing beside the price: holders who seem to hold a licence for nothing. */
@RequestScoped
public class FreeOneInstead {

    @Inject
    private SeatCandidates candidates;

    @Inject
    private CurrentActor actor;

    /** @return the confirmation with its candidates; there are none where one licence would not be enough */
    Confirmation offer(Confirmation confirmation) {
        return confirmation.quote().seats() == 1 ? confirmation.beside(find()) : confirmation;
    }

    private List<Candidate> find() {
        return candidates.instead(actor.tenant(), SeatCandidates.USUAL, actor.get());
    }
}
