package org.licencedesk.web.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.Door;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.InvalidValue;
import org.licencedesk.kernel.Page;
import org.licencedesk.kernel.UserId;
import org.licencedesk.people.access.ActorNames;
import org.licencedesk.record.ledger.LedgerEntry;
import org.licencedesk.record.ledger.LedgerFilter;
import org.licencedesk.record.ledger.LedgerSearch;
import org.licencedesk.seats.directory.User;
import org.licencedesk.seats.directory.UserDirectory;
import org.licencedesk.web.frame.Frame;
import org.licencedesk.web.page.Lazy;
import org.licencedesk.web.page.PageContext;
import org.licencedesk.web.page.Paging;
import org.licencedesk.web.signin.CurrentActor;

/** {@code /ledger}: the entries of the ledger, newest first, as its address says (R38). */
@Named
@ViewScoped
public class LedgerPage implements Serializable {

    private static final int SIZE = 50;

    /** So many users are offered where a name may mean several. */
    private static final int CANDIDATES = 8;

    private static final Page<LedgerEntry> NOTHING = new Page<>(List.of(), Optional.empty());

    @Inject
    private LedgerSearch search;

    @Inject
    private LedgerRows rowsOf;

    @Inject
    private UserDirectory directory;

    @Inject
    private ActorNames names;

    @Inject
    private CurrentActor actor;

    @Inject
    private Frame frame;

    @Inject
    private PageContext page;

    private transient @Nullable LedgerAddress address;

    private final Lazy<List<User>> named = new Lazy<>(
            () -> address().name().isEmpty() ? List.of() : find(address().name()));

    private final Lazy<Page<LedgerEntry>> found =
            new Lazy<>(() -> filter().map(this::find).orElse(NOTHING));

    private final Lazy<List<LedgerRow>> rows = new Lazy<>(() -> rowsOf.of(found().items()));

    /** Reads the address. */
    @PostConstruct
    void read() {
        address = LedgerAddress.of(page.request().getParameterMap());
    }

    /** @return what the address asks for */
    public LedgerAddress address() {
        LedgerAddress known = address;
        return known == null ? LedgerAddress.of(Map.of()) : known;
    }

    /** @return the kinds of entries that there are */
    public EntryKind[] getKinds() {
        return EntryKind.values();
    }

    /** @return the doors that there are */
    public Door[] getDoors() {
        return Door.values();
    }

    /** @return the entries of the page in words */
    public List<LedgerRow> rows() {
        return rows.get();
    }

    /** @return the address of the older entries, or blank */
    public String older() {
        return found().next().map(address()::older).orElse("");
    }

    /** @return the address of the newest entries, or blank where these are they */
    public String newest() {
        return address().cursor().map(cursor -> address().newest()).orElse("");
    }

    /** @return whom the typed name may mean, where it is not one user alone */
    public List<User> candidates() {
        return address().user().isEmpty() && named().size() > 1 ? named() : List.of();
    }

    /** @return the name of the user whom the address names; blank where it names none */
    public String whose() {
        return address()
                .user()
                .map(id -> names.of(actor.tenant(), Set.of(), Set.of(id), actor.get())
                        .of(id)
                        .orElseGet(() -> page.text("ledgerText", "unknown")))
                .orElse("");
    }

    /** @return what an empty list says */
    public String whyEmpty() {
        if (address().isReversed()) {
            return "empty.reversed";
        }
        if (!candidates().isEmpty()) {
            return "empty.candidates";
        }
        return namesNobody() ? "empty.nobody" : address().isFiltered() ? "empty.filtered" : "empty.none";
    }

    /** @return which entries are wanted; empty where none can be */
    Optional<LedgerFilter> filter() {
        boolean none = address().isReversed() || namesNobody() || !candidates().isEmpty();
        return none ? Optional.empty() : Optional.of(address().filter(user(), frame.zone()));
    }

    private Optional<UserId> user() {
        return address()
                .user()
                .or(() -> named().size() == 1 ? Optional.of(named().get(0).id()) : Optional.empty());
    }

    private boolean namesNobody() {
        return address().user().isEmpty() && !address().name().isEmpty() && named().isEmpty();
    }

    private List<User> named() {
        return named.get();
    }

    private List<User> find(String name) {
        try {
            List<User> all = directory.everNamed(actor.tenant(), name, CANDIDATES, actor.get());
            List<User> exact = all.stream()
                    .filter(user -> user.userName().equalsIgnoreCase(name))
                    .toList();
            return exact.size() == 1 ? exact : all;
        } catch (InvalidValue e) {
            return List.of();
        }
    }

    private Page<LedgerEntry> found() {
        return found.get();
    }

    /** A place that is none, as in an address that was cut off, is the beginning. */
    private Page<LedgerEntry> find(LedgerFilter filter) {
        return Paging.read(
                address().cursor(), SIZE, wanted -> search.find(actor.tenant(), filter, wanted, actor.get()));
    }
}
