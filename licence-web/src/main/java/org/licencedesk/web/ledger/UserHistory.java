package org.licencedesk.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.kernel.UserId;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.record.ledger.LedgerFilter;
import org.licencedesk.record.ledger.LedgerSearch;
import org.licencedesk.web.frame.Formats;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** A user's own history out of the ledger: since when they use a licence and why, and what happened to them. */
@Named
@RequestScoped
public class UserHistory {

    /**
     * What a page shows of it.
     *
     * @param since since when the user uses a licence, or uses none
     * @param why what brought that about; nothing where it never was otherwise
     * @param rows what happened, the newest first
     */
    public record History(String since, @Nullable LedgerRow why, List<LedgerRow> rows) {}

    private static final String TEXTS = "ledgerText";

    private static final History UNREAD = new History("", null, List.of());

    @Inject
    private LedgerSearch search;

    @Inject
    private LedgerRows rows;

    @Inject
    private PageContext page;

    @Inject
    private Formats formats;

    @Inject
    private CurrentActor actor;

    private @Nullable History history;

    /** @return the history as it is when the page is rendered: what is done before in the same request is in it */
    public History of(UserId user) {
        if (FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
            return UNREAD;
        }
        History known = history;
        if (known == null) {
            known = read(user);
            history = known;
        }
        return known;
    }

    /** @return the address of all entries about the user, inside the application */
    public String all(UserId user) {
        return LedgerAddress.about(user);
    }

    private History read(UserId user) {
        TenantId tenant = actor.tenant();
        List<LedgerRow> latest = rows.of(search.ofUser(tenant, user, actor.get()));
        LedgerFilter seats = new LedgerFilter(
                Optional.of(user),
                EnumSet.of(EntryKind.SEAT_TAKEN, EntryKind.SEAT_RELEASED),
                EnumSet.allOf(Door.class),
                Optional.empty(),
                Optional.empty());
        return search.find(tenant, seats, PageRequest.first(1), actor.get()).items().stream()
                .findFirst()
                .map(seat -> new History(
                        page.text(TEXTS, "history." + seat.kind(), formats.moment(seat.at())),
                        rows.of(cause(seat)),
                        latest))
                .orElseGet(() -> new History(page.text(TEXTS, "history.never"), null, latest));
    }

    /** Whoever is added with a licence takes it in an entry of its own, which does not say why. */
    private LedgerEntry cause(LedgerEntry seat) {
        return Optional.ofNullable(search.before(actor.tenant(), List.of(seat), actor.get())
                        .get(seat.sequence()))
                .filter(before -> before.kind() == EntryKind.USER_ADDED)
                .orElse(seat);
    }
}
