package org.licencedesk.web.systems;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.licencedesk.kernel.Page;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.record.ledger.LedgerFilter;
import org.licencedesk.record.ledger.LedgerSearch;
import org.licencedesk.web.ledger.LedgerRow;
import org.licencedesk.web.ledger.LedgerRows;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.ListAddress;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.page.Paging;
import org.licencedesk.web.signin.CurrentActor;

/** {@code /systems/SLUG/ledger}: the ledger of a system, for the vendor's staff who see it (R2, R38). */
@Named
@RequestScoped
public class SystemLedgerPage {

    private static final int ROWS = 50;

    @Inject
    private LedgerSearch search;

    @Inject
    private LedgerRows rowsOf;

    @Inject
    private SystemPage system;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageContext page;

    private final Lazy<Page<LedgerEntry>> found = new Lazy<>(this::read);

    private final Lazy<List<LedgerRow>> rows =
            new Lazy<>(() -> rowsOf.of(system.tenant(), found.get().items()));

    private Page<LedgerEntry> read() {
        return Paging.read(
                place(), ROWS, wanted -> search.find(system.tenant(), LedgerFilter.everything(), wanted, actor.get()));
    }

    private Optional<String> place() {
        return ListAddress.asked(page.request().getParameterMap()).text("before");
    }

    /** @return the entries of the page in words, the newest first */
    public List<LedgerRow> rows() {
        return rows.get();
    }

    /** @return the address of the newest entries, or blank where these are they */
    public String newest() {
        return place().map(before -> address().toString()).orElse("");
    }

    /** @return the address of the older entries, or blank */
    public String older() {
        return found.get()
                .next()
                .map(before -> address().with("before", before).toString())
                .orElse("");
    }

    private ListAddress address() {
        return ListAddress.of("/systems/" + system.profile().slug().text() + "/ledger");
    }
}
