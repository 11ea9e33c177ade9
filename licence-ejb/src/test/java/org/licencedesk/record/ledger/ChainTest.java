package org.licencedesk.record.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.licencedesk.record.ledger.ChainFault.Kind.ALTERED;
import static org.licencedesk.record.ledger.ChainFault.Kind.INCONSISTENT;
import static org.licencedesk.record.ledger.ChainFault.Kind.INSERTED;
import static org.licencedesk.record.ledger.ChainFault.Kind.REMOVED;
import static org.licencedesk.record.ledger.ChainFault.Kind.SWAPPED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.licencedesk.kernel.TenantId;

// R38
class ChainTest {
    private static final int LAST = 6;
    private static final Instant NOW = Instant.parse("2026-04-16T09:00:00Z");
    private static final TenantId TENANT = TenantId.create();

    private final List<Link> links = genuine();
    private ChainEnd end = new ChainEnd(LAST, links.get(LAST - 1).hash());

    @Test
    void a_ledger_as_it_was_written_has_no_fault() {
        assertThat(fault()).isEmpty();
    }

    @Test
    void an_entry_that_came_meanwhile_is_not_judged() {
        links.add(link(LAST + 1, 1, "SEAT_TAKEN", LedgerEntry.NONE));
        assertThat(fault()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, LAST})
    void an_altered_entry_is_named(int place) {
        put(place, altered(place));
        assertThat(fault()).contains(new ChainFault(place, ALTERED));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, LAST})
    void an_altered_entry_is_named_even_if_its_hash_was_made_anew(int place) {
        Link altered = altered(place);
        put(place, withHash(altered, altered.seal(TENANT)));
        assertThat(fault()).contains(new ChainFault(place, ALTERED));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, LAST})
    void a_removed_entry_is_named(int place) {
        links.remove(place - 1);
        assertThat(fault()).contains(new ChainFault(place, REMOVED));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, LAST - 1})
    void a_removed_entry_is_named_even_if_the_later_ones_moved_up(int place) {
        links.remove(place - 1);
        renumber();
        assertThat(fault()).contains(new ChainFault(place, REMOVED));
    }

    @Test
    void several_removed_entries_are_named_by_the_first() {
        links.remove(2);
        links.remove(2);
        renumber();
        assertThat(fault()).contains(new ChainFault(3, REMOVED));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, LAST})
    void an_inserted_entry_is_named(int place) {
        links.add(place - 1, link(place, 2, "SEAT_TAKEN", new byte[32]));
        renumber();
        assertThat(fault()).contains(new ChainFault(place, INSERTED));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, LAST})
    void an_inserted_entry_is_named_even_if_it_is_chained(int place) {
        Link forged =
                link(place, place - 2, "USER_CHANGED", links.get(place - 2).hash());
        links.add(place - 1, withHash(forged, forged.seal(TENANT)));
        renumber();
        assertThat(fault()).contains(new ChainFault(place, INSERTED));
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 3", "5, 6", "2, 5", "1, 6", "3, 6"})
    void swapped_entries_are_named_by_the_first(int one, int other) {
        Link first = links.get(one - 1);
        put(one, links.get(other - 1));
        put(other, first);
        renumber();
        assertThat(fault()).contains(new ChainFault(one, SWAPPED));
    }

    @Test
    void an_entry_that_does_not_follow_is_named_though_all_hashes_fit() {
        Link wrong = link(4, 9, "SEAT_TAKEN", links.get(2).hash());
        put(4, withHash(wrong, wrong.seal(TENANT)));
        end = new ChainEnd(4, links.get(3).hash());
        assertThat(fault()).contains(new ChainFault(4, INCONSISTENT));
    }

    @Test
    void an_empty_table_misses_the_first() {
        links.clear();
        assertThat(fault()).contains(new ChainFault(1, REMOVED));
    }

    private Optional<ChainFault> fault() {
        return Chain.firstFault(TENANT, links.iterator(), end);
    }

    private static List<Link> genuine() {
        List<Link> links = new ArrayList<>();
        byte[] before = LedgerEntry.NONE;
        for (int place = 1; place <= LAST; place++) {
            Link open = link(place, place - 1, place == 1 ? "TENANT_CREATED" : "SEAT_TAKEN", before);
            links.add(withHash(open, open.seal(TENANT)));
            before = links.get(place - 1).hash();
        }
        return links;
    }

    private static Link link(long place, int occupied, String kind, byte[] before) {
        return new Link(
                place,
                NOW.plusSeconds(place),
                "installation",
                "API",
                kind,
                "",
                "",
                "",
                "",
                10,
                occupied,
                before,
                new byte[32]);
    }

    private Link altered(int place) {
        Link link = links.get(place - 1);
        return changed(link, link.sequence(), "somebody else", link.hash());
    }

    private void put(int place, Link link) {
        links.set(place - 1, link);
    }

    private void renumber() {
        for (int place = 1; place <= links.size(); place++) {
            Link link = links.get(place - 1);
            put(place, changed(link, place, link.actor(), link.hash()));
        }
    }

    private static Link withHash(Link link, byte[] hash) {
        return changed(link, link.sequence(), link.actor(), hash);
    }

    private static Link changed(Link link, long place, String actor, byte[] hash) {
        return new Link(
                place,
                link.at(),
                actor,
                link.door(),
                link.kind(),
                link.user(),
                link.status(),
                link.role(),
                link.reason(),
                link.maximum(),
                link.occupied(),
                link.previousHash(),
                hash);
    }
}
