package org.licencedesk.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.PageRequest;
import org.licencedesk.kernel.Reason;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.record.ledger.LedgerFilter;
import org.licencedesk.record.ledger.LedgerSearch;
import org.licencedesk.web.page.CsvFile;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.signin.CurrentActor;

/** Sends all entries that the list shows, on whatever page, as comma-separated values. */
@Named
@RequestScoped
public class LedgerExport {

    private static final int AT_A_TIME = 500;

    @Inject
    private LedgerPage list;

    @Inject
    private LedgerSearch search;

    @Inject
    private LedgerRows rowsOf;

    @Inject
    private PageContext page;

    @Inject
    private CurrentActor actor;

    @Inject
    private CsvFile csv;

    /** Sends the file; a million entries are sent page by page. */
    public void send() {
        csv.send("ledger.csv", this::write);
    }

    private void write(Consumer<List<String>> rows) {
        rows.accept(Stream.of(
                        "column.sequence",
                        "column.at",
                        "column.what",
                        "column.inUse",
                        "column.maximum",
                        "column.who",
                        "door",
                        "reason",
                        "column.hash")
                .map(this::say)
                .toList());
        list.filter().ifPresent(filter -> walk(filter, rows));
    }

    private void walk(LedgerFilter filter, Consumer<List<String>> rows) {
        Optional<String> next = Optional.empty();
        do {
            Page<LedgerEntry> found =
                    search.find(actor.tenant(), filter, new PageRequest(next, AT_A_TIME), actor.get());
            rowsOf.of(found.items()).forEach(row -> rows.accept(values(row)));
            next = found.next();
        } while (next.isPresent());
    }

    private String say(String key) {
        return page.text("ledgerText", key);
    }

    private List<String> values(LedgerRow row) {
        LedgerEntry entry = row.entry();
        return List.of(
                Long.toString(entry.sequence()),
                entry.at().toString(),
                row.what().toString(),
                Integer.toString(entry.figures().occupied()),
                Integer.toString(entry.figures().maximum()),
                row.who(),
                say("door." + entry.door()),
                entry.reason().map(Reason::text).orElse(""),
                HexFormat.of().formatHex(entry.hash()));
    }
}
