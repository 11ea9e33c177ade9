package org.licencedesk.record.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.licencedesk.kernel.EntryKind;
import org.licencedesk.kernel.TenantId;
import org.licencedesk.record.ledger.ChainFault.Kind;

/** Follows a ledger from its first entry on, one entry ahead, and knows what must come next (R38). */
final class Chain {

    private final TenantId tenant;

    private long place = 1;

    private byte[] before = LedgerEntry.NONE;

    /** The hash before the entry before. */
    private byte[] beforeThat = LedgerEntry.NONE;

    private Instant at = Instant.MIN;

    private int maximum;

    private int occupied;

    private Chain(TenantId tenant) {
        this.tenant = tenant;
    }

    /**
     * @param links the entries in the order of their sequence numbers; those after the end are not judged
     * @param end where the allowance row says that the ledger ends
     */
    static Optional<ChainFault> firstFault(TenantId tenant, Iterator<Link> links, ChainEnd end) {
        return new Chain(tenant).follow(links, end);
    }

    private Optional<ChainFault> follow(Iterator<Link> links, ChainEnd end) {
        Link link = next(links);
        while (place <= end.sequence()) {
            if (link == null || link.sequence() != place) {
                return fault(place, Kind.REMOVED);
            }
            Link ahead = next(links);
            if (!link.belongs(tenant, place, before)) {
                return Optional.of(explain(link, ahead, end.sequence()));
            }
            if (!follows(link)) {
                return fault(place, Kind.INCONSISTENT);
            }
            step(link);
            link = ahead;
        }
        if (Arrays.equals(before, end.hash())) {
            return Optional.empty();
        }
        boolean pushedOut = link != null && link.belongs(tenant, end.sequence(), beforeThat);
        return fault(end.sequence(), pushedOut ? Kind.INSERTED : Kind.ALTERED);
    }

    private ChainFault explain(Link link, @Nullable Link ahead, long last) {
        if (ahead != null && ahead.sequence() == place + 1 && ahead.belongs(tenant, place, before)) {
            return new ChainFault(place, link.isGenuineAs(tenant, place + 1) ? Kind.SWAPPED : Kind.INSERTED);
        }
        if (place > 1 && link.belongs(tenant, place - 1, beforeThat)) {
            return new ChainFault(place - 1, Kind.INSERTED);
        }
        // It is genuine, so the entry before is not the one after which it was written.
        if (place > 1 && link.isGenuineAs(tenant, place)) {
            return new ChainFault(place - 1, Kind.ALTERED);
        }
        return new ChainFault(
                place, home(link, last).map(home -> movedTo(home, ahead)).orElse(Kind.ALTERED));
    }

    /** The place at which the entry was written, if it was written anywhere. */
    private Optional<Long> home(Link link, long last) {
        return LongStream.rangeClosed(1, last)
                .filter(other -> link.isGenuineAs(tenant, other))
                .boxed()
                .findFirst();
    }

    /** Where entries were removed and the later ones moved up, the next one has moved as far. */
    private Kind movedTo(long home, @Nullable Link ahead) {
        boolean allMoved = ahead == null || ahead.isGenuineAs(tenant, home + 1);
        return home > place && allMoved ? Kind.REMOVED : Kind.SWAPPED;
    }

    private boolean follows(Link link) {
        Optional<EntryKind> kind = EntryKind.find(link.kind());
        return link.occupied() == occupied + kind.map(EntryKind::seatsTaken).orElse(0)
                && (link.maximum() == maximum
                        || kind.filter(EntryKind::changesMaximum).isPresent())
                && !link.at().isBefore(at);
    }

    private void step(Link link) {
        place++;
        beforeThat = before;
        before = link.hash();
        at = link.at();
        maximum = link.maximum();
        occupied = link.occupied();
    }

    private static @Nullable Link next(Iterator<Link> links) {
        return links.hasNext() ? links.next() : null;
    }

    private static Optional<ChainFault> fault(long sequence, Kind kind) {
        return Optional.of(new ChainFault(sequence, kind));
    }
}
